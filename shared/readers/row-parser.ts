import type { RawRow } from './file.ts'

/** Text goes in as it arrives, rows come out as they get complete. What spoils the whole file is thrown as `Unreadable`. */
export type RowParser = { push(text: string): RawRow[]; end(): RawRow[] }
