// What people at their desks do: mostly what makes sense with what they see, over few times and resources so that they meet.
import type { Booking } from '#shared/bookings/booking.ts'
import type { CommandName } from '#shared/commands.ts'
import type { Company } from '#shared/companies/company.ts'
import { usccCheck } from '#shared/companies/uscc.ts'
import type { OwnStandard } from '#shared/standards/own.ts'
import { type Certificate, EVENT_KINDS, type Instrument } from '#shared/instruments/instrument.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { AppTables } from '#shared/tables.ts'
import type { SimDesk } from './sim.ts'
import { COMPANIES, COMPLEX, HOUR, OWN_STANDARD, RESOURCES, START } from './world.ts'

export type Given = { name: CommandName; args: { complex: string; [arg: string]: unknown }; made: SimDesk['queued'][number]['made'] }

type Desire = (desk: SimDesk, random: Random, id: () => string) => Given | null

export const intentFor = (desk: SimDesk, random: Random, id: () => string): Given | null => {
  const { role } = desk.person.membership
  const [weights, total] = role === 'company' ? COMPANY : STAFF
  let at = random.below(total)
  for (const [weight, desire] of weights) if ((at -= weight) < 0) return desire(desk, random, id)
  return null
}

const given = (name: CommandName, args: { [arg: string]: unknown }, made: keyof AppTables | null = null): Given => ({ name, args: { complex: COMPLEX, ...args }, made: made && { table: made, id: args.id as string } })

const rowsOf = <N extends keyof AppTables>({ desk }: SimDesk, table: N): AppTables[N][] => [...desk.store.rows.get(table)!.values()].map(({ row }) => row as unknown as AppTables[N])

const timeOf = (random: Random): { start: number; end: number } => {
  const start = START + (5 + random.below(4)) * HOUR + (random.chance(0.2) ? 24 * HOUR : 0)
  return { start, end: start + (1 + random.below(2)) * HOUR }
}

const slotsOf = (desk: SimDesk, random: Random, id: () => string): { id: string; resource: string }[] => {
  const one = random.chance(0.6) ? RESOURCES[0] : random.chance(0.8) || desk.person.membership.role === 'company' ? RESOURCES[1] : RESOURCES[2]
  const two = one !== RESOURCES[1] && random.chance(0.15)
  return (two ? [one, RESOURCES[1]] : [one]).map(resource => ({ id: id(), resource }))
}

const companyFor = (desk: SimDesk, random: Random): string => desk.person.membership.company ?? random.pick([...COMPANIES, ...rowsOf(desk, 'companies').map(company => company.id)])

const ask = (name: 'bookings.place' | 'bookings.hold'): Desire => (desk, random, id) =>
  given(name, { id: id(), company: companyFor(desk, random), purpose: '', ...timeOf(random), slots: slotsOf(desk, random, id) }, 'bookings')

const bookingIn = (desk: SimDesk, random: Random, statuses: readonly Booking['status'][]): Booking | null => {
  const found = rowsOf(desk, 'bookings').filter(({ status }) => statuses.includes(status) || random.chance(0.05))
  return found.length === 0 ? null : random.pick(found)
}

const step = (name: CommandName, statuses: readonly Booking['status'][]): Desire => (desk, random) => {
  const booking = bookingIn(desk, random, statuses)
  return booking && given(name, { id: booking.id, reason: null })
}

const reschedule: Desire = (desk, random, id) => {
  const booking = bookingIn(desk, random, ['held', 'confirmed', 'waitlisted'])
  return booking && given('bookings.reschedule', { id: booking.id, change: id(), ...timeOf(random), slots: slotsOf(desk, random, id) })
}

const register: Desire = (_, random, id) => {
  const code = `9133060${random.below(2)}MA2888888`
  return given('companies.register', { id: id(), name: `企业${random.below(9)}`, uscc: code + usccCheck(code), address: null, contact: null, phone: null }, 'companies')
}

const patchCompany: Desire = (desk, random, id) => {
  const company = random.pick<Company | undefined>(rowsOf(desk, 'companies'))
  return company ? given('companies.patch', { id: company.id, fields: change(company, random.pick(['name', 'phone']), random, id) }) : null
}
const patchOwn: Desire = (desk, random, id) => {
  const own = rowsOf(desk, 'own_standards').find(row => row.id === OWN_STANDARD)
  return own ? given('standards.patchOwn', { id: own.id, fields: change(own, random.pick(['title', 'remark']), random, id) }) : null
}
const change = <R extends Company | OwnStandard | Instrument>(row: R, field: keyof R & string, random: Random, id: () => string): object => ({ [field]: { old: row[field], new: `${field}-${random.below(6)}`, conflict: id() } })

const settle: Desire = (desk, random) => {
  const clash = random.pick<AppTables['field_conflicts'] | undefined>(rowsOf(desk, 'field_conflicts').filter(({ settledAt }) => settledAt === null))
  return clash ? given('clashes.settle', { id: clash.id }) : null
}

