// What the people want: a few times on two instruments, so that they meet.
import { newId } from '../../renderer/db/new-id.ts'
import type { CommandName } from '#shared/commands.ts'
import type { Desk } from '#shared/sync/run-command.ts'
import type { AppTables } from '#shared/tables.ts'

/** `from`: the first time, ms. */
export type World = { complex: string; company: string; resources: string[]; from: number }
export type Wanted = { name: CommandName; args: object }

const HOUR = 3600_000
const TIMES = 12

/** Every one has an id of its own, so that two of the same arguments are one that was sent twice. */
export const wish = async (desk: Desk<AppTables>, { complex, company, resources, from }: World): Promise<Wanted> => {
  const start = from + below(TIMES) * HOUR
  const span = { start, end: start + HOUR * (1 + below(2)) }
  const slots = [{ id: newId(), resource: resources[below(resources.length)] }]
  const live = await liveBooking(desk)
  const what = Math.random()
  if (live && what < 0.45) return { name: 'bookings.cancel', args: { complex, id: live, reason: newId() } }
  if (live && what < 0.6) return { name: 'bookings.reschedule', args: { complex, id: live, change: newId(), ...span, slots } }
  return { name: 'bookings.place', args: { complex, id: newId(), company, purpose: '', ...span, slots } }
}

const below = (n: number): number => Math.floor(Math.random() * n)

const liveBooking = async ({ store }: Desk<AppTables>): Promise<string | undefined> => {
  const status = ['confirmed', 'held', 'waitlisted'][below(3)]
  const live = await store.transaction(t => t.reads.listRange('bookings', 'status_start', [status, 0], [status, Number.MAX_SAFE_INTEGER]))
  return live.length === 0 ? undefined : live[below(live.length)].id
}
