// A year's special days as a person sees and changes them: runs of days that belong together.
import { dayNumber, type IsoDay, isoOf } from '#shared/lib/dates.ts'
import type { CalendarDay } from './booking.ts'

/** Days in a row of one name and kind; a make-up day stands alone. */
export type DayRun = { first: IsoDay; last: IsoDay; count: number; day: CalendarDay }

/** Expects days in their order. */
export const runsOf = (days: readonly CalendarDay[]): DayRun[] => {
  const runs: DayRun[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && day.kind === 'rest' && run.day.kind === 'rest' && run.day.name === day.name && dayNumber(day.day) === dayNumber(run.last) + 1) {
      run.last = day.day
      run.count++
    } else runs.push({ first: day.day, last: day.day, count: 1, day })
  }
  return runs
}

/** All days from the first to the last, alike. */
export const daysFrom = (first: IsoDay, last: IsoDay, like: Pick<CalendarDay, 'kind' | 'as' | 'name'>): CalendarDay[] =>
  Array.from({ length: Math.max(0, dayNumber(last) - dayNumber(first) + 1) }, (_, i) => ({ ...like, day: isoOf(dayNumber(first) + i) }) as CalendarDay)

/** In order; a day that is there already becomes what the added one says. */
export const withDays = (days: readonly CalendarDay[], added: readonly CalendarDay[]): CalendarDay[] => {
  const all = new Map([...days, ...added].map(day => [day.day, day]))
  return [...all.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

export const withoutDays = (days: readonly CalendarDay[], first: IsoDay, last: IsoDay): CalendarDay[] => days.filter(({ day }) => day < first || day > last)

/** By the year that each stands in. */
export const byYear = (days: readonly CalendarDay[]): Map<number, CalendarDay[]> => {
  const years = new Map<number, CalendarDay[]>()
  for (const day of days) years.set(+day.day.slice(0, 4), [...(years.get(+day.day.slice(0, 4)) ?? []), day])
  return years
}