const follow: Desire = (_, random, id) => given('standards.follow', { id: id(), key: `GB/T ${random.below(3)}` }, 'follows')
const unfollow: Desire = (desk, random) => {
  const row = random.pick<AppTables['follows'] | undefined>(rowsOf(desk, 'follows'))
  return row ? given('standards.unfollow', { id: row.id }) : null
}
const addNote: Desire = (_, random, id) => given('standards.addNote', { id: id(), number: `GB/T ${random.below(3)}-2020`, text: '注' }, 'standard_notes')
const withdrawNote: Desire = (desk, random) => {
  const row = random.pick<AppTables['standard_notes'] | undefined>(rowsOf(desk, 'standard_notes'))
  return row ? given('standards.withdrawNote', { id: row.id }) : null
}
const close: Desire = (_, random, id) => {
  const { start, end } = timeOf(random)
  return given('resources.close', { id: id(), resource: random.pick(RESOURCES), start, end, reason: '检修' }, 'booking_slots')
}
const reopen: Desire = (desk, random) => {
  const slot = random.pick<AppTables['booking_slots'] | undefined>(rowsOf(desk, 'booking_slots').filter(({ status }) => status === 'closed'))
  return slot ? given('resources.reopen', { id: slot.id }) : null
}
const setYear: Desire = (desk, random, id) => {
  const old = rowsOf(desk, 'calendar_years').find(({ year }) => year === 2026)?.days ?? []
  const days = ['2026-10-09', '2026-10-10'].filter(() => random.chance(0.2)).map(day => ({ day, name: '', ...(random.chance(0.5) ? { kind: 'rest', as: null } : { kind: 'work', as: 1 }) }))
  return given('calendar.setYear', { id: id(), year: 2026, fields: { days: { old, new: days, conflict: id() } } })
}
const patchResource: Desire = (desk, random, id) => {
  const row = random.pick<AppTables['resources'] | undefined>(rowsOf(desk, 'resources'))
  return row ? given('resources.patch', { id: row.id, fields: { lanes: { old: row.lanes, new: 1 + random.below(2), conflict: id() } } }) : null
}
const addInstrument: Desire = (desk, random, id) => {
  const own = desk.person.membership.role === 'lab' && random.chance(0.7)
  return given('instruments.add', {
    id: id(), company: own ? null : random.pick(COMPANIES), resource: own ? random.pick(RESOURCES) : null, number: `KC-${random.below(9)}`, name: '卡尺', model: null, range: null, accuracy: null,
    location: null, keeper: null, kind: 'calibration', months: 1 + random.below(12), label: 'due', advanceDays: 30, mpe: null, unit: null,
  }, 'instruments')
}
const instrumentOf = (desk: SimDesk, random: Random): Instrument | undefined => random.pick<Instrument | undefined>(rowsOf(desk, 'instruments'))
const patchInstrument: Desire = (desk, random, id) => {
  const row = instrumentOf(desk, random)
  const resource = random.pick([null, ...RESOURCES])
  if (!row) return null
  const linked = row.company === null && random.chance(0.5)
  return given('instruments.patch', { id: row.id, fields: linked ? { resource: { old: row.resource, new: resource, conflict: id() } } : change(row, 'keeper', random, id) })
}
const markInstrument: Desire = (desk, random, id) => {
  const row = instrumentOf(desk, random)
  if (!row) return null
  return given('instruments.mark', { id: id(), instrument: row.id, kind: random.pick(EVENT_KINDS.filter(kind => kind !== 'scrap' || random.chance(0.3))), day: '2026-10-09', note: null }, 'instrument_events')
}
const certify: Desire = (desk, random, id) => {
  const row = instrumentOf(desk, random)
  if (!row) return null
  const older = random.pick<Certificate | null | undefined>([null, ...rowsOf(desk, 'certificates').filter(({ instrument }) => instrument === row.id)])
  return given('certificates.register', {
    id: id(), instrument: row.id, number: `Z-${random.below(9)}`, issuer: null, day: `2026-0${1 + random.below(9)}-0${1 + random.below(9)}`, validTo: null, result: random.pick(['pass', 'fail']), restriction: null,
    asFound: null, asLeft: null, file: null, replaces: older?.id ?? null,
  }, 'certificates')
}
const setOpen: Desire = (_, random) => given('resources.setOpen', { id: random.pick(RESOURCES), open: random.chance(0.5) })

const COMMON: [number, Desire][] = [
  [30, ask('bookings.place')],
  [8, ask('bookings.hold')],
  [12, reschedule],
  [20, step('bookings.cancel', ['held', 'confirmed', 'checked_in'])],
  [3, step('bookings.cancel', ['waitlisted'])],
  [1, step('bookings.stay', ['waitlisted'])],
  [3, follow],
  [2, unfollow],
  [2, addNote],
  [2, withdrawNote],
  [8, patchCompany],
  [2, settle],
]
const STAFF_ONLY: [number, Desire][] = [
  [10, step('bookings.confirm', ['held', 'waitlisted'])],
  [3, step('bookings.reject', ['held'])],
  [4, step('bookings.checkIn', ['confirmed'])],
  [5, register],
  [8, patchOwn],
  [4, setOpen],
  [2, close],
  [2, reopen],
  [1, setYear],
  [1, patchResource],
  [2, addInstrument],
  [1, patchInstrument],
  [2, markInstrument],
  [2, certify],
]
const weighed = (desires: [number, Desire][]): readonly [[number, Desire][], number] => [desires, desires.reduce((sum, [weight]) => sum + weight, 0)]
const COMPANY = weighed([...COMMON, [1, step('bookings.confirm', ['held'])]])
const STAFF = weighed([...COMMON, ...STAFF_ONLY])
