import type { Reference, Standard } from './standard.ts'

/** For each row that its source calls replaced: the next edition of the same standard, else -1. */
export const nextEditions = (rows: readonly Standard[]): Int32Array => {
  const next = new Int32Array(rows.length).fill(-1)
  const byKey = new Map<string, number[]>()
  for (const { word, key } of rows) if (word === 'replaced') byKey.set(key, [])
  for (let row = 0; row < rows.length; row++) {
    const standard = rows[row]
    const line = byKey.get(standard.key)
    if (line && standard.word !== 'draft' && isPlainEdition(standard)) line.push(row)
  }
  for (const line of byKey.values()) if (line.length > 1) line.sort((a, b) => rows[a].year! - rows[b].year!)
  for (const [row, { word, key, year }] of rows.entries()) {
    if (word === 'replaced' && year !== null) next[row] = byKey.get(key)?.find(other => rows[other].year! > year) ?? -1
  }
  return next
}

/** What the line of editions needs to know of a standard; the lists as `resolveRelations` unites them, so without drafts. */
export type LineRow = { number: string; key: string; year: number | null; replaces: readonly Reference[]; replacedBy: readonly Reference[] }

/**
 * The line of editions that `number` belongs to, newest first, itself among them: full replacements in both directions, the same
 * standard (key) before others, another one only where it is the single one. `sameKey` gives the held editions of a key, so that
 * those which no reference names stand in the line too. Circles in the data are cut.
 */
export const editionLine = (number: string, get: (number: string) => LineRow | null, sameKey: (key: string) => readonly string[] = () => []): string[] => {
  const line = new Set([number])
  const older = walk(number, get, line, row => row.replaces)
  const newer = walk(number, get, line, row => row.replacedBy).reverse()
  const chain = [...newer, number, ...older]
  const own = get(number)
  if (!own || !isPlainEdition(own)) return chain
  const others = sameKey(own.key).filter(other => !line.has(other) && isPlainEdition(get(other) ?? UNKNOWN))
  return others.reduce((all, other) => insert(all, other, get), chain)
}

const UNKNOWN = { number: '', year: null }

/** The longest chain of the real catalogues has 11 editions. */
const LONGEST = 64

const walk = (number: string, get: (number: string) => LineRow | null, seen: Set<string>, step: (row: LineRow) => readonly Reference[]): string[] => {
  const path: string[] = []
  for (let at = get(number); at && path.length < LONGEST; ) {
    const following = choose(at, step(at), get)
    if (following === null || seen.has(following)) break
    seen.add(following)
    path.push(following)
    at = get(following)
  }
  return path
}

const choose = (from: LineRow, references: readonly Reference[], get: (number: string) => LineRow | null): string | null => {
  const full = references.filter(({ part }) => !part)
  const own = full.flatMap(({ number }) => {
    const row = get(number)
    return row && row.key === from.key ? [row] : []
  })
  const plain = own.filter(isPlainEdition)
  if (plain.length > 0) return plain.reduce((best, row) => (Math.abs((row.year ?? 0) - (from.year ?? 0)) < Math.abs((best.year ?? 0) - (from.year ?? 0)) ? row : best)).number
  if (own.length > 0) return own[0].number
  return full.length === 1 ? full[0].number : null
}

/** Before the first that isn't newer, by year. */
const insert = (line: string[], number: string, get: (number: string) => LineRow | null): string[] => {
  const year = get(number)?.year ?? 0
  const at = line.findIndex(other => (get(other)?.year ?? 0) < year)
  return at === -1 ? [...line, number] : [...line.slice(0, at), number, ...line.slice(at)]
}

/** An edition itself, not its amendment, consolidation or reading variant: nothing follows its year. */
export const isPlainEdition = ({ number, year }: { number: string; year: number | null }): boolean => {
  if (year === null || SUPPLEMENT.test(number)) return false
  const end = number.lastIndexOf(String(year))
  return end > 0 && (end + 4 === number.length || /^-\d\d$/.test(number.slice(end + 4)))
}
const SUPPLEMENT = /[/+](?:XG|Amd|AMD|Cor|COR|Add|ADD|Suppl|SUPPL|Ext|EXT|ISH|AMENDMENT|CORRIGENDUM|A\d|AC\b)/
