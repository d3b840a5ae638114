import type { IsoDay } from '#shared/lib/dates.ts'
import { detailOf } from '#shared/standards/index/detail.ts'
import { activeMeta } from '../../db/catalogue.ts'
import type { Database } from '../../db/database.ts'
import { openCatalogue, type OpenCatalogue } from './open-catalogue.ts'
import type { Reply, Request } from './protocol.ts'
import { warmUp } from './warm-up.ts'

export type HostMeans = { database: Database; say: (reply: Reply) => void; now: () => number; today: () => IsoDay; /** Lets messages in. */ breathe: () => Promise<void> }

/** The worker's side: holds the active catalogue open, follows when any window changes it, and answers requests in their order. */
export const createSearchHost = ({ database, say, now, today, breathe }: HostMeans): { receive(request: Request): void; close(): void } => {
  let open: OpenCatalogue | null = null
  /** What came while a catalogue opens; null = none opens. */
  let waiting: Request[] | null = []
  /** Each opening takes the place of the one before. */
  let turn = 0
  /** Undefined = not known yet. */
  let active: string | null | undefined
  let following: { unsubscribe(): void }

  const reopen = async (): Promise<void> => {
    const mine = ++turn
    waiting ??= []
    const opened = await openCatalogue(database, today(), now, total => say({ say: 'state', state: { phase: 'opening', done: 0, total } }))
    if (mine !== turn) return
    open = opened.ok ? opened.value : null
    if (!opened.ok) say({ say: 'state', state: { phase: 'failed', problem: opened.problem } })
    else if (!open) say({ say: 'state', state: { phase: 'none' } })
    else say({ say: 'state', state: { phase: 'ready', meta: open.searcher.meta, ms: open.ms } })
    if (open) void followCold(open, () => mine === turn)
    const asked = waiting ?? []
    waiting = null
    for (const request of asked) await answer(request)
  }

  const followCold = async ({ searcher, records }: OpenCatalogue, current: () => boolean): Promise<void> => {
    const read = await records
    if (!current()) return
    if (!read.ok) return say({ say: 'state', state: { phase: 'failed', problem: read.problem } })
    // What it can't read is said by the request that needs it.
    await warmUp(searcher, today(), current, breathe).catch(() => undefined)
  }

  const answer = async (request: Request): Promise<void> => {
    const mine = turn
    try {
      await serve(request)
    } catch (error) {
      // Bytes that can't be read: nobody waits for them in vain, and the page says so unless another catalogue took the place.
      giveNothing(request)
      if (mine === turn) say({ say: 'state', state: { phase: 'failed', problem: { code: 'CAT-store-unreadable', detail: String(error) } } })
    }
  }

  const giveNothing = (request: Request): void => {
    if (request.ask === 'search') say({ say: 'answer', id: request.id, answer: null })
    else if (request.ask === 'rows') say({ say: 'rows', id: request.id, hits: [] })
    else if (request.ask === 'detail') say({ say: 'detail', id: request.id, detail: null })
  }

  const serve = async (request: Request): Promise<void> => {
    switch (request.ask) {
      case 'search':
        return say({ say: 'answer', id: request.id, answer: open && (await open.searcher.search(request.list, request.query, request.count, now)) })
      case 'rows':
        return say({ say: 'rows', id: request.id, hits: open ? await open.searcher.rows(request.list, request.from, request.count) : [] })
      case 'detail': {
        const held = open
        const records = await held?.records
        return say({ say: 'detail', id: request.id, detail: held && records?.ok ? detailOf(held.searcher, records.value, request.number, request.day) : null })
      }
      case 'forget':
        return open?.searcher.forget(request.list)
      case 'reopen':
        return follow()
    }
  }

  const follow = (): void => {
    following?.unsubscribe()
    active = undefined
    following = activeMeta(database).subscribe({
      next: catalogue => {
        const id = catalogue?.id ?? null
        if (id === active) return
        active = id
        void reopen()
      },
      error: (error: unknown) => {
        waiting = null
        say({ say: 'state', state: { phase: 'failed', problem: { code: 'CAT-store-unreadable', detail: String(error) } } })
      },
    })
  }
  follow()

  return {
    receive: request => {
      if (waiting && request.ask !== 'reopen') waiting.push(request)
      else void answer(request)
    },
    close: () => following.unsubscribe(),
  }
}
