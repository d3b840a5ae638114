// A hub in memory with two companies and two resources, on which people give commands one after another.
import { commands } from '#shared/commands.ts'
import { type Hub, applyCommand } from '#shared/sync/apply-command.ts'
import { emptyHub } from '#shared/sync/memory-hub-state.fixture.ts'
import { memoryHub } from '#shared/sync/memory-hub.fixture.ts'
import type { Role } from '#shared/sync/scopes.ts'
import type { Reads, Row } from '#shared/sync/tx.ts'
import { type AppTables, tables } from '#shared/tables.ts'
import { promote } from './promotion.ts'

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const COMPLEX = uuid(1)
export const [COMPANY_A, COMPANY_B] = [uuid(2), uuid(3)]
/** The second needs approval; both are open on Mondays and Fridays from 8 to 18 and take an hour after each booking. */
export const [ONE, TWO] = [uuid(4), uuid(5)]
export const HOUR = 3600_000
/** Friday 2026-10-09, 00:00 in Asia/Shanghai. */
const DAY = Date.UTC(2026, 9, 8, 16)
export const at = (hour: number): number => DAY + hour * HOUR
let slot = 1000
export const slotId = (): string => uuid(slot++)

export type Who = 'lab' | 'front' | 'a' | 'b' | 'hub'
const people: Record<Who, { role: Role; company: string | null; n: number }> = {
  lab: { role: 'lab', company: null, n: 11 }, front: { role: 'front', company: null, n: 12 }, a: { role: 'company', company: COMPANY_A, n: 13 }, b: { role: 'company', company: COMPANY_B, n: 14 }, hub: { role: 'hub', company: null, n: 15 },
}

type Outcome = { outcome: string; code?: string; facts: { [fact: string]: unknown } }
export type CommandHub = Awaited<ReturnType<typeof commandHub>>

/** It is Friday, 8:00. */
export const commandHub = async () => {
  let now = at(8)
  const state = emptyHub(tables, 'e')
  for (const { n, role, company } of Object.values(people)) state.memberships.set(uuid(100 + n), [{ complex: COMPLEX, role, company }])
  const store = memoryHub<AppTables>(tables, state)
  const hub: Hub<AppTables> = { store, commands, tables, now: () => now, afterwards: promote }
  const mids = new Map<Who, number>()
  const deviceOf = (who: Who): string => uuid(200 + people[who].n)

  const give = async (who: Who, name: string, args: object): Promise<Outcome> => {
    const { n } = people[who]
    const mid = (mids.get(who) ?? 0) + 1
    mids.set(who, mid)
    const caller = { login: { user: uuid(100 + n), device: deviceOf(who) }, client: uuid(300 + n), group: uuid(400 + n), epoch: 'e', proto: 1 }
    const applied = await applyCommand(hub, caller, { mid, name, args: { complex: COMPLEX, ...args }, hash: String(mid), clientTs: 0 })
    if (applied.error) throw new Error(applied.error.code)
    return store.state.commands.get(caller.client)!.get(mid)!
  }
  const rows = <R>(table: keyof AppTables): R[] => [...store.state.rows.get(table)!.values()] as R[]
  const ask = (who: Who, id: number, from: number, to: number, { name = 'bookings.place', on = [ONE], company = people[who].company ?? COMPANY_A, ...more }: { name?: string; on?: string[]; company?: string; override?: { reason: string } } = {}) =>
    give(who, name, { id: uuid(id), company, purpose: '', start: at(from), end: at(to), slots: on.map(resource => ({ id: slotId(), resource })), ...more })

  for (const [id, name] of [[COMPANY_A, '甲'], [COMPANY_B, '乙']]) await give('front', 'companies.register', { id, name, uscc: null, address: null, contact: null, phone: null })
  const resource = { hours: [{ day: 5, from: 480, to: 1080 }, { day: 1, from: 480, to: 1080 }], granuleMin: 60, beforeMin: 0, afterMin: 60, holdMin: 120, open: true, lanes: 1 }
  await give('lab', 'resources.add', { ...resource, id: ONE, name: '一', approval: false })
  await give('lab', 'resources.add', { ...resource, id: TWO, name: '二', approval: true })
  return {
    state,
    give,
    ask,
    step: (who: Who, name: string, id: number) => give(who, `bookings.${name}`, { id: uuid(id), reason: null }),
    row: <R>(table: keyof AppTables, id: number): R => store.state.rows.get(table)!.get(uuid(id)) as R,
    rows,
    reading: <R>(work: (reads: Reads<AppTables>) => Promise<R>): Promise<R> => store.write(t => work(t.tx(COMPLEX))),
    /** What another part of the product writes into a row. */
    patch: (table: keyof AppTables, id: string, fields: object): void => { store.state.rows.get(table)!.set(id, { ...(store.state.rows.get(table)!.get(id) as Row), ...fields }) },
    setNow: (to: number): void => { now = to },
    deviceOf,
  }
}
