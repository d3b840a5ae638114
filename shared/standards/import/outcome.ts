// What an import is asked, says on the way, and ends with.
import type { FileLook, InputFile, ReadProblem, RowFault } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { RefusedRow } from '#shared/readers/refused-csv.ts'
import type { Tallies } from '../catalogue.ts'
import type { ClassNames } from '../classification.ts'
import type { Standard } from '../standard.ts'
import type { Field } from './fields.ts'

/** In this order: where files differ about a standard, the first decides and the others are listed. */
export type ImportFile = { file: InputFile; look: FileLook; mapping: Mapping<Field> }

export type ImportOptions = {
  files: ImportFile[]
  /** Adding: what the catalogue holds already. It comes behind the files, so that a newer file decides. */
  base?: Standard[]
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** `bytes` of `totalBytes` are counted in the files as they lie on the disk. `refused` and `repairs` are those since the last call. */
export type Progress = { file: string; bytes: number; totalBytes: number; tallies: Tallies; refused: Refusal[]; repairs: HeldRepair[] }

export type ImportOutcome = {
  standards: Standard[]
  /** Names of ICS and CCS codes, when a file was a classification list. */
  classNames: ClassNames | null
  /** read = kept + merged + refused. */
  tallies: Tallies
  sources: { name: string; rows: number }[]
  /** Every refused row. */
  refused: Refusal[]
  repairs: RepairReport
}

export type ImportProblem =
  | ReadProblem
  /** No column is said to hold the number (or the code, in a classification list). */
  | { code: 'no-number-column'; file: string; columns: string[] }
  /** Every row was refused; the catalogue would be empty. */
  | { code: 'nothing-kept'; read: number; refused: number }
  /** Only classification lists were given, and no catalogue that they could be added to. */
  | { code: 'only-class-names' }

export type Refusal = RefusedRow<RefusalReason>
export type RefusalReason =
  | RowFault
  | { code: 'no-number' }
  /** The number's cell says that there is none: 无, 待定, `-`. */
  | { code: 'placeholder-number'; text: string }
  | { code: 'unusable-number'; text: string }
  | { code: 'unusable-code'; text: string }

/** What was mended, old -> new; an empty `to` = left out, `to` the same as `from` = kept as it stands, only pointed out. */
export type Repair = { kind: RepairKind; field: Field; from: string; to: string }
export const REPAIR_KINDS = [
  'number-space', 'number-width', 'number-letter', 'number-form',
  'title-remark', 'title-related',
  'date-dropped', 'date-order',
  'ics-zeros', 'ics-form', 'ics-dropped',
  'ccs-case', 'ccs-form', 'ccs-dropped',
  'reference-form', 'reference-dropped', 'self-reference',
  'status-unknown', 'url-dropped',
] as const
export type RepairKind = (typeof REPAIR_KINDS)[number]

export type HeldRepair = Repair & { file: string; line: number; number: string }

/** Counts are complete; `held` are the first `REPAIRS_HELD`, in the order of the rows. */
export type RepairReport = { counts: { [kind in RepairKind]?: number }; held: HeldRepair[] }
export const REPAIRS_HELD = 5_000
