/** Limits that keep a hostile or mistaken file from filling the memory; all well above the largest real catalogue. */
export const CAPS = {
  /** Unpacked bytes of one file: the national catalogue with 500,000 rows of 1 kB would fill half of it. */
  bytes: 1024 * 1024 * 1024,
  /** Unpacked against packed: catalogues reach 10, repetitive sheets 60, a bomb 1,000. Looked at from `ratioFrom` bytes on. */
  ratio: 200,
  ratioFrom: 16 * 1024 * 1024,
  /** Characters of a cell: what a spreadsheet cell can hold. */
  cell: 32_767,
  /** Characters of a row: a catalogue row has a thousand, one with its whole text some ten thousand. */
  row: 1_048_576,
  columns: 1_000,
  /** Rows of a file: twice a full sheet. */
  rows: 2_097_152,
  /** Files inside a workbook. */
  entries: 2_000,
  /** Unpacked bytes of a workbook's shared strings, which are held in memory. */
  strings: 256 * 1024 * 1024,
} as const

export type CapReached = 'bytes' | 'ratio' | 'columns' | 'rows' | 'entries' | 'strings'

/** How much of a file is looked at before the import. */
export const LOOK = {
  /** Unpacked bytes scanned for encoding and count: exact up to some 100,000 rows. */
  bytes: 64 * 1024 * 1024,
  /** Unpacked bytes taken apart for columns: objects don't all have the same. */
  head: 1024 * 1024,
  /** Characters of a csv taken apart: its columns are known from the first lines. */
  csv: 256 * 1024,
  /** Rows shown and checked. */
  rows: 200,
} as const
