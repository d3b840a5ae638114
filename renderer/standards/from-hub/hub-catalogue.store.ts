import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { currentPack, isNews, OFFER_PATH, type PackOffer } from '#shared/standards/pack/offer.ts'
import type { PackFetchProblem } from '#shared/words/pack-fetch.ts'
import type { HubFiles } from '../../contribution.ts'
import { ifFree } from '../../db/exclusively.ts'
import { packPieces } from '../../db/pack-pieces.ts'
import { readSetting, watchSetting, writeSetting } from '../../db/settings.ts'
import { useImport } from '../import/import.store.ts'
import { usePack } from '../import/pack.store.ts'
import { fetchPack, sizeOf } from './fetch-pack.ts'
import { isDue, toldByHub, type Told } from './told.ts'

/** The catalogue of this computer's hub: what it offers, and how far it has come. It belongs to no page. */
export const useHubCatalogue = defineStore('hub-catalogue', () => {
  const imports = useImport()
  const pack = usePack()
  const pieces = packPieces()
  const hub = shallowRef<HubFiles | null>(null)
  const told = shallowRef<Told | null>(null)
  const asking = ref(false)
  const fault = shallowRef<PackFetchProblem | null>(null)
  /** Bytes that are here and checked. */
  const done = ref(0)
  const fetching = shallowRef<AbortController | null>(null)
  /** Counts packs that have come whole and wait on the import page for a person's word. */
  const arrived = ref(0)

  const offer = computed(() => told.value?.pack ?? null)
  const news = computed(() => (offer.value && imports.held !== undefined && isNews(offer.value, imports.held) ? offer.value : null))
  // What came of it before this window was opened.
  watch(() => news.value?.sha256, async sha256 => {
    if (!fetching.value) done.value = sha256 === undefined ? 0 : sizeOf(await pieces.held(sha256))
  })

  const ask = async (): Promise<Result<null, PackFetchProblem>> => {
    const at = hub.value!
    asking.value = true
    const answer = await at.tell(OFFER_PATH, currentPack)
    asking.value = false
    if (!answer.ok) return answer
    await writeSetting(toldByHub, { hub: at.hub, at: Date.now(), pack: answer.value.pack })
    return ok(null)
  }
  const askNow = async (): Promise<void> => {
    if (!hub.value || asking.value || fetching.value) return
    const answer = await ask()
    fault.value = answer.ok ? null : answer.problem
  }
  /** Nobody asked for it, so that a hub which can't be reached is no news. */
  const askWhenDue = async (): Promise<void> => {
    if (hub.value && !asking.value && !fetching.value && isDue(await readSetting(toldByHub), hub.value.hub, Date.now())) await ask()
  }
  const start = (files: HubFiles): void => {
    hub.value = files
    watchSetting(toldByHub, now => { told.value = now?.hub === files.hub ? now : null })
    void askWhenDue()
    setInterval(() => void askWhenDue(), LOOK_MS)
    addEventListener('online', () => void askWhenDue())
  }

  const take = async (): Promise<void> => {
    const wanted = news.value
    if (!wanted || fetching.value) return
    const abort = new AbortController()
    fetching.value = abort
    fault.value = null
    const end = await ifFree('pinli-pack-fetch', () => fetchPack(wanted, { hub: hub.value!, pieces, tell: bytes => { done.value = bytes }, signal: abort.signal }), () => fail<PackFetchProblem>({ code: 'fetch-busy' }))
    fetching.value = null
    if (end.ok) return show(wanted, end.value)
    if (end.problem.code !== 'cancelled') fault.value = end.problem
  }
  const show = async ({ date }: PackOffer, whole: Blob): Promise<void> => {
    if (imports.running || pack.running) {
      fault.value = { code: 'fetch-waits' }
      return
    }
    await pack.choose(new File([whole], `${date}.pack`), 'hub')
    arrived.value++
  }
  const cancel = (): void => fetching.value?.abort()

  return { hub, told, offer, news, asking, fault, done, fetching, arrived, start, askNow, take, cancel }
})

/** How often it is looked whether an hour has gone by. */
const LOOK_MS = 5 * 60_000
