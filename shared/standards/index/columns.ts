import type { LooseDate } from '#shared/lib/dates.ts'
import { KINDS, type Standard } from '../standard.ts'
import { YEAR_BANDS, type YearBand } from '../query.ts'
import { packDictionary, compareBytes } from './dictionary.ts'
import { numberKeys, type NumberKey } from './number-keys.ts'
import { byNumber } from './order.ts'
import { packPostings } from './postings.ts'
import type { Section } from './segment.ts'
import { readTitle, SEARCHED, shownTitle } from './titles.ts'

/**
 * The shown title of each record, once each: a byte a character where all fit one, else two; editions share them.
 * `also` names further titles that hold CJK, for records that have several.
 */
export const packTitles = (standards: readonly Standard[], fold: Uint16Array): Record<string, Section> => {
  const places = new Map<string, number>([['', 0]])
  const texts = ['']
  const placeOf = (text: string): number => {
    let place = places.get(text)
    if (place === undefined) {
      places.set(text, (place = texts.length))
      texts.push(text)
    }
    return place
  }
  const of = Uint32Array.from(standards, standard => placeOf(shownTitle(standard)?.text ?? ''))
  const also = standards.flatMap((standard, doc) => {
    const shown = shownTitle(standard)?.language
    return SEARCHED.filter(language => language !== shown && readTitle(standard.titles[language] ?? '', fold).cjk.length > 0).map(language => [doc, placeOf(standard.titles[language]!)])
  })
  const wide = texts.map(text => /[^\0-\xff]/.test(text))
  const at = new Uint32Array(texts.length + 1)
  let end = 0
  texts.forEach((text, i) => {
    at[i] = end + (wide[i] ? WIDE : 0)
    end += wide[i] ? text.length : (text.length + 1) >> 1
  })
  at[texts.length] = end
  const units = new Uint16Array(end)
  const bytes = new Uint8Array(units.buffer)
  texts.forEach((text, i) => {
    const start = at[i] % WIDE
    for (let u = 0; u < text.length; u++) {
      if (wide[i]) units[start + u] = text.charCodeAt(u)
      else bytes[start * 2 + u] = text.charCodeAt(u)
    }
  })
  return { 'titles.of': of, 'titles.at': at, 'titles.units': units, 'titles.also': Uint32Array.from(also.flat()) }
}

/** Marks a place of a title whose characters take two bytes. */
export const WIDE = 0x80000000

export const packNumbers = (standards: readonly Standard[]): Record<string, Section> => {
  const entries: (NumberKey & { doc: number })[] = []
  const families = new Map<string, number[]>()
  standards.forEach((standard, doc) => {
    for (const { text, base } of numberKeys(standard)) {
      entries.push({ text, base, doc })
      const family = familyOf(text)
      const list = families.get(family)
      if (!list) families.set(family, [doc])
      else if (list.at(-1) !== doc) list.push(doc)
    }
  })
  entries.sort((a, b) => compareBytes(a.text, b.text) || a.doc - b.doc)
  const names = [...families.keys()].sort(compareBytes)
  return {
    ...packDictionary('families', names),
    ...packPostings('families', standards.length, names.map(name => families.get(name)!), names.length),
    ...packDictionary('numbers', entries.map(entry => entry.text)),
    'numbers.doc': Uint32Array.from(entries, entry => entry.doc),
    'numbers.base': Uint8Array.from(entries, entry => entry.base),
    'numbers.length': Uint8Array.from(standards, standard => Math.min(255, standard.number.length)),
    'numbers.order': byNumber(standards),
  }
}

/** The letters before the first digit: a text without a digit begins numbers by whole families. */
export const familyOf = (text: string): string => text.slice(0, Math.max(0, text.search(DIGIT_OR_END)))
const DIGIT_OR_END = /\d|$/

/** Kind and year band a record; ICS fields and CCS letters together as a class, whose members stand as bits. */
export const packFacets = (standards: readonly Standard[]): Record<string, Section> => {
  const classes = new Map<string, number>()
  const members: number[] = []
  const of = Uint32Array.from(standards, standard => {
    const words = classWords(standard)
    const key = words.join()
    let place = classes.get(key)
    if (place === undefined) {
      classes.set(key, (place = classes.size))
      members.push(...words)
    }
    return place
  })
  return {
    kinds: Uint8Array.from(standards, standard => KINDS.indexOf(standard.kind)),
    years: Uint8Array.from(standards, standard => YEAR_BANDS.indexOf(yearBand(standard.published))),
    'classes.of': of,
    'classes.members': Uint32Array.from(members),
  }
}

/** Bits 0 to 99 of a class are ICS fields, bits 128 to 153 CCS letters A to Z. */
export const CLASS_WORDS = 5
export const CCS_BIT = 128

const classWords = ({ ics, ccs }: Standard): number[] => {
  const words = new Uint32Array(CLASS_WORDS)
  const set = (bit: number): void => {
    words[bit >>> 5] |= 1 << (bit & 31)
  }
  for (const code of ics) if (/^\d\d/.test(code)) set(+code.slice(0, 2))
  for (const code of ccs) if (/^[A-Z]/.test(code)) set(CCS_BIT + code.charCodeAt(0) - 65)
  return [...words]
}

export const yearBand = (published: LooseDate | undefined): YearBand => {
  const year = published === undefined ? NaN : +published.slice(0, 4)
  return year >= 2020 ? '2020' : year >= 2010 ? '2010' : year < 2010 ? 'earlier' : 'unknown'
}

/** Records by full ICS code, for standards of the same field. */
export const packIcs = (standards: readonly Standard[]): Record<string, Section> => {
  const lists = new Map<string, number[]>()
  standards.forEach(({ ics }, doc) => {
    for (const code of new Set(ics)) {
      const list = lists.get(code)
      if (list) list.push(doc)
      else lists.set(code, [doc])
    }
  })
  const codes = [...lists.keys()].sort(compareBytes)
  return { ...packDictionary('ics', codes), ...packPostings('ics', standards.length, codes.map(code => lists.get(code)!), codes.length) }
}
