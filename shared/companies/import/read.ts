import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { FileLook, InputFile, ReadProblem } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { readRows } from '#shared/readers/read.ts'
import { type ListedCompany, type Listed, type ListNote, readListed } from './fields.ts'

export type ListRead = { rows: ListedCompany[]; refused: ListNote[] }

/** All rows of a list, each a company or refused with its reason. */
export const readList = async (file: InputFile, look: FileLook, mapping: Mapping<Listed>): Promise<Result<ListRead, ReadProblem>> => {
  const read: ListRead = { rows: [], refused: [] }
  for await (const batch of readRows(file, look)) {
    if (!batch.ok) return fail(batch.problem)
    for (const raw of batch.value) {
      const row = readListed(file.name, raw, mapping)
      if ('reason' in row) read.refused.push(row)
      else read.rows.push(row)
    }
  }
  return ok(read)
}
