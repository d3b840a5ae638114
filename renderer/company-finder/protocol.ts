import type { Company, CompanyPair } from '#shared/companies/company.ts'
import type { AlikeBy } from '#shared/companies/duplicates.ts'

/** Both sides number the companies in the order in which they were first told. `most`: hits at most. */
export type Request =
  | { say: 'rows'; rows: Company[]; gone: string[] }
  | { say: 'find'; id: number; text: string; most: number }
  | { say: 'alike'; id: number; pairs: CompanyPair[] }

/** `places`: numbers of the companies, best first; `by`: of each, its place in `FOUND_BY`, or `NOT_BY` where all are listed. */
export type Reply =
  | { say: 'found'; id: number; total: number; places: Uint32Array<ArrayBuffer>; by: Uint8Array<ArrayBuffer> }
  | { say: 'alike'; id: number; alike: { keep: number; alias: number; by: AlikeBy[] }[] }

export const NOT_BY = 255
