// What people ask of bookings: times over few resources, so that they meet; tests, chains, and steps from one state to the next.
import { type Booking, partsOf } from '#shared/bookings/booking.ts'
import type { CommandName } from '#shared/commands.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import type { AppTables } from '#shared/tables.ts'
import { companyFor, type Desire, given, rowsOf, timeOf } from './desire.ts'
import type { SimDesk } from './sim.ts'
import { HOUR, RESOURCES } from './world.ts'

/** Times and slots of what is asked for; with two resources the second is often needed after the first. */
const wishOf = (desk: SimDesk, random: Random, id: () => string): { start: number; end: number; slots: object[]; override?: object } => {
  const { start, end } = timeOf(random)
  const [one, two] = slotsOf(desk, random, id)
  const override = desk.person.membership.role !== 'company' && random.chance(0.1) ? { override: { reason: '加急' } } : {}
  if (!two || random.chance(0.4)) return { start, end, slots: two ? [one, two] : [one], ...override }
  return { start, end: end + HOUR, slots: [{ ...one, start, end }, { ...two, start: end, end: end + HOUR }], ...override }
}

/** A test of the directory at a time, its parts as close as the template lets them be. */
export const askTest: Desire = (desk, random, id) => {
  const test = random.pick<AppTables['tests'] | undefined>(rowsOf(desk, 'tests'))
  if (!test) return null
  const { start } = timeOf(random)
  let at = start
  const parts = test.parts.map(({ resource, minutes, after }, i) => {
    const from = i === 0 ? at : at + after.least * (HOUR / 60)
    at = from + minutes * (HOUR / 60)
    return { id: id(), resource, start: from, end: at }
  })
  return given('bookings.place', { id: id(), company: companyFor(desk, random), purpose: '', start, end: at, slots: parts, test: { id: test.id, range: null, urgency: test.prices[0]?.urgency ?? 'normal', seen: null, ...(random.chance(0.1) && { subcontract: { to: '示例检测所', consent: '示例·陈' } }) } }, 'bookings')
}

const slotsOf = (desk: SimDesk, random: Random, id: () => string): { id: string; resource: string }[] => {
  const one = random.chance(0.6) ? RESOURCES[0] : random.chance(0.8) || desk.person.membership.role === 'company' ? RESOURCES[1] : RESOURCES[2]
  const two = one !== RESOURCES[1] && random.chance(0.15)
  return (two ? [one, RESOURCES[1]] : [one]).map(resource => ({ id: id(), resource }))
}

export const ask = (name: 'bookings.place' | 'bookings.hold'): Desire => (desk, random, id) => {
  const company = companyFor(desk, random)
  return given(name, { id: id(), company, purpose: '', ...broughtOf(desk, random, company), ...wishOf(desk, random, id) }, 'bookings')
}

/** A piece of the company, now and then somebody else's. */
const broughtOf = (desk: SimDesk, random: Random, company: string): { instrument?: string } => {
  const piece = random.chance(0.3) && random.pick<Instrument | undefined>(rowsOf(desk, 'instruments').filter(one => one.company === company || random.chance(0.05)))
  return piece ? { instrument: piece.id } : {}
}

/** Two in one go, the second after the first now and then. */
export const askBoth: Desire = (desk, random, id) => {
  const [one, other] = [0, 1].map(() => ({ id: id(), purpose: '', ...wishOf(desk, random, id) }))
  const items = other.start >= one.end ? [one, { ...other, after: [one.id] }] : [one, other]
  return { ...given('bookings.placeAll', { id: id(), company: companyFor(desk, random), items }), made: { table: 'bookings', id: one.id } }
}

/** Two steps of an hour, the second after the first. */
export const askChain: Desire = (desk, random, id) => {
  const { start } = timeOf(random)
  const [one, other] = [start, start + (1 + random.below(2)) * HOUR].map(at => ({ id: id(), purpose: '', start: at, end: at + HOUR, slots: [slotsOf(desk, random, id)[0]] }))
  return { ...given('bookings.placeAll', { id: id(), company: companyFor(desk, random), items: [one, { ...other, after: [one.id] }] }), made: { table: 'bookings', id: one.id } }
}

const bookingIn = (desk: SimDesk, random: Random, statuses: readonly Booking['status'][]): Booking | null => {
  const found = rowsOf(desk, 'bookings').filter(({ status }) => statuses.includes(status) || random.chance(0.05))
  return found.length === 0 ? null : random.pick(found)
}

export const step = (name: CommandName, statuses: readonly Booking['status'][]): Desire => (desk, random) => {
  const booking = bookingIn(desk, random, statuses)
  return booking && given(name, { id: booking.id, reason: null })
}

const testedIn = (desk: SimDesk, random: Random): Booking | undefined => random.pick<Booking | undefined>(rowsOf(desk, 'bookings').filter(({ test }) => test !== undefined || random.chance(0.02)))
export const inform: Desire = (desk, random) => {
  const booking = testedIn(desk, random)
  return booking ? given('bookings.inform', { id: booking.id, plan: random.pick(['extend', 'unmarked']), way: random.pick(['phone', 'letter']), newer: null, to: null, day: '2026-10-09' }) : null
}
export const subcontract: Desire = (desk, random) => {
  const booking = testedIn(desk, random)
  return booking ? given('bookings.subcontract', { id: booking.id, subcontract: random.chance(0.4) ? null : { to: random.pick(['示例检测所', '示例检测站']), consent: '示例·陈', day: '2026-10-09' } }) : null
}

export const reschedule: Desire = (desk, random, id) => {
  const booking = bookingIn(desk, random, ['held', 'confirmed', 'waitlisted'])
  return booking && given('bookings.reschedule', { id: booking.id, change: id(), ...wishOf(desk, random, id) })
}

/** A step of a chain to another time of its own resources, past those around it now and then. */
export const moveStep: Desire = (desk, random, id) => {
  const open = rowsOf(desk, 'bookings').filter(({ status }) => status === 'held' || status === 'confirmed' || status === 'waitlisted')
  const step = random.pick<Booking | undefined>(open.filter(one => one.after?.length || open.some(other => other.after?.includes(one.id))))
  if (!step) return null
  const by = timeOf(random).start - step.start
  return given('bookings.reschedule', { id: step.id, change: id(), start: step.start + by, end: step.end + by, slots: partsOf(step).map(({ resource, start, end }) => ({ id: id(), resource, start: start + by, end: end + by })) })
}
