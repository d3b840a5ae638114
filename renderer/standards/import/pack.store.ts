import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fail, type Result } from '#shared/lib/result.ts'
import type { PackProblem } from '#shared/standards/pack/problem.ts'
import { packPieces } from '../../db/pack-pieces.ts'
import { hubPackKey, trustedPublishers, type Publisher } from '../../db/publishers.ts'
import { readSetting, watchSetting, writeSetting } from '../../db/settings.ts'
import { openWorker, startRun, type Run } from './import-run.ts'
import type { Imported, PackLook, PackOrigin, Request, RunProblem } from './protocol.ts'
import { startState, withNews, type RunState } from './run-state.ts'

export const isPack = (file: File): boolean => /\.pack$/i.test(file.name)

/** Who vouches for a pack: this computer's hub has signed it, or a person compared the key before. */
export type Trust = 'hub' | 'known'

/** One catalogue pack of this window, from the file to the end. It belongs to no page. */
export const usePack = defineStore('pack', () => {
  const file = shallowRef<File | null>(null)
  const origin = ref<PackOrigin>('pack')
  /** null = it is being looked at. */
  const look = shallowRef<Result<PackLook, PackProblem> | null>(null)
  const publishers = shallowRef<Publisher[]>([])
  watchSetting(trustedPublishers, value => { publishers.value = value })
  const ownHub = shallowRef<string | null>(null)
  watchSetting(hubPackKey, key => { ownHub.value = key })
  const trusted = computed((): Trust | null => {
    const key = look.value?.ok ? look.value.value.key : null
    if (key === null) return null
    return key === ownHub.value ? 'hub' : publishers.value.some(publisher => publisher.key === key) ? 'known' : null
  })
  /** A person has compared the fingerprint. */
  const compared = ref(false)

  const run = shallowRef<RunState | null>(null)
  const end = shallowRef<Result<Imported, RunProblem> | null>(null)
  const running = computed(() => run.value !== null && end.value === null)
  let current: Run | null = null

  const choose = async (chosen: File, from: PackOrigin = 'pack'): Promise<void> => {
    clear()
    file.value = chosen
    origin.value = from
    const found = await lookAt(chosen)
    if (file.value === chosen) look.value = found
  }
  const clear = () => {
    file.value = look.value = run.value = end.value = null
    compared.value = false
  }

  const take = async (): Promise<void> => {
    const found = look.value
    if (running.value || !file.value || !found?.ok || found.value.key === null || !(trusted.value || compared.value)) return
    if (!trusted.value) await writeSetting(trustedPublishers, [...(await readSetting(trustedPublishers)), { key: found.value.key, name: found.value.publisher }])
    run.value = startState(performance.now())
    end.value = null
    current = startRun({ ask: 'take', job: { file: file.value, origin: origin.value } }, news => { run.value = withNews(run.value!, news, performance.now()) })
    end.value = await current.end
    if (end.value.ok && origin.value === 'hub') void packPieces().clear()
  }
  const cancel = () => {
    current?.cancel()
    if (run.value) run.value = { ...run.value, cancelling: true }
  }
  /** Back to the pack, after a run that didn't finish. */
  const again = () => { run.value = end.value = null }

  return { file, origin, look, trusted, compared, run, end, running, choose, clear, take, cancel, again }
})

const lookAt = (file: File): Promise<Result<PackLook, PackProblem>> =>
  new Promise<Result<PackLook, PackProblem>>(done => {
    const port = openWorker()
    port.onmessage = ({ data: reply }) => { if (reply.say === 'pack') { done(reply.found); port.terminate() } }
    port.onerror = event => { done(fail({ code: 'PACK-unreadable', detail: event.message })); port.terminate() }
    port.postMessage({ ask: 'look-pack', file } satisfies Request)
  })
