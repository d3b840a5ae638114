// The complex that every seed begins with: two companies, three resources, four people at their desks. Made by commands, once.
import { promote } from '../../hub/bookings/promotion.ts'
import { commands } from '#shared/commands.ts'
import { type Hub, applyCommand } from '#shared/sync/apply-command.ts'
import { type HubState, emptyHub } from '#shared/sync/memory-hub-state.fixture.ts'
import { memoryHub } from '#shared/sync/memory-hub.fixture.ts'
import type { Membership } from '#shared/sync/scopes.ts'
import { type AppTables, tables } from '#shared/tables.ts'

/** A UUIDv7 by number: ids need to be different, nothing else. */
export const uuid = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const COMPLEX = uuid(1)
export const COMPANIES = [uuid(2), uuid(3)] as const
/** One lane, free of approval; two lanes that the lab approves; one not shown to companies. */
export const RESOURCES = [uuid(4), uuid(5), uuid(6)] as const
export const OWN_STANDARD = uuid(7)

export type Person = { user: string; device: string; group: string; client: string; membership: Membership }

const person = (n: number, role: Membership['role'], company: string | null = null): Person => ({
  user: uuid(0x20 + n), device: uuid(0x30 + n), group: uuid(0x40 + n), client: uuid(0x50 + n), membership: { complex: COMPLEX, role, company },
})
export const PEOPLE: readonly Person[] = [person(0, 'lab'), person(1, 'front'), person(2, 'company', COMPANIES[0]), person(3, 'company', COMPANIES[1])]

/** The hub's own client: expiry. */
export const HUB: Person = person(9, 'hub')

/** 2026-10-09, a Friday, 08:00 in Asia/Shanghai. */
export const START = Date.UTC(2026, 9, 9, 0)
export const HOUR = 3600_000

/** First ids that a seed may give. */
export const FIRST_ID = 0x1000

export const EPOCH = 'epoch-0'

export const firstState = async (): Promise<HubState> => {
  const state = emptyHub(tables, EPOCH)
  for (const { user, membership } of [...PEOPLE, HUB]) state.memberships.set(user, [membership])
  const hub: Hub<AppTables> = { store: memoryHub(tables, state), commands, tables, now: () => START, afterwards: promote }
  const { user, device, group } = PEOPLE[0]
  const days = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 8 * 60, to: 18 * 60 }))
  const resource = { complex: COMPLEX, hours: days, granuleMin: 60, beforeMin: 0, holdMin: 120 }
  const contact = { complex: COMPLEX, uscc: null, address: null, contact: null, phone: null }
  const first: [string, unknown][] = [
    ['companies.register', { ...contact, id: COMPANIES[0], name: '甲织造' }],
    ['companies.register', { ...contact, id: COMPANIES[1], name: '乙印染' }],
    ['resources.add', { ...resource, id: RESOURCES[0], name: '拉力机', lanes: 1, approval: false, open: true, afterMin: 0 }],
    ['resources.add', { ...resource, id: RESOURCES[1], name: '色牢度', lanes: 2, approval: true, open: true, afterMin: 60 }],
    ['resources.add', { ...resource, id: RESOURCES[2], name: '标准光源', lanes: 1, approval: false, open: false, afterMin: 0 }],
    ['standards.addOwn', { complex: COMPLEX, id: OWN_STANDARD, number: 'Q/JZ 1-2026', title: '坯布', owner: null, published: '2026-01', effective: null, withdrawn: null, replaces: null, remark: null }],
  ]
  // Written by a client of the past, so that the desks begin at mid 1.
  const caller = { login: { user, device }, client: uuid(0x60), group, epoch: EPOCH, proto: 1 }
  for (const [i, [name, args]] of first.entries()) {
    const applied = await applyCommand(hub, caller, { mid: i + 1, name, args, hash: `first-${i}`, clientTs: START })
    if (applied.error) throw new Error(applied.error.code)
  }
  if ([...state.commands.get(caller.client)!.values()].some(({ outcome }) => outcome !== 'applied')) throw new Error('the world was not made')
  return state
}
