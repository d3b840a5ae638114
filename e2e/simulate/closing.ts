// Closures by hand and by an outside calendar, and the calendar of the complex.
import type { AppTables } from '#shared/tables.ts'
import { type Desire, given, rowsOf, timeOf } from './desire.ts'
import { RESOURCES } from './world.ts'

export const close: Desire = (_, random, id) => {
  const { start, end } = timeOf(random)
  return given('resources.close', { id: id(), resource: random.pick(RESOURCES), start, end, reason: '检修', ...(random.chance(0.3) && { closure: random.pick(['qc', 'calibration']) }) }, 'booking_slots')
}
export const reopen: Desire = (desk, random) => {
  const slot = random.pick<AppTables['booking_slots'] | undefined>(rowsOf(desk, 'booking_slots').filter(({ status }) => status === 'closed'))
  return slot ? given('resources.reopen', { id: slot.id }) : null
}
/** An event of an outside calendar is new, moved or gone. */
export const followCalendar: Desire = (desk, random, id) => {
  const resource = random.pick(RESOURCES)
  const known = random.pick<AppTables['booking_slots'] | undefined>(rowsOf(desk, 'booking_slots').filter(slot => slot.outside && slot.resource === resource))
  const of = known && random.chance(0.7) ? known.id : id()
  return given('resources.followCalendar', known && of === known.id && random.chance(0.3) ? { id: resource, closures: [], gone: [of] } : { id: resource, closures: [{ id: of, ...timeOf(random), reason: '外部日历', uid: 'a@x' }], gone: [] })
}
export const setYear: Desire = (desk, random, id) => {
  const old = rowsOf(desk, 'calendar_years').find(({ year }) => year === 2026)?.days ?? []
  const days = ['2026-10-09', '2026-10-10'].filter(() => random.chance(0.2)).map(day => ({ day, name: '', ...(random.chance(0.5) ? { kind: 'rest', as: null } : { kind: 'work', as: 1 }) }))
  return given('calendar.setYear', { id: id(), year: 2026, fields: { days: { old, new: days, conflict: id() } } })
}
