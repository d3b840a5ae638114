// One loop for all windows of a desk: the window that holds the lock runs it, the others see its phase and may wake it.
import { type ShallowRef, shallowRef } from 'vue'
import type { OpenDesk } from '../db/desk.ts'
import { eraseDesk } from '../db/erase.ts'
import { exclusively } from '../db/exclusively.ts'
import { windowsChannel } from '../db/keeps.ts'
import { compactMirror } from '../db/mirror.ts'
import { newId } from '../db/new-id.ts'
import { dropParcels, packParcels } from '../db/parcels.ts'
import { noteLine, type SyncFacts, watchSyncFacts } from '../db/sync-facts.ts'
import { clockOf } from './clock-of.ts'
import type { HubLine } from './hub-line.ts'
import type { Heard } from './round.ts'
import { type SyncStatus, statusOf } from './status.ts'
import { type Phase, type SyncLoop, syncLoop } from './sync-loop.ts'

export type Sync = {
  status: Readonly<ShallowRef<SyncStatus>>
  /** Tries now: the person asks, or someone has logged in. */
  wake(): void
  /** Stops the round that runs; what was taken stays. Goes on when woken. */
  pause(): void
  stop(): void
}

/**
 * `line` null = no hub is set: the status still counts what waits. `erased` is called in every window once the hub has had the work of
 * this desk erased; `inStep` in the one that runs the loop, whenever the line is good.
 */
export const startSync = (desk: OpenDesk, line: HubLine | null, erased: () => void, inStep: () => void = () => {}): Sync => {
  const ended = new AbortController()
  const channel = windowsChannel(`pinli-sync-${desk.group}`)
  const status = shallowRef<SyncStatus>({ is: 'off', waiting: 0, at: null })
  let phase: Phase = { is: 'off' }
  let facts: SyncFacts | null = null
  let loop: SyncLoop | null = null

  const show = (): void => {
    if (facts) status.value = statusOf(phase, facts)
  }
  const tell = (next: Phase): void => {
    phase = next
    channel.postMessage({ phase })
    show()
    if (next.is === 'idle') inStep()
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('phase' in data && !loop) {
      phase = data.phase
      show()
    } else if ('ask' in data && loop) channel.postMessage({ phase })
    else if ('wake' in data) loop?.wake('now')
    else if ('pause' in data) loop?.pause()
    else if ('erased' in data) erased()
  }
  channel.postMessage({ ask: true } satisfies Message)
  const unwatch = watchSyncFacts(desk.database, now => {
    if (now.newest > (facts?.newest ?? 0)) {
      loop?.wake('work')
      // A browser keeps nobody's login but the present one's. What couldn't be packed is said to wait for its owner.
      if (desk.file) void packParcels(desk).catch(() => undefined)
    }
    facts = now
    show()
  })

  const lead = async (hub: HubLine): Promise<void> => {
    loop = syncLoop({ desk, line: hub, heard: heardBy(desk), newId, now: Date.now, signal: ended.signal, tell, sleep, random: Math.random })
    await loop.ended
    if (phase.is === 'revoked' && phase.wipe) {
      await eraseDesk(desk)
      channel.postMessage({ erased: true } satisfies Message)
      erased()
    }
    // What the hub has refused for good stays refused for this window's life: the lock is kept.
    if (!ended.signal.aborted) await new Promise(resolve => ended.signal.addEventListener('abort', resolve))
  }
  if (line) void exclusively(`pinli-sync-${desk.group}`, () => lead(line), ended.signal).catch(ignoreAbort)

  const online = (): void => loop?.wake(phase.is === 'paused' ? 'work' : 'now')
  addEventListener('online', online)
  return {
    status,
    wake: () => (loop ? loop.wake('now') : channel.postMessage({ wake: true } satisfies Message)),
    pause: () => (loop ? loop.pause() : channel.postMessage({ pause: true } satisfies Message)),
    stop: () => {
      ended.abort()
      unwatch()
      channel.close()
      removeEventListener('online', online)
    },
  }
}

type Message = { phase: Phase } | { ask: true } | { wake: true } | { pause: true } | { erased: true }

const heardBy = (desk: OpenDesk): Heard => {
  const clock = clockOf()
  return {
    clock: clock.hear,
    sent: (client, mid) => noteLine(desk.database, { sent: { client, mid } }),
    laid: async ({ more }) => {
      if (more) return
      await noteLine(desk.database, { offset: clock.offset(), agreedAt: Date.now() })
      if (!desk.file) return
      await compactMirror(desk, desk.file, desk.group)
      await dropParcels(desk)
    },
  }
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(end, ms)
    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
  })

const ignoreAbort = (error: unknown): void => {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}
