import type { IsoDay } from '#shared/lib/dates.ts'

/** What is known of a whole catalogue; stands in the segment's header and beside its Blobs. */
export type CatalogueMeta = {
  /** The day for which its sources speak; asked at import. */
  date: IsoDay
  /** ISO instant at which it was built. */
  built: string
  records: number
  origin: 'starter' | 'import' | 'pack' | 'hub'
  /** Each source file with the rows read from it. */
  sources: { name: string; rows: number }[]
  tallies: Tallies
}

/** Every row read ends in exactly one place: read = kept + merged + refused. `repaired` counts rows mended on the way; `classes` are those of `kept` that name a class instead of a standard (missing = none). */
export type Tallies = { read: number; kept: number; merged: number; refused: number; repaired: number; classes?: number | undefined }

/** Against the catalogue that was active before. */
export type Changes = { added: number; changed: number; same: number; gone: number }
