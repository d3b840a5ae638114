import type { IsoDay } from '#shared/lib/dates.ts'
import type { Instant, OpeningHours } from './booking.ts'
import { type Calendar, hoursOn } from './calendar.ts'
import { joined } from './plan/opening.ts'
import { DAY, dayOf, startOfDay, weekday } from './times.ts'

/** A day on which offices work: Monday to Friday, but for rest days, and the make-up days (调休上班). */
export const isWorkingDay = ({ days }: Calendar, at: Instant): boolean => {
  const special = days.get(dayOf(at))
  return special ? special.kind === 'work' : weekday(at) <= 5
}

/** How long it is from one instant to another in working days: a day counts by the share of its opening time that lies between. `hours`: of all that takes part. */
export const workingDaysBetween = (hours: readonly (readonly OpeningHours[])[], calendar: Calendar, from: Instant, to: Instant): number => {
  let days = 0
  for (let midnight = startOfDay(from); midnight < to; midnight += DAY) {
    const open = joined(hours.flatMap(one => hoursOn(one, calendar, midnight)))
    const whole = open.reduce((sum, span) => sum + span.to - span.from, 0)
    const part = open.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0)
    if (whole > 0) days += part / whole
  }
  return days
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
