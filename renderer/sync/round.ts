import { enterEpoch, takeNewClient } from '#shared/sync/epoch.ts'
import { layDown } from '#shared/sync/lay-down.ts'
import { nextPull } from '#shared/sync/page.ts'
import type { Page, PullRequest, PushRequest } from '#shared/sync/protocol.ts'
import { nextPush } from '#shared/sync/push.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import type { HubLine, LineProblem } from './hub-line.ts'

/** What a round tells of as it goes. */
export type Heard = {
  /** An answer came: the hub's clock, and ours when the request left and when the answer was there, ms. */
  clock(serverTime: number, left: number, came: number): void
  /** The hub has the commands of this client up to `mid`. */
  sent(client: string, mid: number): Promise<void>
  /** A page is laid down; after the last one the desk is in step. */
  laid(page: Page): Promise<void>
}

export type RoundOf<T extends TableMap> = { desk: Desk<T>; line: HubLine; heard: Heard; newId: () => string; now: () => number; signal: AbortSignal }

/** More changes of client and epoch than this in one round: something is wrong that another try won't mend. */
const TRIES = 5

/**
 * Sends all that waits, one request after the other without waiting for acknowledgement, then takes pages until the last.
 * null = in step; a problem = not, and the next round may start at once or later, as it says.
 */
export const syncRound = async <T extends TableMap>(round: RoundOf<T>): Promise<LineProblem | null> => {
  for (let tries = 1; ; tries++) {
    const stopped = (await pushAll(round)) ?? (await pullAll(round))
    if (stopped === null) return null
    if (tries === TRIES || !(await settle(round, stopped))) return stopped.problem
  }
}

type Stopped = { problem: LineProblem; asked: PushRequest | PullRequest }

const pushAll = async <T extends TableMap>({ desk, line, heard, now, signal }: RoundOf<T>): Promise<Stopped | null> => {
  let after = 0
  for (;;) {
    const asked = await nextPush(desk, after)
    if (!asked) return null
    if (signal.aborted) return { problem: STOPPED, asked }
    const left = now()
    const answer = await line.push(asked, signal)
    if (!answer.ok) return { problem: answer.problem, asked }
    heard.clock(answer.value.serverTime, left, now())
    after = asked.commands.at(-1)!.mid
    await heard.sent(asked.client, Math.min(after, answer.value.lastMutationId))
  }
}

const pullAll = async <T extends TableMap>({ desk, line, heard, now, signal }: RoundOf<T>): Promise<Stopped | null> => {
  for (;;) {
    const asked = await nextPull(desk)
    if (signal.aborted) return { problem: STOPPED, asked }
    const left = now()
    const answer = await line.pull(asked, signal)
    if (!answer.ok) return { problem: answer.problem, asked }
    heard.clock(answer.value.serverTime, left, now())
    const laid = await layDown(desk, asked, answer.value)
    if (laid.stale) continue
    await heard.laid(answer.value)
    if (!laid.more) return null
  }
}

const STOPPED: LineProblem = { code: 'unreachable', detail: 'stopped' }

/** Does what the hub's refusal asks of the desk; true = try again now. */
const settle = async <T extends TableMap>({ desk, newId }: RoundOf<T>, { problem, asked }: Stopped): Promise<boolean> => {
  if (problem.code === 'epoch-changed') await enterEpoch(desk, { ...problem, asked }, newId())
  else if (problem.code === 'client-forked') await takeNewClient(desk, asked, newId())
  else if (problem.code === 'mid-gap') {
    // What the hub lacks is sent again, unless the desk no longer holds it.
    if ('commands' in asked && (await oldest(desk)) > problem.expected) await takeNewClient(desk, asked, newId())
  } else return false
  return true
}

const oldest = <T extends TableMap>({ store }: Desk<T>): Promise<number> => store.transaction(async t => (await t.entries('waiting'))[0]?.mid ?? Infinity)
