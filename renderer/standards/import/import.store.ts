import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Result } from '#shared/lib/result.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { activeMeta } from '../../db/catalogue.ts'
import { useChosenFiles } from './chosen-files.ts'
import { hasNumber, useFileMappings } from './file-mappings.ts'
import { guardLeaving } from './guard-leaving.ts'
import { startRun, whenNoneRuns, type Run } from './import-run.ts'
import { createLook } from './look-client.ts'
import { isPack, usePack } from './pack.store.ts'
import type { Imported, Mode, RunProblem } from './protocol.ts'
import { startState, withNews, type RunState } from './run-state.ts'
import type { Step } from './step.ts'

/** One import of this window, from the files to the result. It belongs to no page: leaving the page changes nothing. */
export const useImport = defineStore('import', () => {
  const step = ref<Step>('choose')
  const chosen = useChosenFiles(createLook())
  const mappings = useFileMappings()
  const mode = ref<Mode>('replace')
  /** Until a person fills it in, the day of the newest file. */
  const ownDate = ref<IsoDay | null>(null)
  const date = computed({ get: () => ownDate.value ?? chosen.newest.value ?? '', set: day => { ownDate.value = day } })

  /** The catalogue in use; undefined = not known yet. */
  const held = shallowRef<CatalogueMeta | null>()
  activeMeta().subscribe(catalogue => { held.value = catalogue?.meta ?? null })

  const run = shallowRef<RunState | null>(null)
  const end = shallowRef<Result<Imported, RunProblem> | null>(null)
  const seconds = ref(0)
  /** Another window imports: this one couldn't start. */
  const busy = ref(false)
  const running = computed(() => run.value !== null && end.value === null)
  let current: Run | null = null
  const pack = usePack()
  guardLeaving(() => running.value || pack.running)

  watch(chosen.ready, files => { for (const { look } of files) void mappings.recall(look) })

  /** A pack among them is a catalogue by itself: it is looked at alone. */
  const add = (files: readonly File[]): string[] => {
    if (running.value || pack.running) return []
    const whole = files.find(isPack)
    if (whole) {
      void pack.choose(whole)
      return []
    }
    pack.clear()
    if (step.value === 'check' || (step.value === 'run' && end.value)) reset()
    step.value = 'choose'
    return chosen.add(files)
  }
  const reset = () => {
    chosen.clear()
    mappings.clear()
    mode.value = 'replace'
    ownDate.value = null
    run.value = null
    end.value = null
    step.value = 'choose'
  }

  /** Names of the files that have no column with the number. */
  const withoutNumber = computed(() => chosen.ready.value.filter(({ look }) => !hasNumber(mappings.of(look).mapping)).map(({ file }) => file.name))

  const start = async (): Promise<void> => {
    if (running.value || !chosen.ready.value.length || withoutNumber.value.length) return
    const files = chosen.ready.value.map(({ file, look }) => ({ file, look, mapping: mappings.of(look).mapping }))
    for (const { look } of files) void mappings.remember(look)
    busy.value = false
    end.value = null
    run.value = startState(performance.now())
    step.value = 'run'
    current = startRun({ ask: 'import', job: { files, mode: held.value ? mode.value : 'replace', date: date.value } }, news => { run.value = withNews(run.value!, news, performance.now()) })
    const ended = await current.end
    seconds.value = (performance.now() - run.value.began) / 1000
    if (!ended.ok && ended.problem.code === 'import-busy') {
      backToMapping()
      busy.value = true
      void whenNoneRuns().then(() => { busy.value = false })
      return
    }
    end.value = ended
    if (ended.ok) step.value = 'check'
  }
  const cancel = () => {
    current?.cancel()
    if (run.value) run.value = { ...run.value, cancelling: true }
  }
  /** Back to the columns, after a run that didn't finish. */
  const backToMapping = () => {
    run.value = null
    end.value = null
    step.value = 'map'
  }

  /** How the columns of a file were mapped; null = no such file. */
  const mappingOf = (name: string) => {
    const file = chosen.ready.value.find(each => each.file.name === name)
    return file ? mappings.of(file.look).mapping : null
  }

  return { step, ...chosen, mappings, mappingOf, mode, date, held, run, end, seconds, busy, running, withoutNumber, choose: add, reset, start, cancel, backToMapping }
})

/** Hands files to the import page, which is opened next. */
export const takeFiles = (files: readonly File[]): void => { useImport().choose(files) }
