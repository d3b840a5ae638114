import { defineStore } from 'pinia'
import { LIST_TARGETS, type Listed } from '#shared/companies/import/fields.ts'
import { planList } from '#shared/companies/import/plan.ts'
import type { CompanyList } from '#shared/companies/import/read.ts'
import { ok } from '#shared/lib/result.ts'
import type { Mapping } from '#shared/readers/mapping.ts'
import { known } from '../../company-finder/known.ts'
import { listWorker } from '../../lists/ask-worker.ts'
import { listImport } from '../../lists/list-import.ts'
import { writeList } from './write-list.ts'

const worker = listWorker<Mapping<Listed>, CompanyList>(() => new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module', name: 'list' }))

/** The import of a list of companies; it goes on while its page is left. */
export const useListImport = defineStore('company-list', () => listImport({
  targets: LIST_TARGETS,
  look: worker.look,
  ready: mapping => Object.values(mapping).includes('name'),
  plan: async (file, look, mapping) => {
    const found = await worker.read(file, look, mapping)
    return found.ok ? ok(planList(file.name, found.value.rows, found.value.refused, await known().all())) : found
  },
  total: ({ added, filled }) => added.length + filled.length,
  done: ({ added, filled }) => added + filled,
  write: writeList,
}))
