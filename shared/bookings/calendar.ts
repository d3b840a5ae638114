// Rest days and make-up days of a complex, and when something is open with them.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Reads } from '#shared/sync/tx.ts'
import type { BookingTables, CalendarDay, CalendarYear, Instant, OpeningHours } from './booking.ts'
import { DAY, dayOf, MINUTE, startOfDay, weekday } from './times.ts'

/** The days that are not as their weekday says, and the years that were entered. */
export type Calendar = { days: ReadonlyMap<IsoDay, CalendarDay>; years: ReadonlySet<number> }

export const NO_CALENDAR: Calendar = { days: new Map(), years: new Set() }

export const calendarOf = (years: readonly CalendarYear[]): Calendar => ({
  days: new Map(years.flatMap(({ days }) => days).map(day => [day.day, day])),
  years: new Set(years.filter(({ days }) => days.length > 0).map(({ year }) => year)),
})

/** The calendar of a complex for all years that a span touches. */
export const readCalendar = async (reads: Reads<BookingTables>, complex: string, from: Instant, to: Instant): Promise<Calendar> => {
  const found: CalendarYear[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) found.push(...(await reads.listBy('calendar_years', 'year', year)).filter(row => row.complex === complex))
  return calendarOf(found)
}

export const yearOf = (at: Instant): number => +dayOf(at).slice(0, 4)

export type Span = { from: Instant; to: Instant }

/** The hours of the day that begins at `midnight`, in order. */
export const hoursOn = (hours: readonly OpeningHours[], { days }: Calendar, midnight: Instant): Span[] => {
  const special = days.get(dayOf(midnight))
  if (special?.kind === 'rest') return []
  const day = special?.as ?? weekday(midnight)
  return hours.filter(open => open.day === day).map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE })).sort((a, b) => a.from - b.from)
}

/** When something is open on the days of `[from, until)`, whole days, in order; what touches is one, so that a night is open through midnight. */
export const openSpans = (hours: readonly OpeningHours[], calendar: Calendar, from: Instant, until: Instant): Span[] => {
  const spans: Span[] = []
  for (let midnight = startOfDay(from); midnight < until; midnight += DAY) {
    for (const open of hoursOn(hours, calendar, midnight)) {
      const last = spans.at(-1)
      if (last && open.from <= last.to) last.to = Math.max(last.to, open.to)
      else spans.push(open)
    }
  }
  return spans
}

/** The time that all have in common; each list is in order and without overlaps. */
export const common = (lists: readonly (readonly Span[])[]): Span[] => (lists.length === 0 ? [] : [...lists.reduce(meet)])

const meet = (a: readonly Span[], b: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; a[i].to < b[j].to ? i++ : j++) {
    const [from, to] = [Math.max(a[i].from, b[j].from), Math.min(a[i].to, b[j].to)]
    if (from < to) found.push({ from, to })
  }
  return found
}
