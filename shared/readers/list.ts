import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { FileLook, InputFile, RawRow, ReadProblem } from './file.ts'
import { readRows } from './read.ts'
import type { RefusedRow } from './refused-csv.ts'

/** Every row of a list, either as what it says or refused. */
export type ListRead<Row, Reason> = { rows: Row[]; refused: RefusedRow<Reason>[] }

/** All rows of a list; `take` says of each what it is, or why it is refused. */
export const readList = async <Row extends object, Reason>(file: InputFile, look: FileLook, take: (raw: RawRow) => Row | RefusedRow<Reason>): Promise<Result<ListRead<Row, Reason>, ReadProblem>> => {
  const read: ListRead<Row, Reason> = { rows: [], refused: [] }
  for await (const batch of readRows(file, look)) {
    if (!batch.ok) return fail(batch.problem)
    for (const raw of batch.value) {
      const row = take(raw)
      if ('reason' in row) read.refused.push(row)
      else read.rows.push(row)
    }
  }
  return ok(read)
}
