import { assemble, type Mandate, type ParsedNumber, type Parts } from './number-format.ts'
import { SECTOR_CODES } from './number-normalise.ts'
import type { Degree } from './standard.ts'

/** Parses a Chinese number from normalised text; an adopted counterpart is given to `parseCounterpart`. */
export const parseChinese = (text: string, parseCounterpart: (text: string) => ParsedNumber | null): ParsedNumber | null => {
  const found = GROUP_OR_ENTERPRISE.exec(text) ?? LOCAL.exec(text) ?? NATIONAL_OR_SECTOR.exec(text)
  if (!found) return null
  const { head, mandate, place, number, year, tail } = found.groups!
  const parts = begin(head, mandate, place, number)
  if (!parts) return null
  if (year !== undefined && (parts.year = fullYear(year)) === null) return null
  return tail && !readTail(tail, parts, parseCounterpart) ? null : assemble(parts)
}

const NUMBER = String.raw`(?<number>(?:\d{1,6}|[A-Z]\d{2})(?:\.\d{1,4}){0,4}S?(?:-\d{1,4}(?=[-:]\d))?)(?:[-:](?<year>\d{4}|\d{2}))?(?<tail>.*)$`
const GROUP_OR_ENTERPRISE = new RegExp(String.raw`^(?:(?<head>[TQ][/ ](?:[A-Z0-9]{2,15}(?= )|\d*[A-Z]{2,15})))(?<mandate>)(?<place>) ?${NUMBER}`, 's')
const LOCAL = new RegExp(String.raw`^(?<head>DBJ? ?(?:\d{4}|\d{2})|DBJ)(?<mandate>/T)?(?<place>)(?:(?<=/T) ?| )${NUMBER}`, 's')
const NATIONAL_OR_SECTOR = new RegExp(
  String.raw`^(?<head>GBZ|GBJ|GB|GJB|GSB|JJG|JJF|${[...SECTOR_CODES].sort((a, b) => b.length - a.length).join('|')})(?<mandate>/[TZ])?(?: ?(?<place>\([\u4e00-\u9fff]{1,6}\)))? ?${NUMBER}`,
  's',
)
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '))

/** Numbers of these families may hold one dash: `JTS 257-2`, `GSB 16-2159`, `DBJ/T 33-1001`. */
const WITH_DASH = /^(?:JTS|GSB|DBJ)$/

const begin = (head: string, mandate: string | undefined, place: string | undefined, number: string): Parts | null => {
  const sign: Mandate = mandate === '/T' ? 'recommended' : mandate === '/Z' ? 'guide' : 'mandatory'
  const first = head.charAt(1)
  const letter = /^[A-Z]/.test(number)
  if (first === '/' || first === ' ') {
    if (letter || number.includes('-')) return null
    const code = head.slice(2)
    if (head.startsWith('Q')) return { scope: 'enterprise', prefix: `Q/${code}`, number }
    return number.endsWith('S') || !/^[A-Z]/.test(code) ? null : { scope: 'group', prefix: `T/${code}`, number }
  }
  if (number.endsWith('S') || (letter && head !== 'JTG') || (number.includes('-') && !WITH_DASH.test(head))) return null
  const local = /^DB(J)? ?(\d*)$/.exec(head)
  if (local && (local[2] || local[1])) {
    if (local[2] && !PROVINCES.has(local[2].slice(0, 2))) return null
    return { scope: 'local', prefix: `DB${local[1] ?? ''}${local[2]}`, mandate: sign, number }
  }
  if (place && head !== 'JJG' && head !== 'JJF') return null
  if (head === 'JJG' || head === 'JJF' || head === 'GSB') {
    return mandate ? null : { scope: place ? 'sector' : 'national', prefix: head + (place ?? ''), number }
  }
  return { scope: NATIONAL.has(head) ? 'national' : 'sector', prefix: head, mandate: sign, number }
}
const NATIONAL = new Set(['GB', 'GBZ', 'GBJ', 'GJB'])

/** Two digits were usual before 1996; the years of this century always have four. */
const fullYear = (digits: string): number | null => {
  const year = digits.length === 4 ? +digits : +digits >= 50 ? 1900 + +digits : 0
  return year >= 1949 && year < 2100 ? year : null
}

const TAIL = /^(?<sheets>(?:\/XG\d{1,2}(?:-\d{4})?)*)(?: ?\((?<revised>\d{4}年版)\))?(?<all> ?\((?:所有部分|全部部分|全部|ALL PARTS)\)| ?(?:所有部分|全部部分))?(?<adopted>.*)$/s
const ADOPTED = /^(?:\/(?<double>[A-Z].*)| ?\((?<degreeFirst>IDT|MOD|NEQ|EQV)[ ,:](?<second>[^()]+)\)| ?\((?<first>[^()]+?)(?:[, ] ?(?<degree>IDT|MOD|NEQ|EQV))?\)| (?<word>IDT|MOD|NEQ|EQV) (?<plain>.+))$/s

const readTail = (tail: string, parts: Parts, parseCounterpart: (text: string) => ParsedNumber | null): boolean => {
  const { sheets, revised, all, adopted } = TAIL.exec(tail)!.groups!
  if (sheets) parts.amendment = sheets.slice(1)
  if (revised) parts.variant = revised
  if (all) parts.allParts = true
  if (!adopted) return true
  const found = ADOPTED.exec(adopted)?.groups
  const counterpart = found && parseCounterpart((found.double ?? found.second ?? found.first ?? found.plain).trim())
  if (!counterpart) return false
  parts.counterpart = counterpart.canonical
  // A double number is given to identical adoptions only (GB/T 20000.2).
  parts.degree = found.double ? 'IDT' : ((found.degreeFirst ?? found.degree ?? found.word ?? null) as Degree | null)
  return true
}
