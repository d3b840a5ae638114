import type { FileLook, RawRow } from './file.ts'

/** What looking into a format finds; `columns` null = whatever keys the rows of `head` have. */
export type Found = Omit<FileLook, 'name' | 'size' | 'columns' | 'sample'> & { columns: string[] | null; head: RawRow[] }
