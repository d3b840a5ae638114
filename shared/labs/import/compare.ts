// What a file changes against the edition before: lines that come, that take another's place, that stay and that end.
import type { Scheme, ScopeRow } from '../lab.ts'
import type { ReadLine } from './read-scope.ts'

export type Named = Omit<ScopeRow, 'site'> & { site: string | null }
/** `changed` with the row whose place it takes. */
export type ScopeChanges = { added: ReadLine[]; changed: { line: ReadLine; old: Named }[]; same: number; gone: Named[] }

/** `before`: the lab's standing rows with their sites by name. Only those of schemes that the file speaks of can end: a list for CNAS says nothing of CMA. */
export const compareScope = (before: readonly Named[], lines: readonly ReadLine[]): ScopeChanges => {
  const schemes = new Set<Scheme>(lines.map(({ scheme }) => scheme))
  const left = new Map<string, Named[]>()
  for (const row of before) if (schemes.has(row.scheme)) left.set(keyOf(row), [...(left.get(keyOf(row)) ?? []), row])
  const take = (line: ReadLine, fits: (row: Named) => boolean): Named | null => {
    const rows = left.get(keyOf(line)) ?? []
    const at = rows.findIndex(fits)
    return at === -1 ? null : rows.splice(at, 1)[0]
  }
  // Those that say the same first, so that none of them takes another's place.
  const rest = lines.filter(line => take(line, row => FACTS.every(fact => row[fact] === line[fact])) === null)
  const changes: ScopeChanges = { added: [], changed: [], same: lines.length - rest.length, gone: [] }
  for (const line of rest) {
    const old = take(line, () => true)
    if (old) changes.changed.push({ line, old })
    else changes.added.push(line)
  }
  changes.gone = [...left.values()].flat()
  return changes
}

/** What makes it the same line though its year, range or days are others. */
const keyOf = ({ scheme, object, parameter, method, clause, site }: ReadLine | Named): string => JSON.stringify([scheme, object, parameter, method, clause, site])
const FACTS = ['number', 'certificate', 'range', 'cmc', 'from', 'until'] as const satisfies readonly (keyof ReadLine)[]
