import type { Result } from '#shared/lib/result.ts'
import { memoryFile } from '#shared/readers/input-file.ts'
import { lookAt } from '#shared/readers/look.ts'
import type { ImportFile, ImportOptions, ImportOutcome } from './outcome.ts'
import { importCatalogue } from './run.ts'
import { suggestFields } from './suggest.ts'

/** A file in memory with the mapping that would be suggested for it. */
export const importFile = async (name: string, content: string | Uint8Array): Promise<ImportFile> => {
  const file = memoryFile(name, content)
  const look = must(await lookAt(file))
  return { file, look, mapping: suggestFields(look) }
}

export const lines = (...rows: object[]): string => rows.map(row => JSON.stringify(row)).join('\n')

/** Imports the named contents in their order. */
export const imported = async (contents: Record<string, string | Uint8Array>, options: Partial<ImportOptions> = {}): Promise<ImportOutcome> => {
  const files: ImportFile[] = []
  for (const [name, content] of Object.entries(contents)) files.push(await importFile(name, content))
  return must(await importCatalogue({ files, ...options }))
}

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
