import type { Standard } from '../standard.ts'

/** A spelling under which a number is found, and how much of it stands before the year (0 = no digit stands there). */
export type NumberKey = { text: string; base: number }

/**
 * The keys of one number, without spaces, slashes and case: with mandate letter `gbt2912.1-2009`, without it
 * `gb2912.1-2009`, digits only `2912.1-2009`; for joint bodies and types each of them alone (`ISO/IEC TS 17021-2`:
 * `isoiects…`, `iso…`, `iec…`, `ts…`). What stands before the year is given as `base`, so that any year is exact.
 */
export const numberKeys = ({ number, key, year }: Pick<Standard, 'number' | 'key' | 'year'>): NumberKey[] => {
  const { head, rest } = splitHead(number)
  const at = yearAt(rest, year)
  const base = compactNumber(at < 0 ? rest : rest.slice(0, at))
  const hasDigits = /\d/.test(base)
  const ending = at < 0 ? '' : compactNumber(`-${rest.slice(at + 1)}`)
  const words = head.filter((word, i) => !(i > 0 && (word === 't' || word === 'z')))
  const starts = new Set([head.join(''), ...words, '', ...(words.length > 2 ? [words[0] + words.at(-1)!] : [])])
  const keys = [...starts].map(start => ({ text: limit(start + base + ending), base: hasDigits ? start.length + base.length : 0 }))
  // The key may say less than the number: an ASTM number without its metric twin.
  for (const short of [key, key.slice(key.indexOf(' ') + 1)].map(compactNumber)) {
    if (/\d/.test(short) && !keys.some(k => short.startsWith(k.text.slice(0, k.base)))) keys.push({ text: limit(short + ending), base: short.length })
  }
  return keys
}

/** Letters, digits and dots; every dash and colon is one `-`. Expects text after NFKC. */
export const compactNumber = (text: string): string => text.toLowerCase().replace(DASHES, '-').replace(OTHER, '').replace(RUNS, '-')

/** As in the grammar's normal form; the colon and its look-alike are the year's dash. */
const DASHES = /[-:\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2236\u2500\u4e00\u30fc]/g
const OTHER = /[^a-z0-9.-]+/g
const RUNS = /-{2,}/g

/** `GB/T 2912.1-2009` -> [gb, t] and `2912.1-2009`; the digits may begin with a letter (`ASTM E8`, `ISO 105-C06`). */
const splitHead = (number: string): { head: string[]; rest: string } => {
  const words = number.split(' ')
  let first = words.findIndex((word, i) => i > 0 && /^(?:[A-Z]\d|\d)/.test(word))
  if (first < 0) first = words.findIndex(word => /\d/.test(word))
  if (first < 0) first = 0
  return { head: words.slice(0, first).join('/').split('/').map(compactNumber).filter(Boolean), rest: words.slice(first).join(' ') }
}

/** Place of the sign before the year; -1 = the number has none. */
const yearAt = (rest: string, year: number | null): number => {
  if (year === null) return -1
  for (const sign of [`:${year}`, `-${year}`]) {
    const at = rest.indexOf(sign)
    if (at > 0) return at
  }
  return rest.search(new RegExp(`-${String(year % 100).padStart(2, '0')}(?!\\d)`))
}

const limit = (text: string): string => text.slice(0, 80)
