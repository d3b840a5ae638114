import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { LIST_TARGETS, type Listed } from '#shared/companies/import/fields.ts'
import { type ListPlan, planList } from '#shared/companies/import/plan.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import { type Mapping, suggestMapping } from '#shared/readers/mapping.ts'
import { known } from '../../company-finder/known.ts'
import { lookAtList, readWholeList } from './ask-worker.ts'
import { writeList, type Written } from './write-list.ts'

export type Stage = 'choose' | 'map' | 'check' | 'run' | 'end'

/** The import of one list, from the file to what was written; it goes on while its page is left. */
export const useListImport = defineStore('company-list', () => {
  const stage = ref<Stage>('choose')
  const file = shallowRef<File | null>(null)
  const look = shallowRef<FileLook | null>(null)
  const mapping = ref<Mapping<Listed>>({})
  const plan = shallowRef<ListPlan | null>(null)
  const written = shallowRef<Written | null>(null)
  const problem = shallowRef<ReadProblem | null>(null)
  const busy = ref<'looking' | 'reading' | null>(null)
  let stop = false

  const total = computed(() => (plan.value ? plan.value.added.length + plan.value.filled.length : 0))
  const done = computed(() => (written.value ? written.value.added + written.value.filled : 0))
  const named = computed(() => Object.values(mapping.value).includes('name'))

  const choose = async (chosen: File): Promise<void> => {
    if (busy.value || stage.value === 'run') return
    ;[file.value, problem.value, busy.value] = [chosen, null, 'looking']
    const found = await lookAtList(chosen)
    busy.value = null
    if (!found.ok) return void (problem.value = found.problem)
    look.value = found.value
    mapping.value = suggestMapping(found.value.columns, LIST_TARGETS)
    stage.value = 'map'
  }
  /** Each field has one column: the one before gives it up. */
  const map = (column: string, field: Listed | null): void => {
    mapping.value = Object.fromEntries(Object.entries(mapping.value).map(([name, held]) => [name, name === column ? field : held === field ? null : held]))
  }
  const read = async (): Promise<void> => {
    if (!file.value || !look.value || !named.value || busy.value) return
    ;[busy.value, problem.value] = ['reading', null]
    const found = await readWholeList(file.value, look.value, { ...mapping.value })
    const companies = await known().all()
    busy.value = null
    if (!found.ok) return void (problem.value = found.problem)
    plan.value = planList(file.value.name, found.value.rows, found.value.refused, companies)
    stage.value = 'check'
  }
  const start = async (): Promise<void> => {
    if (!plan.value || !file.value || total.value === 0 || stage.value !== 'check') return
    stop = false
    written.value = null
    stage.value = 'run'
    written.value = await writeList(plan.value, file.value.name, () => stop, now => { written.value = now })
    stage.value = 'end'
  }
  const cancel = (): void => { stop = true }
  const again = (): void => {
    stage.value = 'choose'
    file.value = look.value = plan.value = written.value = problem.value = null
  }
  return { stage, file, look, mapping, plan, written, problem, busy, total, done, named, choose, map, read, start, cancel, again }
})
