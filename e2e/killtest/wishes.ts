// What the people want: a few times on two instruments, so that they meet; pieces that are brought, certificates, companies that are one.
import { newId } from '../../renderer/db/new-id.ts'
import type { CommandName } from '#shared/commands.ts'
import { dayOf } from '#shared/bookings/times.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { AppTables } from '#shared/tables.ts'

/** `from`: the first time, ms. `test` takes both resources, one after the other; `pieces` are the company's, `own` the laboratory's, `set` an indicator set with its one indicator and reference. All companies have the `code`. */
export type World = { complex: string; company: string; code: string; resources: string[]; test: string; pieces: string[]; own: string; set: { id: string; indicator: string; reference: string }; from: number }
export type Wanted = { name: CommandName; args: object }

const HOUR = 3600_000
const TIMES = 12

/** Every one has an id of its own, so that two of the same arguments are one that was sent twice. */
export const wish = async (desk: Desk<AppTables>, world: World): Promise<Wanted> => {
  const { complex, resources, from } = world
  const start = from + below(TIMES) * HOUR
  const span = { start, end: start + HOUR * (1 + below(2)) }
  const slots = [{ id: newId(), resource: resources[below(resources.length)] }]
  const live = await liveBooking(desk)
  const what = Math.random()
  if (what < 0.12) return certificate(world)
  if (what < 0.22) return companies(world)
  if (what < 0.28) return limits(world)
  if (live && what < 0.31) return agreed(complex, live)
  if (live && what < 0.45) return { name: 'bookings.cancel', args: { complex, id: live, reason: newId() } }
  if (live && what < 0.6) return { name: 'bookings.reschedule', args: { complex, id: live, change: newId(), ...span, slots } }
  return asking(world, { ...span, slots })
}

const asking = ({ complex, company, resources, test, pieces }: World, time: { start: number; end: number; slots: object[] }): Wanted => {
  const args = { complex, id: newId(), company, purpose: '', ...(below(2) && { instrument: pieces[below(pieces.length)] }), batch: newId() }
  const how = Math.random()
  if (how < 0.2) return { name: 'bookings.hold', args: { ...args, ...time } }
  if (how < 0.5) return { name: 'bookings.place', args: { ...args, ...time } }
  if (how < 0.7) return both(complex, company, resources, time)
  const parts = resources.map((resource, n) => ({ id: newId(), resource, start: time.start + n * HOUR, end: time.start + (n + 1) * HOUR }))
  return { name: 'bookings.place', args: { ...args, start: time.start, end: time.start + parts.length * HOUR, slots: parts, test: { id: test, range: null, urgency: 'normal', seen: null } } }
}

/** Each resource for an hour, the second behind the first: both or none. */
const both = (complex: string, company: string, resources: readonly string[], { start }: { start: number }): Wanted => {
  const ids = resources.map(() => newId())
  const items = resources.map((resource, n) => ({ id: ids[n], purpose: '', start: start + n * HOUR, end: start + (n + 1) * HOUR, slots: [{ id: newId(), resource }], ...(n > 0 && { after: [ids[n - 1]] }) }))
  return { name: 'bookings.placeAll', args: { complex, id: newId(), company, items } }
}

/** What was told the customer or agreed with them; a booking without a test refuses it. */
const agreed = (complex: string, id: string): Wanted => {
  if (below(2)) return { name: 'bookings.inform', args: { complex, id, plan: 'unmarked', way: 'phone', newer: null, to: null, day: dayOf(Date.now()) } }
  return { name: 'bookings.subcontract', args: { complex, id, subcontract: below(2) ? null : { to: '示例检测所', consent: '示例·陈', day: dayOf(Date.now()) } } }
}

export const certificate = ({ complex, pieces, own }: Pick<World, 'complex' | 'pieces' | 'own'>): Wanted => {
  const instrument = [...pieces, own][below(pieces.length + 1)]
  return { name: 'certificates.register', args: { complex, id: newId(), instrument, number: 'JZ-1', issuer: null, day: dayOf(Date.now() - below(30) * 24 * HOUR), validTo: null, result: 'pass', restriction: null, asFound: null, asLeft: null, file: null, replaces: null } }
}

/** The next edition of the set, or a limit of the first one, which another desk may have changed. */
const limits = ({ complex, set }: World): Wanted => {
  const key = `${set.indicator}/${set.reference}`
  const text = (): object => ({ text: `≤${below(9)}`, clause: null, method: null, comparison: 'full', rule: 'simple' })
  if (below(3)) return { name: 'sets.setLimits', args: { complex, id: set.id, fields: { [key]: { old: text(), new: text(), conflict: newId() } } } }
  return { name: 'sets.draft', args: { ...drafted(complex, set), id: newId(), base: set.id, limits: { [key]: text() } } }
}

export const drafted = (complex: string, { id, indicator, reference }: World['set']): object => ({
  complex, id, family: id, base: null, example: false, name: '针织 T 恤', source: null, references: [{ id: reference, kind: 'national', number: null, clause: null, name: '国标', left: null }],
  indicators: [{ id: indicator, name: '甲醛含量', nameEn: null, unit: 'mg/kg', method: null, direction: 'max', kind: 'core' }], limits: {},
})

/** Companies that were registered here and are to be merged, each once: into the first, or the first into them. */
const strangers: string[] = []
const companies = ({ complex, company, code }: World): Wanted => {
  const id = below(2) ? strangers.pop() : undefined
  if (id !== undefined) return { name: 'companies.merge', args: { complex, ...(below(2) ? { id, into: company } : { id: company, into: id }) } }
  const fresh = newId()
  strangers.push(fresh)
  return { name: 'companies.register', args: { complex, id: fresh, name: '甲织造', uscc: code, address: null, contact: null, phone: null } }
}

const below = (n: number): number => Math.floor(Math.random() * n)

const liveBooking = async ({ store }: Desk<AppTables>): Promise<string | undefined> => {
  const status = ['confirmed', 'held', 'waitlisted'][below(3)]
  const live = await store.transaction(t => t.reads.listRange('bookings', 'status_start', [status, 0], [status, Number.MAX_SAFE_INTEGER]))
  return live.length === 0 ? undefined : live[below(live.length)].id
}
