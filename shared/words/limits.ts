// What the text of a limit says once it is read, and why one can't be compared with.
import type { Direction } from '#shared/benchmarks/benchmark.ts'
import type { LimitProblem } from '#shared/benchmarks/limit.ts'
import { type Decimal, decimalText } from '#shared/measurement/decimal.ts'
import type { Quantity } from '#shared/measurement/quantity.ts'
import type { Locale } from './locale.ts'
import { measurementProblemText } from './measurement.ts'

export const limitProblemText = (problem: LimitProblem, locale: Locale): string => {
  if (problem.code !== 'limit-direction') return measurementProblemText(problem, locale)
  const [zh, en] = WANTED[problem.direction]
  return locale === 'zh' ? `“${problem.text}”和方向不符，这里要${zh}。` : `“${problem.text}” does not fit the direction: ${en} is wanted here.`
}

const WANTED: { [D in Direction]: [zh: string, en: string] } = {
  max: ['上限，如 ≤75', 'an upper limit such as ≤75'],
  min: ['下限，如 ≥3-4', 'a lower limit such as ≥3-4'],
  range: ['区间，如 4.0～8.5', 'a range such as 4.0~8.5'],
  target: ['目标值，如 10.0±0.1', 'a target such as 10.0±0.1'],
  text: ['文字，如“无”', 'words such as “none”'],
}

/** What a limit was read as, with the place of its last digit. */
export const limitReadText = (read: Quantity, direction: Direction, locale: Locale): string => {
  const zh = locale === 'zh'
  const unit = read.unit === '' ? '' : ` ${read.unit}`
  if (read.cmp === 'range') return zh ? `${decimalText(read.low)} 至 ${decimalText(read.high)}${unit}` : `${decimalText(read.low)} to ${decimalText(read.high)}${unit}`
  if (read.cmp === 'pm') return zh ? `目标 ${decimalText(read.value)}，+${decimalText(read.plus)} / −${decimalText(read.minus)}${unit}` : `target ${decimalText(read.value)}, +${decimalText(read.plus)} / −${decimalText(read.minus)}${unit}`
  if (read.cmp === 'nd') return zh ? '未检出' : 'not detected'
  if ('symbol' in read) return zh ? `低于${read.symbol === 'LOQ' ? '定量限' : '检出限'}` : `below the ${read.symbol}`
  const strict = read.cmp === '<' || read.cmp === '>'
  const value = decimalText(read.value) + unit
  const what = direction === 'max' ? (zh ? '上限' : 'upper limit') : direction === 'min' ? (zh ? '下限' : 'lower limit') : zh ? '目标' : 'target'
  return zh ? `${what} ${value}${strict ? '，不含' : ''}，末位是${placeText(read.value, zh)}` : `${what} ${value}${strict ? ', exclusive' : ''}, last digit: ${placeText(read.value, zh)}`
}

const placeText = ({ exp }: Decimal, zh: boolean): string => {
  if (exp > 0) return zh ? `${10n ** BigInt(exp)} 位` : `${10n ** BigInt(exp)}s`
  if (exp === 0) return zh ? '个位' : 'ones'
  return `0.${'0'.repeat(-exp - 1)}1`
}
