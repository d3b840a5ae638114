import { withDays } from '#shared/bookings/calendar-edit.ts'
import type { CalendarDay, CalendarYear } from '#shared/bookings/booking.ts'
import { type DeskReads, look } from '../db/live.ts'
import { newId } from '../db/new-id.ts'
import type { Wanted } from '../db/run.ts'

/** What this desk's complex has entered of a year; undefined = nobody has yet. */
export const calendarYear = async (reads: DeskReads, year: number): Promise<CalendarYear | undefined> => {
  const complex = await reads.complex()
  return (await reads.listBy('calendar_years', 'year', year)).find(row => row.complex === complex)
}

/** The command that changes a year from how it stands now. */
export const changeYear = async (year: number, change: (days: CalendarDay[]) => CalendarDay[]): Promise<Wanted> => {
  const old = await look(async reads => (await calendarYear(reads, year))?.days ?? [], [])
  return { name: 'calendar.setYear', args: { id: newId(), year, fields: { days: { old, new: change(old), conflict: newId() } } } }
}

export const addTo = (year: number, added: CalendarDay[]): Promise<Wanted> => changeYear(year, days => withDays(days, added))
