import type { FileLook } from '#shared/readers/file.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import type { Listed } from '#shared/companies/import/fields.ts'

/** What the page asks its worker; the answer is the result of `lookAt` or of `readList`. */
export type ListRequest = { ask: 'look'; file: File } | { ask: 'read'; file: File; look: FileLook; mapping: Mapping<Listed> }
