import type { Hint } from '#shared/sync/protocol.ts'
import type { TableMap } from '#shared/sync/tx.ts'
import { backOff } from './back-off.ts'
import type { LineProblem } from './hub-line.ts'
import { type RoundOf, syncRound } from './round.ts'

/** How it stands between this desk and the hub; what waits and what needs a person is counted elsewhere. */
export type Phase =
  | { is: 'off' }
  /** `pages`: more than one; rows taken in this round, and changes that lie ahead at most. */
  | { is: 'syncing'; pages?: { taken: number; ahead: number } }
  | { is: 'idle' }
  /** A person has stopped it, for now. */
  | { is: 'paused' }
  | { is: 'offline' }
  | { is: 'logged-out' }
  /** Nothing more is tried until the app is new (`outdated`) or someone logs in anew. */
  | { is: 'outdated'; min: number }
  | { is: 'revoked'; wipe: boolean }
  | { is: 'not-yours' }

export type LoopOf<T extends TableMap> = RoundOf<T> & {
  tell: (phase: Phase) => void
  /** Resolves after so many ms, or at once when the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** In [0, 1). */
  random: () => number
}

/** `work`: something waits or a scope has moved. `now`: the person asks, the network is back, or someone has logged in. */
export type Wake = (why: 'work' | 'now') => void

/** Pulls start at least so far apart; without pokes the hub is asked every 60 to 90 s. */
const APART_MS = 1000
const POLL_MS = 60_000
const POLL_SPREAD_MS = 30_000

export type SyncLoop = {
  wake: Wake
  /** Ends the round that runs, between two pages, and tries no other until a person asks (`now`). What was laid down stays. */
  pause: () => void
  ended: Promise<void>
}

/** Keeps the desk in step until `signal` ends it or the hub turns the desk away. One runs for all windows. */
export const syncLoop = <T extends TableMap>(loop: LoopOf<T>): SyncLoop => {
  const { signal, tell, sleep, random } = loop
  let wanted = false
  let round = new AbortController()
  let rouse: Wake = () => {}

  /** `work` ends a wait only while the line is good: what can't be sent needs no haste. */
  const rest = async (ms: number, good: boolean): Promise<void> => {
    if (signal.aborted || (good && wanted)) return
    const woken = new AbortController()
    const end = (): void => woken.abort()
    signal.addEventListener('abort', end)
    rouse = why => void ((good || why === 'now') && end())
    await sleep(ms, woken.signal)
    rouse = () => {}
    signal.removeEventListener('abort', end)
  }
  const wake: Wake = why => {
    wanted = true
    rouse(why)
  }

  const pause = (): void => round.abort()
  const asked = (): Promise<void> =>
    new Promise(resolve => {
      rouse = why => void (why === 'now' && resolve())
      signal.addEventListener('abort', () => resolve())
    })

  /** One round with its own end, which the end of all ends too. */
  const oneRound = async (): Promise<LineProblem | null> => {
    const mine = (round = new AbortController())
    const end = (): void => mine.abort()
    signal.addEventListener('abort', end)
    let taken = 0
    const laid: RoundOf<T>['heard']['laid'] = async page => {
      await loop.heard.laid(page)
      if (page.more) tell({ is: 'syncing', pages: { taken: (taken += page.changes.length), ahead: page.ahead } })
    }
    const problem = await syncRound({ ...loop, heard: { ...loop.heard, laid }, signal: mine.signal })
    signal.removeEventListener('abort', end)
    return problem
  }

  const run = async (): Promise<void> => {
    let failures = 0
    const hearAgain = hearPokes(loop, wake)
    while (!signal.aborted) {
      wanted = false
      tell({ is: 'syncing' })
      const problem = await oneRound()
      if (signal.aborted) return
      if (problem && round.signal.aborted) {
        tell({ is: 'paused' })
        await asked()
        continue
      }
      if (!problem && failures > 0) hearAgain()
      failures = problem ? failures + 1 : 0
      const phase = phaseOf(problem)
      tell(phase)
      if (phase.is === 'outdated' || phase.is === 'revoked' || phase.is === 'not-yours') return
      if (problem) await rest(backOff(failures, problem, random()), false)
      else {
        await sleep(APART_MS, signal)
        await rest(POLL_MS + random() * POLL_SPREAD_MS, true)
      }
    }
  }
  return { wake, pause, ended: run() }
}

const phaseOf = (problem: LineProblem | null): Phase => {
  switch (problem?.code) {
    case undefined: return { is: 'idle' }
    case 'logged-out': return { is: 'logged-out' }
    case 'schema-too-old': return { is: 'outdated', min: problem.min }
    case 'device-revoked': return { is: 'revoked', wipe: problem.wipe }
    case 'not-yours': return { is: 'not-yours' }
    case 'unreachable': case 'garbled': case 'busy': case 'mid-gap': case 'client-forked': case 'epoch-changed': return { is: 'offline' }
  }
}

/** Hints are only hints: whatever is lost of them the next poll brings. The answer is called when the line is back: it is listened to again at once. */
const hearPokes = <T extends TableMap>({ desk, line, signal, sleep, random }: LoopOf<T>, wake: Wake): (() => void) => {
  let failures = 0
  let rouse = (): void => {}
  const hear = async (hint: Hint): Promise<void> => {
    failures = 0
    const isNews = await desk.store.transaction(async t => ('epoch' in hint ? (await t.meta()).epoch !== hint.epoch : ((await t.cursors())[hint.scope]?.ver ?? -1) < hint.ver))
    if (isNews) wake('work')
  }
  const rest = async (ms: number): Promise<void> => {
    const woken = new AbortController()
    rouse = () => woken.abort()
    signal.addEventListener('abort', rouse)
    await sleep(ms, woken.signal)
    signal.removeEventListener('abort', rouse)
  }
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const problem = await line.pokes(hint => void hear(hint), signal)
      if (signal.aborted || problem.code === 'device-revoked' || problem.code === 'schema-too-old' || problem.code === 'not-yours') return
      await rest(backOff(++failures, problem, random()))
    }
  }
  void run()
  return () => {
    failures = 0
    rouse()
  }
}
