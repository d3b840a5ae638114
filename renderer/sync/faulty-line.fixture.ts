// A line to a hub in memory that loses, doubles and delays what is sent, by seed.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { CoreHub } from '#shared/sync/core.fixture.ts'
import { readPage } from '#shared/sync/page.ts'
import { applyPush } from '#shared/sync/push.ts'
import type { Login } from '#shared/sync/store.ts'
import type { HubLine, LineProblem } from './hub-line.ts'

export type FaultyLine = HubLine & {
  /** Of a hundred requests so many don't arrive, so many answers get lost, and so many requests come twice. */
  faults: number
  pushes: number
  pulls: number
}

/** Lets everything else that is ready go on, IndexedDB too. */
export const turn = (): Promise<void> => new Promise(resolve => (globalThis as unknown as { setImmediate: (go: () => void) => void }).setImmediate(resolve))

/** Pokes never come: the loops poll. */
export const faultyLine = (hub: CoreHub, login: Login, random: Random): FaultyLine => {
  const travel = async <T>(arrive: () => Promise<T | { code: never }>): Promise<Result<T, LineProblem>> => {
    const lost = (): boolean => random.below(100) < line.faults
    await turn()
    if (lost()) return fail({ code: 'unreachable', detail: 'lost on the way' })
    if (lost()) void arrive().catch(() => undefined)
    const answer = await arrive()
    for (let n = line.faults > 0 ? random.below(3) : 0; n > 0; n--) await turn()
    if (lost()) return fail({ code: 'unreachable', detail: 'lost on the way back' })
    return typeof answer === 'object' && answer !== null && 'code' in answer ? fail(answer as unknown as LineProblem) : ok(structuredClone(answer))
  }
  const line: FaultyLine = {
    faults: 0,
    pushes: 0,
    pulls: 0,
    push: request => {
      line.pushes++
      return travel(async () => (await applyPush(hub, login, structuredClone(request))).answer as never)
    },
    pull: request => {
      line.pulls++
      return travel(async () => (await readPage(hub, login, { ...structuredClone(request), limit: 1 + random.below(4) })) as never)
    },
    pokes: (_, signal) => new Promise(resolve => signal.addEventListener('abort', () => resolve({ code: 'unreachable', detail: 'ended' }))),
  }
  return line
}
