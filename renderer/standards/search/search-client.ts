import { shallowRef, type ShallowRef } from 'vue'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Detail } from '#shared/standards/detail.ts'
import type { Answer, Hit, Query } from '#shared/standards/query.ts'
import { keepsNothing } from '../../db/keeps.ts'
import { portInPage } from '../in-page.ts'
import type { Reply, Request, SearchState } from './protocol.ts'

export type { SearchState } from './protocol.ts'

export type SearchClient = {
  state: ShallowRef<SearchState>
  /** Null = a newer key of the same list overtook it, or there is no catalogue. Waits while a catalogue opens. */
  search(list: string, query: Query, count: number): Promise<Answer | null>
  /** Rows of the list's last answer; empty when a newer search has begun meanwhile. */
  rows(list: string, from: number, count: number): Promise<Hit[]>
  detail(number: string, day: IsoDay): Promise<Detail | null>
  /** Frees the list, as when its tab closes. */
  forget(list: string): void
  reopen(): void
  close(): void
}

/** What the client needs of a worker; tests give their own. */
export type Port = Pick<Worker, 'postMessage' | 'terminate'> & { onmessage: ((event: MessageEvent<Reply>) => void) | null }

type Search = { query: Query; count: number; done: (answer: Answer | null) => void }
/** One search of a list is under way and at most one waits behind it: newest key wins. */
type List = { running: Search | null; waiting: Search | null; turn: number }

/** Starts the search worker of this window and speaks with it; `port` is given by tests only. */
export const createSearchClient = (port: Port = startWorker()): SearchClient => {
  const state = shallowRef<SearchState>({ phase: 'opening', done: 0, total: 0 })
  const lists = new Map<string, List>()
  const pending = new Map<number, (reply: Reply) => void>()
  let last = 0

  const ask = (request: Request & { id: number }, done: (reply: Reply) => void): void => {
    pending.set(request.id, done)
    port.postMessage(request)
  }
  port.onmessage = ({ data: reply }) => {
    if (reply.say === 'state') {
      state.value = reply.state
      return
    }
    const done = pending.get(reply.id)
    pending.delete(reply.id)
    done?.(reply)
  }

  const run = (name: string, list: List, search: Search): void => {
    list.running = search
    ask({ ask: 'search', id: ++last, list: name, query: search.query, count: search.count }, reply => {
      const next = list.waiting
      list.running = null
      list.waiting = null
      if (next && lists.get(name) === list) run(name, list, next)
      else next?.done(null)
      search.done(next || reply.say !== 'answer' ? null : reply.answer)
    })
  }

  return {
    state,
    search: (name, query, count) =>
      new Promise(done => {
        let list = lists.get(name)
        if (!list) lists.set(name, (list = { running: null, waiting: null, turn: 0 }))
        list.turn++
        list.waiting?.done(null)
        list.waiting = null
        if (list.running) list.waiting = { query, count, done }
        else run(name, list, { query, count, done })
      }),
    rows: (name, from, count) =>
      new Promise(done => {
        const list = lists.get(name)
        const turn = list?.turn
        ask({ ask: 'rows', id: ++last, list: name, from, count }, reply => done(reply.say === 'rows' && list?.turn === turn ? reply.hits : []))
      }),
    detail: (number, day) => new Promise(done => ask({ ask: 'detail', id: ++last, number, day }, reply => done(reply.say === 'detail' ? reply.detail : null))),
    forget: name => {
      lists.delete(name)
      port.postMessage({ ask: 'forget', list: name } satisfies Request)
    },
    reopen: () => port.postMessage({ ask: 'reopen' } satisfies Request),
    close: () => {
      port.terminate()
      lists.clear()
      for (const done of pending.values()) done({ say: 'state', state: state.value })
      pending.clear()
    },
  }
}

const startWorker = (): Port =>
  keepsNothing ? portInPage(async () => (await import('./search-here.ts')).searchHere) : new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name: 'search' })
