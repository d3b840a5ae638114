import type { PaletteProvider, PaletteRow } from '../contribution.ts'

export type PaletteGroup = { group: string; total: number; rows: PaletteRow[] }

/** Of a row what brings it back later: an action by its id, a place by its path. */
export type RecentRow = { id: string; title: string; path: string | null }

/** Asks every provider and leaves out rows whose path isn't one that `opens`; groups of one name become one, empty ones fall away, mere ways on come last. */
export const askProviders = async (providers: readonly PaletteProvider[], text: string, opens: (path: string) => boolean): Promise<PaletteGroup[]> => {
  const answers = await Promise.all(providers.map(async ({ group, icon, search }) => ({ group, icon, ...shut(await search(text), opens) })))
  const groups = new Map<string, PaletteGroup>()
  for (const { group, icon, total, rows } of answers) {
    const before = groups.get(group) ?? { group, total: 0, rows: [] }
    groups.set(group, { group, total: before.total + total, rows: [...before.rows, ...rows.map(row => ({ icon, ...row }))] })
  }
  const found = [...groups.values()].map(({ group, total, rows }) => ({ group, total: total - rows.filter(row => row.anyText).length, rows: rows.filter(row => !row.anyText) }))
  const ways = [...groups.values()].flatMap(({ rows }) => rows.filter(row => row.anyText))
  return [...found, { group: 'palette.ways', total: ways.length, rows: ways }].filter(({ rows }) => rows.length)
}

type Found = { total: number; rows: PaletteRow[] }
const shut = ({ total, rows }: Found, opens: (path: string) => boolean): Found => {
  const open = rows.filter(({ path }) => path === undefined || opens(path))
  return { total: total - rows.length + open.length, rows: open }
}

/** What is listed: `most` of each group, or all of the one chosen. */
export const listed = (groups: readonly PaletteGroup[], only: string | null, most = 3): PaletteGroup[] =>
  groups.filter(({ group }) => only === null || group === only).map(found => (only === null ? { ...found, rows: found.rows.slice(0, most) } : found))

/** Newest first, each once, five at most. */
export const remember = (recent: readonly RecentRow[], { id, title, path }: PaletteRow): RecentRow[] =>
  [{ id, title, path: path ?? null }, ...recent.filter(row => row.id !== id)].slice(0, 5)

/** Rows whose title or words hold every part of the text, the title's places marked. */
export const matching = (rows: readonly (PaletteRow & { words?: string })[], text: string): PaletteRow[] => {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter(({ title, hint = '', words = '' }) => parts.every(part => `${title} ${hint} ${words}`.toLowerCase().includes(part)))
    .map(row => ({ ...row, titleMarks: marksOf(row.title, parts) }))
}

const marksOf = (title: string, parts: readonly string[]): [number, number][] => {
  const found = parts.map(part => [title.toLowerCase().indexOf(part), part.length] as const).filter(([at]) => at >= 0)
  return found.map(([at, length]): [number, number] => [at, at + length]).sort(([a], [b]) => a - b)
}
