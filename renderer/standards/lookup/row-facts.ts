import { type IsoDay, lastDay, dayNumber } from '#shared/lib/dates.ts'
import type { Hit } from '#shared/standards/query.ts'
import { numberLines } from '../parts/NumberText.ts'
import type { zh } from '../messages/zh.ts'

/** One fact of a row's second line: a message key below `standards.row` and its words. `warning` = a warning about time. */
export type Fact = { key: keyof typeof zh.row; words: Record<string, string | number | readonly string[]>; warning?: true }

/** Too long for one line of its column: the number wraps and takes the place of its kind. */
export const isLong = ({ number }: Pick<Hit, 'number'>): boolean => number.length > COLUMNS

/** Lines that a number needs beyond the two that every row has room for. */
export const extraLines = (hit: Pick<Hit, 'number'>): number => (isLong(hit) ? Math.max(0, numberLines(hit.number, COLUMNS) - 2) : 0)

/** Characters of the number's column, for wide letters too. */
const COLUMNS = 18

/** The facts of a row in the order of their weight; numbers stay canonical. A row that is replaced says only by what. */
export const rowFacts = (hit: Hit, day: IsoDay): Fact[] => {
  const successor = hit.replacedBy
  const gone = hit.status === 'replaced' || hit.status === 'withdrawn'
  if (gone && successor) return [successorOf(successor)]
  const facts: Fact[] = []
  const warning = gone ? null : coming(hit, day)
  if (warning) facts.push(warning)
  facts.push(dated(hit))
  if (warning || gone) return facts
  if (hit.ics.length > 0) facts.push({ key: 'ics', words: { codes: hit.ics.slice(0, 2) } })
  if (hit.replaces.count === 1 && hit.replaces.first !== null) facts.push({ key: 'replaces', words: { number: hit.replaces.first } })
  else if (hit.replaces.count > 1) facts.push({ key: 'replacesMany', words: { n: hit.replaces.count } })
  return facts
}

type Successor = NonNullable<Hit['replacedBy']>

const successorOf = ({ number, from }: Successor): Fact => (from === null ? { key: 'replacedBy', words: { number } } : { key: 'replacedByFrom', words: { number, from } })

/** A successor that isn't in force on the day yet, or whose day nobody knows. */
const coming = ({ replacedBy, status }: Hit, day: IsoDay): Fact | null => {
  if (!replacedBy || status === 'draft') return null
  const { number, from, held } = replacedBy
  if (from !== null && lastDay(from) > dayNumber(day)) return { key: 'replacedFrom', words: { from }, warning: true }
  if (!held) return { key: 'successorNotHeld', words: { number }, warning: true }
  return { key: 'successorUndated', words: { number }, warning: true }
}

const dated = ({ effective, published }: Hit): Fact => {
  if (effective !== null) return { key: 'effective', words: { day: effective } }
  return published !== null ? { key: 'published', words: { day: published } } : { key: 'undated', words: {} }
}
