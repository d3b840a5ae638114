// A hub of its own process: 200 desks that push, are poked and pull, then 1,000 open lines and a kill.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { backOff } from '../../renderer/sync/back-off.ts'
import { fetchLine } from '../../renderer/sync/fetch-line.ts'
import { ok } from '#shared/lib/result.ts'
import { LIMITS, type Cursors, PROTO, SCHEMA } from '#shared/sync/protocol.ts'
import { freePort, startHub } from '../hub-process.ts'
import { nodeFetch } from '../node-fetch.ts'
import { type Member, type Worlds, nextPlace } from './hub-world.ts'
import { quantile } from './quantile.ts'

/** A desk gives a command every 20 s; its pulls start at least 1 s apart, as the product's do. */
const GIVE_MS = 20_000
const APART_MS = 1000
/** 200 lines that all open at once are a storm of its own (`openingMost`); what desks wait for is counted once it is over. */
const SETTLE_MS = 5000
const LINES = 1000

export const hubLoad = async (worlds: Worlds, data: string, seconds: number, say: (line: string) => void): Promise<{ [figure: string]: number }> => {
  const [port, more, env] = [await freePort(), ['--http'], { DATABASE_URL: await worlds.copy('load') }]
  let hub = await startHub(data, port, more, env)
  try {
    const opening: Times = { push: [], page: [] }
    const steady: Times = { push: [], page: [] }
    const times = { now: opening }
    const over = new AbortController()
    const desks = worlds.members.map(member => desk(worlds, { ...member }, hub.url, times, over.signal))
    await Promise.all(desks.map(one => one.ready))
    opening.page = []
    await sleep(SETTLE_MS)
    say(`${desks.length} desks for ${seconds} s`)
    times.now = steady
    await sleep(seconds * 1000)
    const memoryMB = residentMB(hub.pid)
    over.abort()
    await Promise.all(desks.map(one => one.ended))

    say(`${LINES} lines, and the hub killed`)
    const lines = openLines(worlds.members, hub.url)
    await until(() => lines.open() === LINES)
    const pokesMB = residentMB(hub.pid)
    await hub.kill()
    const killed = performance.now()
    hub = await startHub(data, port, more, env)
    const back = performance.now()
    await until(() => lines.open() === LINES)
    const came = lines.opened().filter(at => at > killed).map(at => at - back)
    lines.end()
    const each = (at: number): number => came.filter(one => one >= at && one < at + 1000).length
    return {
      desks: desks.length, pushes: steady.push.length, pages: steady.page.length, pushP50: quantile(steady.push, 0.5), pushP99: quantile(steady.push, 0.99), pageP50: quantile(steady.page, 0.5), pageP99: quantile(steady.page, 0.99), openingMost: Math.max(...opening.push, ...opening.page), memoryMB,
      lines: LINES, linesMB: pokesMB, hubBackMs: back - killed, reconnectP50: quantile(came, 0.5), reconnectP99: quantile(came, 0.99), reconnectLast: Math.max(...came), reconnectMostIn1s: Math.max(...came.map(each)),
    }
  } finally {
    await hub.end()
  }
}

type Times = { push: number[]; page: number[] }

const desk = (worlds: Worlds, member: Member, url: string, times: { now: Times }, over: AbortSignal): { ready: Promise<void>; ended: Promise<void> } => {
  const line = fetchLine(url, () => Promise.resolve(ok(member.token)), nodeFetch(null))
  const caller = { proto: PROTO, schema: SCHEMA, epoch: worlds.epoch, group: member.group, client: member.client }
  let cursors: Cursors = {}
  let moved = false
  const timed = async <T>(kind: keyof Times, work: () => Promise<T>): Promise<T> => {
    const { [kind]: list } = times.now
    const started = performance.now()
    const result = await work()
    list.push(performance.now() - started)
    return result
  }
  const pull = async (): Promise<void> => {
    moved = false
    for (;;) {
      const answer = await timed('page', () => line.pull({ ...caller, cursors, limit: LIMITS.pageRows, acked: member.next }, over))
      if (!answer.ok) return refused(answer.problem, over)
      cursors = { ...cursors, ...answer.value.cursors }
      if (!answer.value.more) return
    }
  }
  const pulling = async (): Promise<void> => {
    while (!over.aborted) {
      if (moved) await pull()
      await rest(APART_MS, over)
    }
  }
  const giving = async (): Promise<void> => {
    await rest(Math.random() * GIVE_MS, over)
    while (!over.aborted) {
      const answer = await timed('push', () => line.push({ ...caller, commands: [nextPlace(worlds, member)] }, over))
      if (!answer.ok) return refused(answer.problem, over)
      await rest(GIVE_MS, over)
    }
  }
  const hearing = line.pokes(hint => void (moved ||= 'scope' in hint && (cursors[hint.scope]?.ver ?? 0) < hint.ver), over)
  const ready = pull()
  return { ready, ended: ready.then(() => Promise.all([pulling(), giving(), hearing])).then(() => undefined) }
}

const refused = (problem: object, over: AbortSignal): void => {
  if (!over.aborted) throw new Error(JSON.stringify(problem))
}

/** Lines that wait for pokes and come back by the product's own rule when they break. */
const openLines = (members: readonly Member[], url: string): { open: () => number; opened: () => number[]; end: () => void } => {
  const over = new AbortController()
  const overHttp = nodeFetch(null)
  const opened: number[] = []
  let open = 0
  const keep = async (token: string): Promise<void> => {
    let held = false
    const ask: typeof fetch = async (...request) => {
      const response = await overHttp(...request)
      if (response.ok) {
        held = true
        open++
        opened.push(performance.now())
      }
      return response
    }
    const line = fetchLine(url, () => Promise.resolve(ok(token)), ask)
    for (let failures = 0; !over.signal.aborted; ) {
      const problem = await line.pokes(() => (failures = 0), over.signal)
      if (held) open--
      held = false
      await rest(backOff(++failures, problem, Math.random()), over.signal)
    }
  }
  for (let n = 0; n < LINES; n++) void keep(members[n % members.length].token)
  return { open: () => open, opened: () => opened, end: () => over.abort() }
}

const rest = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined)

const until = async (done: () => boolean): Promise<void> => {
  for (let waited = 0; !done(); waited += 20) {
    if (waited > 180_000) throw new Error('the lines do not open')
    await sleep(20)
  }
}

/** NaN where the system doesn't tell. */
const residentMB = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return NaN
  }
}
