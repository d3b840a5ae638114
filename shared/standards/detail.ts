import type { LooseDate } from '#shared/lib/dates.ts'
import type { ClassNames } from './classification.ts'
import type { Hit } from './query.ts'
import type { Standard } from './standard.ts'
import type { Derived } from './status.ts'

/** All that the page of one standard shows, derived for one day of reading. */
export type Detail = {
  doc: number
  standard: Standard
  derived: Derived
  /** Its line of editions, newest first, this one among them; cycles in the data are cut. */
  editions: Edition[]
  /** Standards of other lines that this edition replaced, wholly and in part. */
  replacedFull: string[]
  replacedPart: string[]
  /** Standards that replace it in part. */
  partlyReplacedBy: { number: string; from: LooseDate | null; held: boolean }[]
  /** Editions and standards that adopt this one, and what it adopts itself, with degree where a source says it. */
  adoptedBy: string[]
  /** International standards with the same leaf ICS code; no adoption is implied. At most ten. */
  sameIcs: Hit[]
  /** Names that imported lists have for the codes on the paths to its classes. */
  classNames: ClassNames
}

/** One edition in the line; `held` = the catalogue has its record, else only its number is known. */
export type Edition = {
  number: string
  held: boolean
  title: string | null
  published: LooseDate | null
  /** From when it holds (effective, else published), and until when (start of its full successor, or withdrawal). */
  from: LooseDate | null
  until: LooseDate | null
  derived: Derived | null
  replacesFull: string[]
  replacesPart: string[]
}
