import type { IsoDay } from '#shared/lib/dates.ts'
import type { LabTest, ScopeRow } from './lab.ts'
import { methodOf } from './method.ts'
import { type Evidence, type ScopeAnswer, scopeAnswer } from './scope.ts'

/** What the page lists: a row of the scope, or a test of the directory that the scope doesn't bear. `newer`: the edition in force in the place of its own. */
export type ScopeLine = { id: string; row: ScopeRow | null; test: LabTest | null; object: string; parameter: string; number: string; answer: ScopeAnswer; evidence: Evidence; newer: string | null }

/** `newer` knows the catalogue; a row whose edition another has replaced on that day waits for its extension. Expects the rows and tests of one lab that stand. */
export const scopeLines = (rows: readonly ScopeRow[], tests: readonly LabTest[], newer: (number: string) => string | null, day: IsoDay): ScopeLine[] => [
  ...rows.map((row): ScopeLine => {
    const { object, parameter, number } = row
    const own = scopeAnswer([row], { object, parameter, method: row.method, edition: editionOf(number) }, day)
    const next = newer(number)
    const outdated = next !== null && own.answer === 'in-scope'
    return { id: row.id, row, test: null, object, parameter, number, newer: next, ...(outdated ? { answer: 'other-edition', evidence: { why: 'edition', row: row.id, listed: editionOf(number) } } : { answer: own.answer, evidence: own.evidence }) }
  }),
  ...tests.flatMap((test): ScopeLine[] => {
    const { object, parameter, number, range } = test
    const method = methodOf(number)
    const { answer, evidence } = scopeAnswer(rows, { object, parameter, method: method?.method ?? number, edition: method?.edition ?? null, range }, day)
    const unborne = answer === 'out-of-range' || (answer === 'not-accredited' && evidence.why === 'no-row')
    return unborne ? [{ id: test.id, row: null, test, object, parameter, number, answer, evidence, newer: newer(number) }] : []
  }),
]

const editionOf = (number: string): number | null => methodOf(number)?.edition ?? null
