import type { IsoDay } from '#shared/lib/dates.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { openCold, sliceCold, type MemoryCold } from '#shared/standards/index/cold.ts'
import { detailOf } from '#shared/standards/index/detail.ts'
import type { Detail } from '#shared/standards/detail.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { openRecords, type Records } from '#shared/standards/index/records.ts'
import { openSearcher, type Searcher } from '#shared/standards/index/search.ts'
import { activeMeta, loadCold, loadHot } from '../../db/catalogue.ts'
import type { Reply, Request, SearchState } from './protocol.ts'

const say = (reply: Reply): void => postMessage(reply)
const now = (): number => performance.now()

let searcher: Searcher | null = null
/** Complete records, from the moment on that the cold part is in memory. */
let records: Promise<Records | null> = Promise.resolve(null)
/** Requests that came while a catalogue opens; answered in their order. */
let waiting: Request[] | null = []
/** Of the catalogue that is open or being opened; an older opening gives way. */
let opening = ''

const state = (next: SearchState): void => say({ say: 'state', state: next })

const reopen = async (id: string | null): Promise<void> => {
  opening = id ?? ''
  waiting ??= []
  const opened = await open(id)
  if (opening !== (id ?? '')) return
  searcher = opened.ok ? opened.value : null
  state(!opened.ok ? { phase: 'failed', problem: opened.problem } : searcher ? { phase: 'ready', meta: searcher.meta } : { phase: 'none' })
  const asked = waiting ?? []
  waiting = null
  for (const request of asked) await answer(request)
}

/** Hot first; cold is read by slices until it is in memory. */
const open = async (id: string | null): Promise<Result<Searcher | null, CatalogueProblem>> => {
  if (id === null) return ok(null)
  const loaded = await loadHot()
  if (!loaded.ok || loaded.value === null) return loaded.ok ? ok(null) : loaded
  const { hot } = loaded.value
  state({ phase: 'opening', done: 0, total: hot.size })
  try {
    const opened = openSearcher(await hot.arrayBuffer(), today())
    if (!opened.ok) return opened
    const cold = await loadCold(loaded.value.id)
    if (!cold) return fail({ code: 'CAT-part-missing', part: 'cold' })
    const slices = await sliceCold(cold, opened.value.build)
    if (!slices.ok) return slices
    opened.value.useCold(slices.value)
    records = readAhead(opened.value, cold)
    return ok(opened.value)
  } catch (error) {
    return fail({ code: 'CAT-store-unreadable', detail: String(error) })
  }
}

const readAhead = async (into: Searcher, blob: Blob): Promise<Records | null> => {
  const cold = await wholeCold(blob, into.build)
  if (cold.ok) {
    into.useCold(cold.value)
    return openRecords(into, cold.value)
  }
  if (into === searcher) state({ phase: 'failed', problem: cold.problem })
  return null
}

const wholeCold = async (blob: Blob, build: string): Promise<Result<MemoryCold, CatalogueProblem>> => {
  try {
    return openCold(await blob.arrayBuffer(), build)
  } catch (error) {
    return fail({ code: 'CAT-store-unreadable', detail: String(error) })
  }
}

const answer = async (request: Request): Promise<void> => {
  switch (request.ask) {
    case 'search':
      return say({ say: 'answer', id: request.id, answer: searcher && (await searcher.search(request.list, request.query, request.count, now)) })
    case 'rows':
      return say({ say: 'rows', id: request.id, hits: searcher ? await searcher.rows(request.list, request.from, request.count) : [] })
    case 'detail':
      return say({ say: 'detail', id: request.id, detail: await detail(request.number, request.day) })
    case 'forget':
      return searcher?.forget(request.list)
    case 'reopen':
      return reopen(opening || null)
  }
}

const detail = async (number: string, day: IsoDay): Promise<Detail | null> => {
  const held = await records
  return searcher && held && detailOf(searcher, held, number, day)
}

onmessage = ({ data: request }: MessageEvent<Request>) => {
  if (waiting && request.ask !== 'reopen') waiting.push(request)
  else void answer(request)
}

/** The day on this computer; queries bring their own. */
const today = (): IsoDay => {
  const date = new Date()
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

// Another window may import: this one follows.
activeMeta().subscribe({
  next: active => {
    const id = active?.id ?? null
    if (id === null || id !== opening) void reopen(id)
  },
  error: (error: unknown) => {
    waiting = null
    state({ phase: 'failed', problem: { code: 'CAT-store-unreadable', detail: String(error) } })
  },
})
