import { z } from 'zod'
import { dayNumber, type IsoDay, isLooseDate } from '#shared/lib/dates.ts'
import { ok } from '#shared/lib/result.ts'
import type { Command } from '#shared/sync/command.ts'
import { fieldChange, patchRow } from '#shared/sync/field-patch.ts'
import type { BookingTables, CalendarDay } from './booking.ts'
import { manages } from '#shared/labs/rights.ts'

const day = z.object({ day: z.string().refine(text => text.length === 10 && isLooseDate(text)), name: z.string().trim().max(60), kind: z.enum(['rest', 'work']), as: z.int().min(1).max(7).nullable() })
  .refine((one): one is CalendarDay => (one.kind === 'work') === (one.as !== null))

const days = z.array(day).max(370).refine(list => list.every(({ day: on }, i) => i === 0 || dayNumber(list[i - 1].day) < dayNumber(on)))

const setArgs = z
  .object({ complex: z.uuid(), id: z.uuid(), year: z.int().min(2000).max(2199), fields: z.object({ days: fieldChange(days) }) })
  .refine(({ year, fields }) => [...(fields.days?.old ?? []), ...(fields.days?.new ?? [])].every(({ day: on }) => yearIn(on) === year))

const yearIn = (on: IsoDay): number => +on.slice(0, 4)

/**
 * Sets the days of a year that are not as their weekday says, in their order; what the author saw before was `old`, empty where the year was not
 * known. `id` is taken for a year that has no row yet. Bookings that stand on such a day are not moved.
 */
export const setCalendar: Command<BookingTables, z.output<typeof setArgs>> = {
  args: setArgs,
  who: (_, args, access) => Promise.resolve(manages(args, access)),
  locks: (_, { complex }) => Promise.resolve([{ table: 'complexes', id: complex }]),
  run: async (tx, { complex, id, year, fields }, { user, client, mid }) => {
    const known = (await tx.listBy('calendar_years', 'year', year)).find(row => row.complex === complex)
    const row = known ?? { id, complex, year, days: [] }
    if (!known) await tx.put('calendar_years', row)
    return ok(await patchRow(tx, { table: 'calendar_years', row, company: null, changes: fields, by: { user, client, mid } }))
  },
}
