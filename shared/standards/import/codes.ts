import { ICS_CODE } from '../classification.ts'
import type { Repair } from './outcome.ts'
import { isPlaceholder, narrow, splitList } from './text.ts'

export type Mended<T> = { values: T[]; repairs: Repair[] }

/** ICS codes of a list, zeros restored that a spreadsheet took for decimals: `97.14` is 97.140, `1.12` is 01.120. Codes that are none are left out and told. */
export const readIcs = (texts: string[]): Mended<string> =>
  readCodes(texts, text => {
    if (ICS_CODE.test(text)) return { code: text }
    const bare = narrow(text).replace(/^ICS\s*/i, '').replace(/\s*\.\s*/g, '.').replace(/\.$/, '')
    if (ICS_CODE.test(bare)) return { code: bare, repair: { kind: 'ics-form', field: 'ics' } }
    const parts = /^(\d{1,2})(?:\.(\d{1,3})(?:\.(\d{2}))?)?$/.exec(bare)
    const [, field, group, rest] = parts ?? []
    if (!field || (rest !== undefined && group.length < 3)) return { code: null, repair: { kind: 'ics-dropped', field: 'ics' } }
    return { code: [field.padStart(2, '0'), ...(group === undefined ? [] : [group.padEnd(3, '0')]), ...(rest === undefined ? [] : [rest])].join('.'), repair: { kind: 'ics-zeros', field: 'ics' } }
  })

/** CCS codes of a list in upper case, without blanks. */
export const readCcs = (texts: string[]): Mended<string> =>
  readCodes(texts, text => {
    if (CCS.test(text)) return { code: text }
    const bare = narrow(text).replace(/\s+/g, '')
    if (CCS.test(bare)) return bare.length < text.trim().length ? { code: bare } : { code: bare, repair: { kind: 'ccs-form', field: 'ccs' } }
    const raised = bare.toUpperCase().replace(/^CCS:?(?=[A-Z])/, '')
    if (CCS.test(raised)) return { code: raised, repair: { kind: raised.length === bare.length ? 'ccs-case' : 'ccs-form', field: 'ccs' } }
    const digits = raised.slice(0, 1) + raised.slice(1).replace(/O/g, '0')
    return CCS.test(digits) ? { code: digits, repair: { kind: 'ccs-form', field: 'ccs' } } : { code: null, repair: { kind: 'ccs-dropped', field: 'ccs' } }
  })

/** A class; a few standards carry a group, too. */
const CCS = /^[A-HJ-NP-Z]\d{2}(?:\/\d{2})?$/

type Read = { code: string | null; repair?: Pick<Repair, 'kind' | 'field'> }

const readCodes = (texts: string[], read: (text: string) => Read): Mended<string> => {
  const values: string[] = []
  const repairs: Repair[] = []
  for (const text of texts.length === 1 && texts[0].length < 10 && !/[\s,;]/.test(texts[0]) ? texts : texts.flatMap(each => splitCodes(each))) {
    if (isPlaceholder(text)) continue
    const { code, repair } = read(text)
    if (repair) repairs.push({ ...repair, from: text, to: code ?? '' })
    if (code !== null && !values.includes(code)) values.push(code)
  }
  return { values, repairs }
}

/** Codes are also divided by blanks, unless the blank is inside a code (`K 30`). */
const splitCodes = (text: string): string[] => splitList(text).flatMap(entry => entry.split(/\s+(?=(?:[A-Za-z]\s?\d|\d{1,2}[.．]\d))/))
