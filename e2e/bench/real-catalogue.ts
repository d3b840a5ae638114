import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isLooseDate } from '#shared/lib/dates.ts'
import { identify } from '#shared/standards/number.ts'
import { sourceWord } from '#shared/standards/source-word.ts'
import type { Reference, Standard } from '#shared/standards/standard.ts'

/** The folder of real catalogues beside the checkout; null where it isn't there. */
export const dataFolder = (root: string): string | null => {
  const folder = join(root, '..', 'shared', 'data')
  return existsSync(folder) ? folder : null
}

type Row = { number: string; titleZh?: string; titleEn?: string; titleJa?: string; titleFr?: string; status?: string; published?: string; effective?: string; withdrawn?: string; ics?: string[]; ccs?: string; replaces?: string[]; replacedBy?: string[]; committee?: string; url?: string; category?: string; source?: string }

/** Standards of the named catalogues, one a number; the first file decides. A plain reading: the import does it with all its care. */
export const readCatalogues = (folder: string, names: readonly string[]): Standard[] => {
  const held = new Map<string, Standard>()
  for (const name of names) {
    const text = gunzipSync(readFileSync(join(folder, `${name}.ndjson.gz`))).toString('utf8')
    text.split('\n').forEach((line, i) => {
      const standard = line && standardOf(JSON.parse(line) as Row, name, i + 1)
      if (standard && !held.has(standard.number)) held.set(standard.number, standard)
    })
  }
  return [...held.values()]
}

const standardOf = (row: Row, name: string, line: number): Standard | null => {
  const identity = identify(row.number)
  if (!identity) return null
  const { number, key, recognised, year, kind, adopts } = identity
  return {
    number, key, recognised, year, kind, adopts,
    titles: { ...(row.titleZh && { zh: row.titleZh }), ...(row.titleEn && { en: row.titleEn }), ...(row.titleJa && { ja: row.titleJa }), ...(row.titleFr && { fr: row.titleFr }) },
    word: sourceWord(row.status ?? '') ?? null,
    ...dated('published', row.published), ...dated('effective', row.effective), ...dated('withdrawn', row.withdrawn),
    replaces: references(row.replaces), replacedBy: references(row.replacedBy),
    ics: row.ics ?? [], ccs: row.ccs ? [row.ccs] : [],
    ...(row.committee && { committee: row.committee }), ...(row.url && { url: row.url }), ...(row.category && { category: row.category }),
    sources: [{ name: row.source ?? name, line }],
  }
}

const dated = (name: 'published' | 'effective' | 'withdrawn', date: string | undefined): Partial<Standard> => (date && isLooseDate(date) ? { [name]: date } : {})

const references = (numbers: string[] | undefined): Reference[] => (numbers ?? []).flatMap(number => {
  const identity = identify(number)
  return identity ? [{ number: identity.number, part: false }] : []
})
