import { computed, ref, type ShallowRef, shallowRef } from 'vue'
import type { Result } from '#shared/lib/result.ts'
import type { FileLook, ReadProblem } from '#shared/readers/file.ts'
import { type Mapping, suggestMapping, type Target } from '#shared/readers/mapping.ts'
import type { RunProblem } from '../db/run.ts'

export type Stage = 'choose' | 'map' | 'check' | 'run' | 'end'

/** How far it came; with a problem or a stop, what is counted stays and the rest is untouched. */
export type Written = { problem: RunProblem | null; stopped: boolean }

export type ListMeans<Field extends string, Plan, W extends Written> = {
  targets: Target<Field>[]
  look: (file: File) => Promise<Result<FileLook, ReadProblem>>
  /** Whether all columns that no row can do without are chosen. */
  ready: (mapping: Mapping<Field>) => boolean
  /** Reads the whole and holds it against what stands. */
  plan: (file: File, look: FileLook, mapping: Mapping<Field>) => Promise<Result<Plan, ReadProblem>>
  total: (plan: Plan) => number
  done: (written: W) => number
  /** `tell` after each part, `stopped` asked before. */
  write: (plan: Plan, source: string, stopped: () => boolean, tell: (written: W) => void) => Promise<W>
}

/** The import of one list, from the file to what was written, as the setup of a store: it goes on while its page is left. */
export const listImport = <Field extends string, Plan extends object, W extends Written>(means: ListMeans<Field, Plan, W>) => {
  const stage = ref<Stage>('choose')
  const file = shallowRef<File | null>(null)
  const look = shallowRef<FileLook | null>(null)
  const mapping = shallowRef<Mapping<Field>>({})
  const plan = shallowRef(null) as ShallowRef<Plan | null>
  const written = shallowRef(null) as ShallowRef<W | null>
  const problem = shallowRef<ReadProblem | null>(null)
  const busy = ref<'looking' | 'reading' | null>(null)
  let stop = false

  const total = computed(() => (plan.value ? means.total(plan.value) : 0))
  const done = computed(() => (written.value ? means.done(written.value) : 0))
  const ready = computed(() => means.ready(mapping.value))

  const choose = async (chosen: File): Promise<void> => {
    if (busy.value || stage.value === 'run') return
    ;[file.value, problem.value, busy.value] = [chosen, null, 'looking']
    const found = await means.look(chosen)
    busy.value = null
    if (!found.ok) return void (problem.value = found.problem)
    look.value = found.value
    mapping.value = suggestMapping(found.value.columns, means.targets)
    stage.value = 'map'
  }
  /** Each field has one column: the one before gives it up. */
  const map = (column: string, field: Field | null): void => {
    mapping.value = Object.fromEntries(Object.entries(mapping.value).map(([name, held]) => [name, name === column ? field : held === field ? null : held]))
  }
  const read = async (): Promise<void> => {
    if (!file.value || !look.value || !ready.value || busy.value) return
    ;[busy.value, problem.value] = ['reading', null]
    const found = await means.plan(file.value, look.value, { ...mapping.value })
    busy.value = null
    if (!found.ok) return void (problem.value = found.problem)
    plan.value = found.value
    stage.value = 'check'
  }
  const start = async (): Promise<void> => {
    if (!plan.value || !file.value || total.value === 0 || stage.value !== 'check') return
    stop = false
    written.value = null
    stage.value = 'run'
    written.value = await means.write(plan.value, file.value.name, () => stop, now => { written.value = now })
    stage.value = 'end'
  }
  const back = (): void => { stage.value = 'map' }
  const cancel = (): void => { stop = true }
  const again = (): void => {
    stage.value = 'choose'
    file.value = look.value = plan.value = written.value = problem.value = null
  }
  return { stage, file, look, mapping, plan, written, problem, busy, total, done, ready, choose, map, read, start, back, cancel, again }
}

/** What the page around it needs of such a store. */
export type ListStore = {
  readonly stage: Stage; readonly file: File | null; readonly busy: 'looking' | 'reading' | null; readonly problem: ReadProblem | null; readonly written: Written | null; readonly total: number; readonly done: number; readonly ready: boolean
  choose: (file: File) => Promise<void>; read: () => Promise<void>; start: () => Promise<void>; back: () => void; cancel: () => void; again: () => void
}
