import type { Cell } from '#shared/readers/file.ts'
import { identify } from '../number.ts'
import type { Adoption, Degree, Reference } from '../standard.ts'
import type { Field } from './fields.ts'
import type { Repair } from './outcome.ts'
import { isPlaceholder, narrow, splitList } from './text.ts'

/** Numbers that a cell names: each object's `number`, each entry of an array as it stands, a text divided as a list. */
export const entriesOf = (cell: Cell | undefined): string[] => {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return []
  if (Array.isArray(cell)) return cell.flatMap(entry => (typeof entry === 'string' ? [entry] : entriesOf(entry)))
  if (typeof cell === 'object') {
    const { number, degree } = cell
    return typeof number === 'string' ? [typeof degree === 'string' ? `${number} ${degree}` : number] : []
  }
  return splitList(String(cell))
}

/**
 * The standards that one replaces, or is replaced by. 全部代替 and 部分代替 hold for the entries behind them up to the next such word,
 * in brackets behind a number for that number alone. A standard can't replace itself; what is no number is left out and told.
 */
export const readReferences = (cell: Cell | undefined, field: Field, own: string, part: boolean): { references: Reference[]; repairs: Repair[] } => {
  const references: Reference[] = []
  const repairs: Repair[] = []
  let mode = part
  for (const entry of entriesOf(cell)) {
    const { text, lead, tail } = withoutExtent(entry)
    if (lead !== null) mode = lead
    if (isPlaceholder(text)) continue
    const found = identify(text)
    if (!found) repairs.push({ kind: 'reference-dropped', field, from: entry, to: '' })
    else if (found.number === own) repairs.push({ kind: 'self-reference', field, from: entry, to: '' })
    else {
      if (found.mended) repairs.push({ kind: 'reference-form', field, from: entry, to: found.number })
      addReference(references, { number: found.number, part: tail ?? mode })
    }
  }
  return { references, repairs }
}

/** What a standard adopts, with the degree where one is named: `ISO 9001:2015，IDT`, `IDT ISO 9001:2015`, `等同采用 ISO 9001:2015`. */
export const readAdoptions = (cell: Cell | undefined, degreeCell: string, own: string): { adoptions: Adoption[]; repairs: Repair[] } => {
  const adoptions: Adoption[] = []
  const repairs: Repair[] = []
  for (const entry of entriesOf(cell)) {
    const degree = degreeIn(entry)
    const text = narrow(entry.replace(DEGREE_WORDS, ' ').replace(/[（()）]/g, ' ').replace(/采用|标准/g, ' '))
    const last = adoptions.at(-1)
    if (text === '' || isPlaceholder(text)) {
      if (degree && last) last.degree ??= degree
      continue
    }
    const found = identify(text)
    if (!found) repairs.push({ kind: 'reference-dropped', field: 'adopts', from: entry, to: '' })
    else if (found.number !== own && !adoptions.some(each => each.number === found.number)) adoptions.push({ number: found.number, degree: degree ?? degreeIn(degreeCell) })
  }
  return { adoptions, repairs }
}

/** The same standard named twice: that only a part is replaced is the closer word. */
export const addReference = (references: Reference[], reference: Reference): void => {
  const held = references.find(each => each.number === reference.number)
  if (held) held.part ||= reference.part
  else references.push(reference)
}

const withoutExtent = (entry: string): { text: string; lead: boolean | null; tail: boolean | null } => {
  if (!entry.includes('代')) return { text: entry, lead: null, tail: null }
  const lead = LEAD.exec(entry)
  const rest = lead ? entry.slice(lead[0].length) : entry
  const tail = TAIL.exec(rest)
  return { text: (tail ? rest.slice(0, tail.index) : rest).trim(), lead: lead ? lead[1] === '部分' : null, tail: tail ? tail[1] === '部分' : null }
}
const LEAD = /^\s*(全部|部分)?(?:代替|替代)(?:标准)?(?:号)?\s*[:：]?\s*/
const TAIL = /\s*[（([]?\s*(全部|部分)(?:代替|替代|被代替|被替代)\s*[）)\]]?\s*$/

const DEGREE_WORDS = /\b(?:IDT|MOD|NEQ|EQV)\b|非等效|等同|等效|修改/gi
const DEGREES: Record<string, Degree> = { IDT: 'IDT', MOD: 'MOD', NEQ: 'NEQ', EQV: 'EQV', 非等效: 'NEQ', 等同: 'IDT', 等效: 'EQV', 修改: 'MOD' }
const degreeIn = (text: string): Degree | null => {
  const word = text.match(DEGREE_WORDS)?.[0]
  return word === undefined ? null : (DEGREES[word.toUpperCase()] ?? null)
}
