// One run by its seed: four desks, one hub, a bad network.
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import { randomBy } from '#shared/standards/index/random-catalogue.ts'
import { type HubState, copyState } from '#shared/sync/memory-hub-state.fixture.ts'
import { crash, giveCommand, newDesk, pull, push, receive } from './desks.ts'
import { expireDue, newHub, openMemory, serve } from './hub-side.ts'
import { NONE } from './plants.ts'
import { comeToRest } from './rest.ts'
import { COUNTS, type Counts, type Message, type OpenHub, type Plant, type Sim, Violation } from './sim.ts'
import { FIRST_ID, HOUR, PEOPLE, START, uuid } from './world.ts'

export type Run = { seed: number; violation: string | null; counts: Counts; /** Of every step, in order: equal for equal runs. */ trace: string }

const STEPS = 160
const COMMANDS = 6

type Options = { plant?: Plant | undefined; /** Gets every line of the trace. */ say?: ((line: string) => void) | undefined; open?: OpenHub }

export const runSeed = async (first: HubState, seed: number, { plant = NONE, say, open = openMemory }: Options = {}): Promise<Run> => {
  const random = randomBy(seed * 7919 + 17)
  let id = FIRST_ID
  let hash = 0x811c9dc5
  const trace = (line: string): void => {
    say?.(line)
    for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193)
  }
  const sim = {
    random, plant, open, first, desks: [], net: [], now: START, counts: Object.fromEntries(COUNTS.map(count => [count, 0])) as Counts, backups: [], everConfirmed: new Set(), applied: new Map(),
    hubFuse: Infinity, hubFault: 'passing', mid: 0, calm: false, checked: seed % 20 === 0, crowded: false, hit: new WeakSet(), nextId: () => uuid(id++), trace,
  } as unknown as Sim
  const run = (violation: string | null): Run => ({ seed, violation, counts: sim.counts, trace: (hash >>> 0).toString(16) })
  try {
    await startHub(sim, first)
    sim.desks.push(...PEOPLE.map(person => newDesk(sim, person)))
    for (let step = 0; step < STEPS; step++) await oneStep(sim)
    await comeToRest(sim)
    return run(null)
  } catch (error) {
    return run(error instanceof Violation ? error.message : `threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}

const startHub = async (sim: Sim, state: HubState): Promise<void> => {
  await newHub(sim, state)
  sim.applied = new Map([...sim.store.state.clients].map(([client, { last }]) => [client, last]))
}

const oneStep = async (sim: Sim): Promise<void> => {
  const { random, net } = sim
  const at = random.pick(sim.desks)
  const choice = random.below(1000)
  if (choice < 480 && net.length > 0) return deliver(sim, random)
  if (choice < 640) return at.revoked || at.queued.length >= COMMANDS ? undefined : giveCommand(sim, at)
  if (choice < 780) return at.revoked ? undefined : push(sim, at)
  if (choice < 920) return at.revoked ? undefined : pull(sim, at)
  if (choice < 934) return crash(sim, at)
  if (choice < 940) return changeAccess(sim)
  if (choice < 965) return pass(sim)
  if (choice < 980) return backUp(sim)
  if (choice < 987) return restoreBackup(sim)
  if (choice < 993) return forget(sim)
}

/** Messages overtake one another; some are lost, some come twice. */
const deliver = async (sim: Sim, random: Random): Promise<void> => {
  const { net } = sim
  const taken: Message[] = []
  for (let n = 1 + random.below(3); n > 0 && net.length > 0; n--) {
    const i = random.below(net.length)
    const message = net[i]
    const fate = random.below(100)
    if (fate >= 15) taken.push(message)
    if (fate < 85) net.splice(i, 1)
  }
  const requests = taken.filter(message => message.to === 'hub')
  if (requests.length > 0) await serve(sim, requests)
  for (const message of taken) if (message.to === 'desk') await receive(sim, message.desk, message)
}

const changeAccess = async (sim: Sim): Promise<void> => {
  const { random, store } = sim
  const { user, device, membership } = random.pick(PEOPLE)
  if (random.chance(0.12)) {
    await store.change(({ revokedDevices }) => revokedDevices.add(device))
    sim.trace(`revoked ${device}`)
    return
  }
  const held = (store.state.memberships.get(user) ?? []).length > 0
  await store.change(({ memberships }) => memberships.set(user, held ? [] : [membership]))
  sim.trace(`${held ? 'ended' : 'gave'} ${user}`)
}

const pass = async (sim: Sim): Promise<void> => {
  sim.now += sim.random.below(3) * HOUR
  await expireDue(sim)
}

/** A verified backup off the machine makes what it holds durable. */
const backUp = async (sim: Sim): Promise<void> => {
  const { store, random } = sim
  sim.backups.push(store.copy())
  if (random.chance(0.5)) return
  await store.change(({ clients }) => {
    for (const [client, row] of clients) clients.set(client, { ...row, durable: row.last })
  })
  sim.backups = [copyDurable(sim.backups.at(-1)!)]
  sim.trace('durable')
}
const copyDurable = (state: HubState): HubState => {
  const copy = copyState(state)
  for (const [client, row] of copy.clients) copy.clients.set(client, { ...row, durable: row.last })
  return copy
}

/** Always a new epoch; once in a while from before the last durable backup, which nobody ought to do. */
const restoreBackup = async (sim: Sim): Promise<void> => {
  const { random } = sim
  const old = random.chance(0.1)
  const from = old ? sim.first : random.pick(sim.backups)
  if (!from) return
  const forgotten = old || sim.store.state.epoch.endsWith('-old')
  await startHub(sim, { ...from, epoch: `epoch-${sim.nextId().slice(-6)}${forgotten ? '-old' : ''}` })
  if (old) sim.backups = []
  sim.trace(`restored ${sim.store.state.epoch}`)
}

/** Tombstones are kept only so long. */
const forget = async (sim: Sim): Promise<void> => {
  await sim.store.change(({ scopes, feeds }) => {
    for (const [scope, { ver }] of scopes) {
      feeds.set(scope, new Map([...(feeds.get(scope) ?? [])].filter(([, { gone }]) => !gone)))
      scopes.set(scope, { ver, horizon: ver })
    }
  })
  sim.trace('horizon')
}
