// What a desk does: run commands, send, ask, take what comes back, crash.
import { commands } from '#shared/commands.ts'
import { enterEpoch } from '#shared/sync/epoch.ts'
import { type Asked, layDown } from '#shared/sync/lay-down.ts'
import { nextPull } from '#shared/sync/page.ts'
import type { Page, PushReply, SyncError } from '#shared/sync/protocol.ts'
import { nextPush } from '#shared/sync/push.ts'
import { runCommand } from '#shared/sync/run-command.ts'
import type { Scope } from '#shared/sync/scopes.ts'
import { tables } from '#shared/tables.ts'
import { afterLaying, checkDesk } from './desk-checks.ts'
import { intentFor } from './intents.ts'
import { DeskCrash, type Message, type Sim, type SimDesk, Violation } from './sim.ts'
import { EPOCH, HOUR, type Person } from './world.ts'

export const newDesk = (sim: Sim, person: Person): SimDesk => {
  const { user, device, group, client } = person
  const store = sim.storeFor({ client, group, user, device, epoch: EPOCH, lastMid: 0 }, {
    before: op => {
      if (--self.fuse <= 0) {
        self.fuse = Infinity
        throw new DeskCrash(op)
      }
    },
    ...(sim.plant.desk && { wrap: t => sim.plant.desk!(t, self) }),
  })
  const self: SimDesk = {
    person, desk: { store, commands, tables }, skew: (sim.random.below(49) - 24) * HOUR, session: 0, sent: 0, revoked: false,
    queued: [], clients: [client], loading: new Set(), laid: new Map(), fuse: Infinity, windows: null,
  }
  return self
}

/** Runs work on a desk that may crash in it; null = it did. */
export const onDesk = async <R>(sim: Sim, at: SimDesk, work: () => Promise<R>): Promise<R | null> => {
  at.fuse = !sim.calm && sim.random.chance(0.03) ? 1 + sim.random.below(12) : Infinity
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DeskCrash)) throw error
    crash(sim, at)
    return null
  } finally {
    at.fuse = Infinity
  }
}

export const crash = (sim: Sim, at: SimDesk): void => {
  at.session++
  at.sent = 0
  at.windows = null
  sim.trace('desk crash')
}

/** A person gives a command; now and then two do at the same time, in two windows. */
export const giveCommand = async (sim: Sim, at: SimDesk): Promise<void> => {
  if (!sim.random.chance(0.15)) return giveOne(sim, at)
  at.windows = at.desk.store.meta.lastMid
  await Promise.all([giveOne(sim, at), giveOne(sim, at)])
  at.windows = null
}

const giveOne = async (sim: Sim, at: SimDesk): Promise<void> => {
  const { random } = sim
  const given = intentFor(at, random, sim.nextId)
  if (!given) return
  const { name, args, made } = given
  const hash = `${at.person.user.slice(-2)}-${at.queued.length}-${sim.nextId().slice(-6)}`
  const newest = at.desk.store.meta.lastMid
  const dependsOn = random.chance(0.1) && newest > 0 ? { dependsOn: newest } : {}
  const ran = await onDesk(sim, at, () => runCommand(at.desk, { name, args, hash, ...dependsOn }, sim.now + at.skew))
  if (!ran?.ok) return
  at.queued.push({ hash, name, args, made })
  sim.trace(`${name} ${ran.value.mid} ${ran.value.done.outcome}`)
  checkDesk(sim, at)
}

/** Sends what waits: all of it, or only what this session has not sent yet, before the answer to the earlier push is there. */
export const push = async (sim: Sim, at: SimDesk, whole = sim.random.chance(0.5)): Promise<void> => {
  const request = await onDesk(sim, at, () => nextPush(at.desk, whole ? 0 : at.sent))
  if (!request) return
  at.sent = Math.max(at.sent, request.commands.at(-1)!.mid)
  sim.plant.sent?.(at)
  sim.net.push({ to: 'hub', kind: 'push', desk: at, session: at.session, request })
}

export const pull = async (sim: Sim, at: SimDesk, limit = sim.random.chance(sim.calm ? 0.7 : 0.2) ? 500 : 1 + sim.random.below(3)): Promise<void> => {
  const request = await onDesk(sim, at, () => nextPull(at.desk, limit))
  if (request) sim.net.push({ to: 'hub', kind: 'pull', desk: at, session: at.session, request })
}

/** An answer arrives. */
export const receive = async (sim: Sim, at: SimDesk, message: Message & { to: 'desk' }): Promise<Page | null> => {
  if (message.session !== at.session || at.revoked) return null
  if ('code' in message.answer) {
    await heed(sim, at, message.asked, message.answer)
    return null
  }
  return message.kind === 'pulled' ? lay(sim, at, message.asked, message.answer) : null
}

const lay = async (sim: Sim, at: SimDesk, asked: Asked, answer: Page): Promise<Page | null> => {
  const { store } = at.desk
  const page = sim.plant.page?.(answer, sim, asked.client) ?? answer
  const before = store.cursors
  const used = sim.plant.anyCursors ? { ...asked, cursors: before } : asked
  const laid = await onDesk(sim, at, () => layDown(at.desk, used, page))
  if (!laid || laid.stale) return null
  if (laid.more) sim.counts.middlePages++
  sim.counts.scopeChanges += page.scopesDrop.length + (Object.keys(before).length > 0 ? page.scopesAdd.length : 0)
  sim.trace(`laid ${page.changes.length} ${page.more} ${laid.answered.join()}`)
  afterLaying(sim, at, before, page)
  return page
}

/** What a desk makes of a refusal. */
const heed = async (sim: Sim, at: SimDesk, asked: { client: string; epoch: string }, error: Exclude<SyncError, PushReply>): Promise<void> => {
  sim.trace(error.code)
  at.sent = 0
  if (error.code === 'device-revoked') at.revoked = true
  else if (error.code === 'epoch-changed') {
    const { store } = at.desk
    const before = store.meta.epoch
    const entered = await onDesk(sim, at, () => enterEpoch(at.desk, { ...error, asked }, sim.nextId()))
    if (!entered || store.meta.epoch === before) return
    sim.counts.restored += entered.again
    at.loading = new Set(Object.keys(store.cursors) as Scope[])
    at.laid.clear()
    if (entered.client !== at.clients.at(-1)) at.clients.push(entered.client)
  } else if (error.code === 'client-forked') throw new Violation('I2', 'a mid was given twice')
  checkDesk(sim, at)
}
