// Laboratories of a complex: where they are, what they are accredited for, what they test and how long that takes.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { FieldConflict } from '#shared/sync/field-patch.ts'

/** `opening` is what a person is told; the hours that count are those of the resources. `example`: put in by the starter directory. */
export type Lab = {
  id: string
  complex: string
  name: string
  address: string | null
  opening: string | null
  contact: string | null
  example: boolean
  /** Out of sight and of use; what speaks of it stays. So with sites, rows and tests. */
  retired: boolean
  imported: ScopeImport | null
}

/**
 * The last import of its scope: read = kept + merged + refused; kept = added + changed + same. `gone`: rows of the edition before that the
 * file no longer has. Counts of rows. `id` is made on the desk, `at` in ms since 1970, UTC.
 */
export type ScopeImport = { id: string; at: number; read: number; kept: number; merged: number; refused: number; added: number; changed: number; same: number; gone: number }

export type LabSite = { id: string; complex: string; lab: string; name: string; address: string | null; retired: boolean }

export const SCHEMES = ['CNAS', 'CMA'] as const
export type Scheme = (typeof SCHEMES)[number]

/** One line of a certificate's annex. A changed line ends and another takes its place, so that what a booking was told stays to be read. */
export type ScopeRow = {
  id: string
  complex: string
  lab: string
  scheme: Scheme
  /** Number of the certificate. */
  certificate: string | null
  object: string
  parameter: string
  /** Canonical number with its year. */
  number: string
  /** The same without its year; set by the commands. */
  method: string
  /** Of the method, as printed: `6.7`, `附录 A`. */
  clause: string | null
  /** As printed. */
  range: string | null
  cmc: string | null
  /** Null: all sites of the lab, or not told. */
  site: string | null
  /** Both days belong to it; null = not told. */
  from: IsoDay | null
  until: IsoDay | null
  retired: boolean
  /** Asked for and not granted: it changes no answer. */
  extension?: Extension | null
}

/** 扩项申请: to which body, on which day, under which number. */
export type Extension = { body: Scheme; day: IsoDay; number: string | null }

/** An entry of the directory of tests (检测目录). */
export type LabTest = {
  id: string
  complex: string
  lab: string
  object: string
  parameter: string
  /** Canonical number of the method, with its year where it names one. */
  number: string
  /** In which it is offered, as printed. */
  range: string | null
  /** Done one after another, in this order. */
  parts: TestPart[]
  /** What has to be brought, in words. */
  sample: string | null
  prices: Price[]
  /** What overtime costs on top, whole per cent; null or missing = not told, then it is to be asked. */
  overtime?: number | null
  retired: boolean
}

/** `minutes` of the resource; `after`: how long may lie between the end of the part before and its start (of the first one it says nothing). */
export type TestPart = { resource: string; minutes: number; after: Gap }
/** Minutes; `most` null = any length. */
export type Gap = { least: number; most: number | null }

export const URGENCIES = ['normal', 'urgent', 'express'] as const
export type Urgency = (typeof URGENCIES)[number]
/** `days`: working days from the end of the last part to the report. `fen`: hundredths of a yuan, null = to be asked. */
export type Price = { urgency: Urgency; days: number; fen: number | null }

export type LabTables = { labs: Lab; lab_sites: LabSite; scope_rows: ScopeRow; tests: LabTest; field_conflicts: FieldConflict }
