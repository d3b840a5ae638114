import { isLooseDate, type LooseDate } from '#shared/lib/dates.ts'
import { serialDay } from '#shared/readers/sheet.ts'
import { isPlaceholder, narrow } from './text.ts'

/**
 * A date as catalogues and spreadsheets write it, as exact as it is written: `2020-01-05`, `2020/1/5`, `2020.1.5`, `20200105`,
 * `2020年1月5日`, a month, a year, a time of day behind it (dropped), or a spreadsheet's serial of the 1900 system.
 * Null = nothing is stated; undefined = impossible, or day and month can't be told apart (`05/01/2020`).
 */
export const readDate = (written: string): LooseDate | null | undefined => {
  if (isLooseDate(written)) return written
  const text = narrow(written).replace(/\s*([年月日])\s*/g, '$1')
  if (isPlaceholder(text)) return null
  const found = PARTED.exec(text) ?? COMPACT.exec(text)
  if (found) return loose(found[1], found[2], found[3])
  return SERIAL.test(text) ? serialDay(Number(text)) : undefined
}

const loose = (year: string, month: string | undefined, day: string | undefined): LooseDate | undefined => {
  const date = [year, ...[month, day].filter(part => part !== undefined).map(part => part.padStart(2, '0'))].join('-')
  return isLooseDate(date) ? date : undefined
}

const TIME = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?'
const PARTED = new RegExp(`^(\\d{4})(?:年|\\s*[-/.年]\\s*(\\d{1,2})(?:月|\\s*[-/.月]\\s*(\\d{1,2})日?${TIME})?)?$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/
/** 1927 to 2119: five digits that are no year and month. */
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/
