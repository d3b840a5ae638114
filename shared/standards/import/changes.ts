import type { Changes } from '../catalogue.ts'
import type { Standard } from '../standard.ts'

/** What a new catalogue changes against the one before. Only facts count, not where they were read. */
export const compareCatalogues = (before: Iterable<Standard>, after: Iterable<Standard>): Changes => {
  const old = new Map<string, Standard>()
  for (const standard of before) old.set(standard.number, standard)
  const changes: Changes = { added: 0, changed: 0, same: 0, gone: 0 }
  for (const standard of after) {
    const held = old.get(standard.number)
    if (!held) changes.added++
    else if (sameFacts(held, standard)) changes.same++
    else changes.changed++
    old.delete(standard.number)
  }
  changes.gone = old.size
  return changes
}

const sameFacts = (a: Standard, b: Standard): boolean => SINGLE.every(field => a[field] === b[field]) && LANGUAGES.every(language => a.titles[language] === b.titles[language]) && LISTS.every(field => sameList(a[field], b[field]))

const SINGLE = ['key', 'recognised', 'kind', 'word', 'printed', 'published', 'effective', 'withdrawn', 'confirmed', 'committee', 'edition', 'category', 'industry', 'note', 'url'] as const
const LANGUAGES = ['zh', 'en', 'ja', 'fr'] as const
const LISTS = ['remarks', 'replaces', 'replacedBy', 'adopts', 'ics', 'ccs'] as const

const sameList = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean => a.length === b.length && a.every((entry, i) => sameEntry(entry, b[i]))

/** Entries are texts or flat objects. */
const sameEntry = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return Object.keys(one).every(key => one[key] === other[key])
}
