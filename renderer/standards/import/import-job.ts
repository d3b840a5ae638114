// What the import worker does with a job. Its means are given, so that tests run it without a browser.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { compareCatalogues } from '#shared/standards/import/changes.ts'
import type { ImportOptions, ImportOutcome, ImportProblem } from '#shared/standards/import/outcome.ts'
import { contentsOf } from '#shared/standards/index/records.ts'
import { openPack, unpack } from '#shared/standards/pack/read-pack.ts'
import { buildSegment } from '#shared/standards/index/build.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import type { Standard } from '#shared/standards/standard.ts'
import type { NewCatalogue } from '../../db/catalogue.ts'
import type { Held } from './held-catalogue.ts'
import type { Imported, ImportJob, InstallJob, News, PackJob, RunProblem } from './protocol.ts'
import { writeReport } from './report.ts'

export type Means = {
  read: (options: ImportOptions) => Promise<Result<ImportOutcome, ImportProblem>>
  held: () => Promise<Result<Held | null, CatalogueProblem>>
  activate: (catalogue: NewCatalogue) => Promise<Result<{ id: string }, CatalogueProblem>>
  tell: (news: Partial<News>) => void
  /** Lets messages in: a cancel can't be heard while work goes on. */
  breathe: () => Promise<void>
  /** False = it was cancelled. */
  maySave: () => Promise<boolean>
  /** ISO instant. */
  now: () => string
  signal: AbortSignal
}

export const importFiles = async ({ files, mode, date }: ImportJob, means: Means): Promise<Result<Imported, RunProblem>> => {
  const before = await means.held()
  // A catalogue that can't be opened is no hindrance to replacing it.
  if (!before.ok && mode === 'add') return before
  const held = before.ok ? before.value : null
  const base = mode === 'add' && held ? [...held.standards] : null
  const rows = files.reduce((sum, { look }) => sum + look.rows.count, 0)
  const read = await means.read({
    files, signal: means.signal, ...(base ? { base } : {}),
    onProgress: ({ file, tallies, refused, repairs }) => means.tell({ phase: 'reading', file, done: tallies.read, total: Math.max(rows, tallies.read), tallies, refused, repairs }),
  })
  if (!read.ok) return read
  const { standards, classNames, tallies, sources, repairs } = read.value
  means.tell({ phase: 'comparing', file: null, done: 0, total: 0, tallies, refused: [], repairs: [] })
  const about = { date, origin: 'import' as const, sources: base && held ? [...sources, ...held.meta.sources] : sources, tallies }
  return keep(standards, about, held && { ...held, standards: base ?? held.standards }, { report: writeReport(read.value), repairs: repairs.counts, classNames }, means)
}

export const installStandards = async ({ standards, date, origin, sources }: InstallJob, means: Means): Promise<Result<Imported, RunProblem>> => {
  const tallies = { read: standards.length, kept: standards.length, merged: 0, refused: 0, repaired: 0 }
  const held = await means.held()
  means.tell({ phase: 'comparing', tallies })
  return keep(standards, { date, origin, sources, tallies }, held.ok ? held.value : null, { report: null, repairs: {}, classNames: null }, means)
}

export const takePack = async ({ file, origin }: PackJob, means: Means): Promise<Result<Imported, RunProblem>> => {
  const pack = await openPack(file)
  if (!pack.ok) return pack
  const meta: CatalogueMeta = { ...pack.value.manifest.meta, origin }
  means.tell({ phase: 'unpacking', tallies: meta.tallies })
  const unpacked = await unpack(pack.value, (done, total) => means.tell({ phase: 'unpacking', done, total }), means.signal)
  if (!unpacked.ok) return unpacked
  const { hot, cold } = unpacked.value
  const contents = contentsOf(hot, cold, meta.date)
  if (!contents.ok) return contents
  const before = await means.held()
  const held = before.ok ? before.value : null
  means.tell({ phase: 'comparing', done: 0, total: 0 })
  await means.breathe()
  const standards = [...contents.value.standards]
  const changes = held && compareCatalogues(held.standards, standards)
  return store({ meta, changes, hot: new Blob([hot]), cold: new Blob([cold]), report: null }, held, standards, {}, means)
}

type About = Omit<CatalogueMeta, 'built' | 'records'>
type Kept = { report: Blob | null; repairs: Imported['repairs']; classNames: ImportOutcome['classNames'] }

const keep = async (standards: readonly Standard[], about: About, held: Held | null, { report, repairs, classNames }: Kept, means: Means): Promise<Result<Imported, RunProblem>> => {
  const meta: CatalogueMeta = { ...about, built: means.now(), records: standards.length }
  await means.breathe()
  if (means.signal.aborted) return fail({ code: 'cancelled' })
  const changes = held && compareCatalogues(held.standards, standards)
  means.tell({ phase: 'indexing', done: 0, total: 0 })
  await means.breathe()
  if (means.signal.aborted) return fail({ code: 'cancelled' })
  const { hot, cold } = buildSegment({ standards, meta, classNames: namesAfter(held?.classNames ?? null, classNames) }, (done, total) => means.tell({ phase: 'indexing', done, total }))
  return store({ meta, changes, hot: new Blob([hot]), cold: new Blob([cold]), report }, held, standards, repairs, means)
}

/** The last word of a cancel is before it. */
const store = async (catalogue: NewCatalogue, held: Held | null, standards: readonly Standard[], repairs: Imported['repairs'], means: Means): Promise<Result<Imported, RunProblem>> => {
  if (!(await means.maySave())) return fail({ code: 'cancelled' })
  means.tell({ phase: 'saving', done: 0, total: 0 })
  const active = await means.activate(catalogue)
  if (!active.ok) return active
  const { meta, changes } = catalogue
  return ok({ meta, before: held?.meta ?? null, changes, repairs, differing: standards.reduce((n, standard) => n + (standard.differs?.length ? 1 : 0), 0) })
}

/** Names of classes stay, whichever catalogue comes, until a list names those classes anew. */
const namesAfter = (held: Kept['classNames'], brought: Kept['classNames']): Kept['classNames'] =>
  held && brought ? { ics: { ...held.ics, ...brought.ics }, ccs: { ...held.ccs, ...brought.ccs } } : (brought ?? held)
