// Whether a lab is accredited for a test on a day: one of five answers, with the row that says so.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Scheme, ScopeRow } from './lab.ts'
import { methodOf } from './method.ts'
import { rangeFit } from './range.ts'

/** In the order of how near they come, best first; a row is as good as its worst fault, the answer is that of the best row. */
export const SCOPE_ANSWERS = ['in-scope', 'other-edition', 'out-of-range', 'expired', 'not-accredited'] as const
export type ScopeAnswer = (typeof SCOPE_ANSWERS)[number]

/** `method` without its year, `edition` its year (`methodOf`); `range`: the value or range wanted, as printed. With `site`, rows of another site don't count. */
export type ScopeQuestion = { object: string; parameter: string; method: string; edition: number | null; range?: string | null; site?: string | null }

/** What the answer rests on: the facts of one row, or that no row speaks of it. */
export type Evidence =
  | { why: 'covered'; row: string; range: 'inside' | 'not-asked' | 'not-told' | 'not-comparable' }
  | { why: 'edition'; row: string; listed: number | null }
  | { why: 'range'; row: string; listed: string }
  | { why: 'expired'; row: string; until: IsoDay }
  | { why: 'not-yet'; row: string; from: IsoDay }
  | { why: 'no-row'; row: null }

/** `schemes`: under which marks the answer holds, CNAS first; none where no row does. */
export type ScopeFinding = { answer: ScopeAnswer; evidence: Evidence; schemes: Scheme[] }

/** Expects the rows of one lab; those of other methods may be among them. Nothing but its arguments decides, their order neither. */
export const scopeAnswer = (rows: readonly ScopeRow[], question: ScopeQuestion, day: IsoDay): ScopeFinding => {
  const found = rows.filter(row => speaksOf(row, question)).map(row => ({ row, ...verdict(row, question, day) })).sort(better)
  if (found.length === 0) return { answer: 'not-accredited', evidence: { why: 'no-row', row: null }, schemes: [] }
  const [{ answer, evidence }] = found
  const schemes = answer === 'not-accredited' ? [] : [...new Set(found.filter(one => one.answer === answer).map(({ row }) => row.scheme))].sort().reverse()
  return { answer, evidence, schemes }
}

type Verdict = { row: ScopeRow; answer: ScopeAnswer; evidence: Evidence }

const verdict = (row: ScopeRow, { edition, range }: ScopeQuestion, day: IsoDay): Pick<Verdict, 'answer' | 'evidence'> => {
  if (row.from !== null && day < row.from) return { answer: 'not-accredited', evidence: { why: 'not-yet', row: row.id, from: row.from } }
  if (row.until !== null && day > row.until) return { answer: 'expired', evidence: { why: 'expired', row: row.id, until: row.until } }
  const asked = !range?.trim() ? 'not-asked' : row.range === null ? 'not-told' : rangeFit(row.range, range)
  if (asked === 'outside') return { answer: 'out-of-range', evidence: { why: 'range', row: row.id, listed: row.range! } }
  const listed = methodOf(row.number)?.edition ?? null
  if (listed !== edition) return { answer: 'other-edition', evidence: { why: 'edition', row: row.id, listed } }
  return { answer: 'in-scope', evidence: { why: 'covered', row: row.id, range: asked } }
}

const speaksOf = (row: ScopeRow, { object, parameter, method, site }: ScopeQuestion): boolean =>
  !row.retired && row.method === method && fold(row.object) === fold(object) && (fold(row.parameter) === fold(parameter) || ALL.has(fold(row.parameter))) && (!site || row.site === null || row.site === site)

/** A row for the whole method. */
const ALL = new Set(['全部参数', '全部项目', '全参数', '全项'])

/** Width, case, blanks and brackets of either kind don't count. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s()[\]]/g, '')

const rank = ({ answer }: Verdict): number => SCOPE_ANSWERS.indexOf(answer)
/** Between equal answers: a range that was compared, then the one that holds longest. */
const sure = ({ evidence }: Verdict): number => (evidence.why === 'covered' && (evidence.range === 'not-comparable' || evidence.range === 'not-told') ? 1 : 0)
const NEVER = '9999-12-31'
const better = (a: Verdict, b: Verdict): number =>
  rank(a) - rank(b) || sure(a) - sure(b) || order(b.row.until ?? NEVER, a.row.until ?? NEVER) || order(a.row.id, b.row.id)
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
