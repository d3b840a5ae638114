// The hub: takes requests, several at a time, and is watched at every commit.
import { promote } from '../../hub/bookings/promotion.ts'
import { commands } from '#shared/commands.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { type Afterwards, applyCommand } from '#shared/sync/apply-command.ts'
import { type HubState, copyState } from '#shared/sync/memory-hub-state.fixture.ts'
import type { HubTransaction } from '#shared/sync/memory-hub-tx.fixture.ts'
import { memoryHub } from '#shared/sync/memory-hub.fixture.ts'
import { readPage } from '#shared/sync/page.ts'
import { type PushRequest, page, pullRequest, pushReply, pushRequest, syncError } from '#shared/sync/protocol.ts'
import { applyPush } from '#shared/sync/push.ts'
import { Passing } from '#shared/sync/store.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { watchCommit, watchPromotion } from './hub-checks.ts'
import { type Message, type OpenHub, type Sim, type SimHub, Violation } from './sim.ts'
import { COMPLEX, HUB } from './world.ts'

/** The hub in memory, for which transactions take turns at random by the seed. */
export const openMemory: OpenHub = (ruled, state, hooks) => {
  const hub = memoryHub<AppTables>(ruled, state, hooks)
  const change: SimHub['change'] = work => Promise.resolve(work(hub.state))
  return Promise.resolve({ ...hub, change, settle: () => Promise.resolve() })
}

export const newHub = async (sim: Sim, state: HubState): Promise<void> => {
  const ruled = sim.plant.tables ?? tables
  sim.store = await sim.open(ruled, copyState(state), {
    before: (_, transaction) => trip(sim, transaction),
    committed: transaction => watchCommit(sim, transaction),
    ...(sim.plant.hub && { wrap: transaction => sim.plant.hub!(transaction, sim.mid, sim) }),
  })
  sim.hub = { store: sim.store, commands, tables: ruled, now: () => sim.now, afterwards: work => promoted(sim, work) }
}

const promoted = async (sim: Sim, work: Afterwards<AppTables>): Promise<void> => {
  const before = work.puts()
  await promote(sim.plant.afterwards?.(work) ?? work)
  await watchPromotion(sim, work, before)
}

const trip = (sim: Sim, transaction: HubTransaction<AppTables>): void | Promise<void> => {
  if (--sim.hubFuse <= 0) {
    sim.hubFuse = Infinity
    if (sim.hubFault === 'crash') sim.store.crash()
    sim.hit.add(transaction)
    throw new Passing(sim.hubFault)
  }
  if (sim.crowded && sim.open === openMemory && sim.random.chance(0.5)) return TURN
}
const TURN = Promise.resolve()

/** Works on requests side by side. When the hub goes down in between, nobody gets an answer. */
export const serve = async (sim: Sim, requests: readonly (Message & { to: 'hub' })[]): Promise<void> => {
  const { random } = sim
  sim.crowded = requests.length > 1
  if (!sim.calm && random.chance(0.06)) {
    sim.hubFuse = 1 + random.below(30)
    sim.hubFault = random.chance(0.5) ? 'crash' : 'passing'
  }
  const answers = await Promise.all(requests.map(request => answer(sim, request)))
  const down = sim.hubFuse === Infinity && sim.hubFault === 'crash'
  sim.hubFuse = Infinity
  sim.hubFault = 'passing'
  sim.crowded = false
  if (!down) sim.net.push(...answers)
}

const answer = async (sim: Sim, message: Message & { to: 'hub' }): Promise<Message & { to: 'desk' }> => {
  if (sim.checked) asSent(message.kind === 'push' ? pushRequest : pullRequest, message.request)
  const reply = await answerOnce(sim, message)
  if (sim.checked) asSent('code' in reply.answer ? syncError : reply.kind === 'pushed' ? pushReply : page, reply.answer)
  return reply
}

const asSent = (schema: { parse(value: unknown): unknown }, message: object): void => {
  const line = JSON.stringify(message)
  const [sent, taken] = [JSON.parse(line) as object, schema.parse(JSON.parse(line)) as object].map(canonicalJson)
  if (sent !== taken) throw new Violation('protocol', `${sent} came out as ${taken}`)
}

const answerOnce = async (sim: Sim, { desk, session, ...message }: Message & { to: 'hub' }): Promise<Message & { to: 'desk' }> => {
  const { user, device } = desk.person
  const head = { to: 'desk', desk, session } as const
  if (message.kind === 'push') {
    const request = sim.plant.anyEpoch ? { ...message.request, epoch: sim.store.state.epoch } : message.request
    const pushed = await applyPush({ ...sim.hub, store: telling(sim, request) }, { user, device }, request)
    sim.trace(`push ${request.commands.map(({ mid }) => mid).join()} ${'code' in pushed.answer ? pushed.answer.code : pushed.answer.lastMutationId}`)
    return { ...head, kind: 'pushed', asked: message.request, answer: pushed.answer }
  }
  const request = sim.plant.anyEpoch ? { ...message.request, epoch: sim.store.state.epoch } : message.request
  const pulled = await readPage(sim.hub, { user, device }, request)
  const { client, epoch, cursors } = message.request
  return { ...head, kind: 'pulled', asked: { client, epoch, cursors }, answer: pulled }
}

/** Says before each transaction of a push which command it is for. */
const telling = (sim: Sim, { commands: sent }: PushRequest): Sim['store'] => {
  let next = 0
  const write: Sim['store']['write'] = work => {
    sim.mid = sent[next++].mid
    return sim.store.write(work)
  }
  return { ...sim.store, write }
}

/** The hub's own client ends what is due. */
export const expireDue = async (sim: Sim): Promise<void> => {
  const { user, device, client, group } = HUB
  for (const row of [...sim.store.state.rows.get('bookings')!.values()] as AppTables['bookings'][]) {
    const due = row.status === 'held' ? row.holdUntil : row.status === 'waitlisted' ? row.start : null
    if (due === null || due > sim.now) continue
    const mid = (sim.store.state.clients.get(client)?.last ?? 0) + 1
    const caller = { login: { user, device }, client, group, epoch: sim.store.state.epoch, proto: 1 }
    await applyCommand(sim.hub, caller, { mid, name: 'bookings.expire', args: { complex: COMPLEX, id: row.id, reason: null }, hash: `expire-${mid}`, clientTs: sim.now })
    sim.trace(`expire ${row.id}`)
  }
}
