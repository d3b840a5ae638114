import type { IsoDay } from '#shared/lib/dates.ts'
import type { Instant } from './booking.ts'
import type { Calendar } from './calendar.ts'
import { DAY, dayOf, weekday } from './times.ts'

/** A day on which offices work: Monday to Friday, but for rest days, and the make-up days (调休上班). */
export const isWorkingDay = ({ days }: Calendar, at: Instant): boolean => {
  const special = days.get(dayOf(at))
  return special ? special.kind === 'work' : weekday(at) <= 5
}

/** The `count`th working day after the day of an instant; with 0 the first one that is not before it. */
export const workingDayAfter = (calendar: Calendar, at: Instant, count: number): IsoDay => {
  let day = at
  for (let left = count; left > 0 || !isWorkingDay(calendar, day); ) {
    day += DAY
    if (left > 0 && isWorkingDay(calendar, day)) left--
  }
  return dayOf(day)
}
