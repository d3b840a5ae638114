// The end of a run: everybody is connected, everything arrives, and then the last invariants hold.
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { applyPush } from '#shared/sync/push.ts'
import { type Scope, scopesOf } from '#shared/sync/scopes.ts'
import { PROTO, SCHEMA } from '#shared/sync/protocol.ts'
import type { HubState } from '#shared/sync/memory-hub-state.fixture.ts'
import type { Row } from '#shared/sync/tx.ts'
import { pull, push, receive } from './desks.ts'
import { serve } from './hub-side.ts'
import { type Sim, type SimDesk, Violation } from './sim.ts'

export const comeToRest = async (sim: Sim): Promise<void> => {
  sim.calm = true
  for (let round = 0; ; round++) {
    await deliverAll(sim)
    let moved = false
    for (const at of sim.desks) if (!at.revoked && (await catchUp(sim, at))) moved = true
    if (!moved) break
    if (round > 40) throw new Violation('I5', 'a queue is stuck')
  }
  await sim.store.settle()
  for (const at of sim.desks) if (!at.revoked) checkDrained(sim, at)
  for (const at of sim.desks) if (!at.revoked) checkRows(sim, at)
  await checkReplay(sim)
}

const deliverAll = async (sim: Sim): Promise<void> => {
  while (sim.net.length > 0) {
    const message = sim.net.shift()!
    if (message.to === 'hub') await serve(sim, [message])
    else await receive(sim, message.desk, message)
  }
}

/** One push and as many pages as there are; true when anything came of it. */
const catchUp = async (sim: Sim, at: SimDesk): Promise<boolean> => {
  const { store } = at.desk
  const waiting = [...store.entries.values()].some(({ state }) => state === 'waiting')
  if (waiting) await push(sim, at, true)
  await deliverAll(sim)
  for (let pages = 0; pages < 200; pages++) {
    const [cursors, { epoch, client }] = [store.cursors, store.meta]
    await pull(sim, at)
    await deliverAll(sim)
    if (at.revoked) return false
    const still = Object.keys(store.cursors).length === Object.keys(cursors).length && Object.entries(store.cursors).every(([scope, { ver }]) => cursors[scope as Scope]?.ver === ver)
    if (still && store.meta.epoch === epoch && store.meta.client === client) return waiting || pages > 0
  }
  throw new Violation('I5', 'the pages never end')
}

/** I4, I5 and I13: each command that the desk gave or still holds has one stored outcome. */
const checkDrained = ({ store: { state } }: Sim, { desk: { store }, clients, queued }: SimDesk): void => {
  for (const { mid, state: is } of store.entries.values()) if (is !== 'answered') throw new Violation('I5', `command ${mid} still waits`)
  const stored = new Set(clients.flatMap(client => [...(state.commands.get(client)?.values() ?? [])].map(({ hash }) => hash)))
  for (const { mid, hash } of store.entries.values()) {
    if (!stored.has(hash)) throw new Violation('I13', `command ${mid} is held by the desk as answered and not known to the hub`)
    if (!store.outcomes.has(mid)) throw new Violation('I4', `command ${mid} is answered without its outcome`)
  }
  // What an earlier client was told is rejected, and the person has in the inbox, is not sent again by the next one.
  const told = new Set([...store.inbox.values()].filter(({ client, outcome }) => client !== store.meta.client && outcome.outcome === 'rejected').map(({ args }) => canonicalJson(args)))
  const lost = queued.filter(({ hash, args }) => !stored.has(hash) && !told.has(canonicalJson(args)))
  if (lost.length > 0 && !isForgotten(state)) throw new Violation('I4', `${lost.map(({ name }) => name).join()} has no outcome`)
}

/** A restore from before a durable backup may lack what the desks no longer keep: that is the operator's choice. */
const isForgotten = ({ epoch }: HubState): boolean => epoch.endsWith('-old')

/** I6 and I7. */
const checkRows = ({ store: { state } }: Sim, { person: { user }, desk: { store } }: SimDesk): void => {
  const granted = scopesOf({ user, memberships: state.memberships.get(user) ?? [] })
  const expected = new Map<string, { row: Row; scopes: Scope[] }>()
  for (const scope of granted) {
    for (const [key, { gone }] of state.feeds.get(scope) ?? []) {
      if (gone) continue
      const [table, id] = key.split('/') as [string, string]
      const held = expected.get(key)
      if (held) held.scopes.push(scope)
      else expected.set(key, { row: state.rows.get(table)!.get(id)!, scopes: [scope] })
    }
  }
  for (const [table, rows] of store.rows) {
    for (const [id, { row, scopes }] of rows) {
      const key = `${table}/${id}`
      const wanted = expected.get(key)
      if (!wanted) throw new Violation(scopes.every(scope => granted.includes(scope)) ? 'I7' : 'I6', `${key} is not in the desk's scopes`)
      if (scopes.join() !== wanted.scopes.join()) throw new Violation('I6', `${key} is held by ${scopes.join()} and not by ${wanted.scopes.join()}`)
      if (row !== wanted.row && canonicalJson(row) !== canonicalJson(wanted.row)) throw new Violation('I7', `${key} differs: ${JSON.stringify(row)} and ${JSON.stringify(wanted.row)}`)
      expected.delete(key)
    }
  }
  for (const key of expected.keys()) throw new Violation('I7', `${key} is missing`)
}

/** I12: the whole history once more leaves the hub as it was. */
const checkReplay = async (sim: Sim): Promise<void> => {
  const { state } = sim.store
  const before = sim.store.copy()
  for (const { person, desk } of sim.desks) {
    const { client } = desk.store.meta
    const history = [...(state.commands.get(client)?.values() ?? [])].sort((a, b) => a.mid - b.mid)
    if (history.length === 0) continue
    const commands = history.map(({ mid, name, args, hash, dependsOn, clientTs }) => ({ mid, name, args, hash, ...(dependsOn !== undefined && { dependsOn }), clientTs }))
    await applyPush(sim.hub, person, { proto: PROTO, schema: SCHEMA, epoch: state.epoch, group: person.group, client, commands })
  }
  await sim.store.settle()
  if (!sameState(before, state)) throw new Violation('I12', 'sending the history again changed the hub')
}

/** Values are never changed in place: what is equal is the same. */
const sameState = (a: HubState, b: HubState): boolean =>
  sameMaps(a.rows, b.rows) && sameMaps(a.feeds, b.feeds) && sameMaps(a.commands, b.commands) && sameMap(a.scopes, b.scopes) && sameMap(a.clients, b.clients)
const sameMaps = <K, V>(a: Map<string, Map<K, V>>, b: Map<string, Map<K, V>>): boolean => a.size === b.size && [...a].every(([key, map]) => sameMap(map, b.get(key)!))
const sameMap = <K, V>(a: Map<K, V>, b: Map<K, V>): boolean => a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)

