// What page and import worker say to each other. Rows cross in batches, at most ten messages a second; built catalogues never cross.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { CatalogueMeta, Changes, Tallies } from '#shared/standards/catalogue.ts'
import type { Field } from '#shared/standards/import/fields.ts'
import type { HeldRepair, ImportProblem, Refusal, RepairReport } from '#shared/standards/import/outcome.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import type { PackManifest } from '#shared/standards/pack/manifest.ts'
import type { PackProblem } from '#shared/standards/pack/problem.ts'
import type { Standard } from '#shared/standards/standard.ts'

/** `replace`: the import is the new catalogue. `add`: what is held stays, and for the same number the import decides. */
export type Mode = 'replace' | 'add'

export type ImportJob = { files: { file: File; look: FileLook; mapping: Mapping<Field> }[]; mode: Mode; date: IsoDay }
/** Standards that come with the product and need no reading. */
export type InstallJob = { standards: Standard[]; date: IsoDay; origin: CatalogueMeta['origin']; sources: CatalogueMeta['sources'] }

/** A catalogue that was built elsewhere and needs no reading; who may publish has been settled before. */
export type PackJob = { file: Blob; origin: PackOrigin }
/** Where a pack came from. */
export type PackOrigin = 'pack' | 'hub'

/** What a pack says of itself, its signature checked; `fingerprint` of the key, in hex. null = not signed. */
export type PackLook = Pick<PackManifest, 'seq' | 'meta' | 'publisher' | 'key'> & { fingerprint: string | null }

export type Job = { ask: 'import'; job: ImportJob } | { ask: 'install'; job: InstallJob } | { ask: 'take'; job: PackJob }

export type Request =
  | Job
  | { ask: 'look'; id: number; file: File }
  | { ask: 'look-pack'; file: Blob }
  | { ask: 'cancel' }
  /** The answer to `ready`: from here on there is no way back. */
  | { ask: 'save' }

export type Reply =
  | { say: 'look'; id: number; found: Result<FileLook, ReadProblem> }
  | { say: 'pack'; found: Result<PackLook, PackProblem> }
  | { say: 'news'; news: News }
  /** The catalogue is built; it is stored when the page says so, which decides between a cancel and this once and for all. */
  | { say: 'ready' }
  | { say: 'end'; end: Result<Imported, RunProblem> }

/** `reading` counts rows (a total that was only estimated moves), `unpacking` bytes, `indexing` steps of the build; the others have no count. */
export type Phase = 'reading' | 'unpacking' | 'comparing' | 'indexing' | 'saving'

/** `refused` and `repairs` are those since the last news; `repairs` ends at the limit of those held. */
export type News = { phase: Phase; file: string | null; done: number; total: number; tallies: Tallies; refused: Refusal[]; repairs: HeldRepair[] }

export type Imported = {
  meta: CatalogueMeta
  /** What was active before, and how the new catalogue differs from it. */
  before: CatalogueMeta | null
  changes: Changes | null
  repairs: RepairReport['counts']
  /** Standards about which files disagree. */
  differing: number
}

export type RunProblem =
  | ImportProblem
  | PackProblem
  | CatalogueProblem
  /** Another window imports. */
  | { code: 'import-busy' }
  /** The worker broke off: an error of the program, or too little memory. */
  | { code: 'import-broke-off'; detail: string }
