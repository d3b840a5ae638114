// A small app of two commands over one table, and a hub and desks for it in memory: the core is tested without the product's rules.
import { z } from 'zod'
import { fail, ok } from '#shared/lib/result.ts'
import type { Afterwards, Hub } from './apply-command.ts'
import type { Command, CommandArgs, Registry } from './command.ts'
import { type MemoryDesk, memoryDesk } from './memory-desk.fixture.ts'
import { emptyHub } from './memory-hub-state.fixture.ts'
import { type HubHooks, type MemoryHub, memoryHub } from './memory-hub.fixture.ts'
import { layDown } from './lay-down.ts'
import { nextPull, readPage } from './page.ts'
import type { Page, PushReply, SyncError } from './protocol.ts'
import { applyPush, nextPush } from './push.ts'
import { type Desk, runCommand } from './run-command.ts'
import { companyScope, type Membership, scope } from './scopes.ts'
import type { Tables } from './tables.ts'

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const COMPLEX = uuid(1)

/** A seat that one holds: `row` exclusive. */
export type Seat = { id: string; complex: string; company: string | null; row: string; from: number; to: number; taken: boolean; name: string }
export type CoreTables = { seats: Seat }

export const coreTables: Tables<CoreTables> = {
  seats: {
    scopes: ({ complex, company }) => [...(company === null ? [] : [companyScope(complex, company)]), scope('complex', complex)],
    by: ['row'],
    exclusive: { same: ['row'], from: 'from', to: 'to', when: ({ taken }) => taken },
  },
}

const takeArgs = z.object({ complex: z.uuid(), id: z.uuid(), company: z.uuid().nullable(), row: z.string(), name: z.string() })
/** Takes the row when it is free as far as the rows show, else waits without it. */
const take: Command<CoreTables, z.output<typeof takeArgs>> = {
  args: takeArgs,
  who: (_, { complex }, { memberships }) => Promise.resolve(memberships.some(one => one.complex === complex) ? null : { code: 'forbidden' }),
  locks: () => Promise.resolve([]),
  run: async (tx, args) => {
    if (await tx.get('seats', args.id)) return ok({ outcome: 'applied' })
    if (args.name === 'nobody') return fail({ code: 'validation' })
    const taken = (await tx.listBy('seats', 'row', args.row)).some(seat => seat.taken)
    await tx.put('seats', { ...args, from: 0, to: 1, taken: !taken })
    return taken ? ok({ outcome: 'waitlisted', code: 'slot-taken', facts: {} }) : ok({ outcome: 'applied' })
  },
}

const renameArgs = z.object({ complex: z.uuid(), id: z.uuid(), name: z.string(), company: z.uuid().nullable().optional() })
const rename: Command<CoreTables, z.output<typeof renameArgs>> = {
  args: renameArgs,
  who: () => Promise.resolve(null),
  locks: (_, { id }) => Promise.resolve([{ table: 'seats', id }]),
  moves: ['seats'],
  run: async (tx, { id, name, company }) => {
    const seat = await tx.get('seats', id)
    if (!seat) return fail({ code: 'not-found' })
    await tx.put('seats', { ...seat, name, ...(company !== undefined && { company }) })
    return ok({ outcome: 'applied' })
  },
}

export const coreCommands = { 'seats.take': take, 'seats.rename': rename } satisfies Registry<CoreTables> as Registry<CoreTables>

export type CoreHub = Hub<CoreTables> & { store: MemoryHub<CoreTables> }
export type CoreDesk = Desk<CoreTables> & { store: MemoryDesk<CoreTables> }

export const coreHub = (hooks: HubHooks<CoreTables> = {}, afterwards: (work: Afterwards<CoreTables>) => Promise<void> = () => Promise.resolve()): CoreHub => {
  const store = memoryHub(coreTables, emptyHub(coreTables, 'e1'), hooks)
  return { store, commands: coreCommands, tables: coreTables, now: () => 1000, afterwards }
}

/** The `n`th desk, its user with a membership on the hub: staff without a company. */
export const coreDesk = (hub: CoreHub, n: number, company: string | null = null): CoreDesk => {
  const membership: Membership = { complex: COMPLEX, role: company === null ? 'front' : 'company', company }
  hub.store.state.memberships.set(uuid(100 + n), [membership])
  const meta = { client: uuid(200 + n), group: uuid(300 + n), user: uuid(100 + n), device: uuid(400 + n), epoch: 'e1', lastMid: 0 }
  return { store: memoryDesk(coreTables, meta), commands: coreCommands, tables: coreTables }
}

export const loginOf = ({ store: { meta } }: CoreDesk): { user: string; device: string } => ({ user: meta.user, device: meta.device })

export const run = (desk: CoreDesk, name: string, args: Omit<CommandArgs, 'complex'> & { [arg: string]: unknown }, dependsOn?: number) =>
  runCommand(desk, { name, args: { complex: COMPLEX, ...args }, hash: JSON.stringify([name, args]).slice(0, 64), ...(dependsOn !== undefined && { dependsOn }) }, 500)

export const take1 = (desk: CoreDesk, id: number, more: { row?: string; name?: string; company?: string } = {}) => run(desk, 'seats.take', { id: uuid(id), company: null, row: 'a', name: 'x', ...more })

export const push = async (hub: CoreHub, desk: CoreDesk): Promise<PushReply | SyncError | null> => {
  const request = await nextPush(desk, 0)
  return request && (await applyPush(hub, loginOf(desk), request)).answer
}

/** One page, laid down; gives the page or the refusal. */
export const pull = async (hub: CoreHub, desk: CoreDesk, limit = 500): Promise<Page | SyncError> => {
  const request = await nextPull(desk, limit)
  const page = await readPage(hub, loginOf(desk), request)
  if (!('code' in page)) await layDown(desk, request, page)
  return page
}

export const seatsOf = (desk: CoreDesk): Seat[] => [...desk.store.rows.get('seats')!.values()].map(({ row }) => row as unknown as Seat)
export const entriesOf = (desk: CoreDesk): string[] => [...desk.store.entries.values()].map(({ mid, state }) => `${mid} ${state}`)
