import type { Result } from '#shared/lib/result.ts'
import type { FileLook, InputFile, ReadProblem } from '#shared/readers/file.ts'
import { type ListRead, readList } from '#shared/readers/list.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { type ListedCompany, type Listed, type ListReason, readListed } from './fields.ts'

export type CompanyList = ListRead<ListedCompany, ListReason>

/** All rows of a list, each a company or refused with its reason. */
export const readCompanies = (file: InputFile, look: FileLook, mapping: Mapping<Listed>): Promise<Result<CompanyList, ReadProblem>> => readList(file, look, raw => readListed(file.name, raw, mapping))
