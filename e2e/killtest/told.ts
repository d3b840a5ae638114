// What the desks have heard from the hub, noted on their side of the line: it outlives whatever is killed.
import type { Outcome } from '#shared/sync/protocol.ts'

/** How a desk tells of itself, from a page too: plain values only. */
export type News =
  /** A command is on the desk's disk. */
  | { is: 'given'; client: string; mid: number; hash: string }
  /** The hub has said that it has the client's commands up to `mid`. */
  | { is: 'acknowledged'; client: string; mid: number }
  | { is: 'answered'; client: string; outcome: Outcome }

export type Told = {
  note(news: News): void
  acknowledged(): number
  given: ReadonlyMap<string, { client: string; mid: number }>
  reached: ReadonlyMap<string, number>
  outcomes: ReadonlyMap<string, Outcome>
}

export const makeTold = (): Told => {
  const given = new Map<string, { client: string; mid: number }>()
  const reached = new Map<string, number>()
  const outcomes = new Map<string, Outcome>()
  return {
    given, reached, outcomes,
    note: news => {
      if (news.is === 'given') given.set(news.hash, news)
      else if (news.is === 'acknowledged') reached.set(news.client, Math.max(news.mid, reached.get(news.client) ?? 0))
      else outcomes.set(`${news.client}/${news.outcome.mid}`, news.outcome)
    },
    acknowledged: () => [...reached.values()].reduce((sum, mid) => sum + mid, 0),
  }
}
