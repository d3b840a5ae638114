import type { Instant } from '#shared/bookings/booking.ts'
import { MINUTE, midnightOf } from '#shared/bookings/times.ts'
import { type IsoDay, isLooseDate } from '#shared/lib/dates.ts'

/** The instant of a day and a time of day as typed, `8:30`, `08:30` or `24:00`; null = no such time. */
export const momentOn = (day: IsoDay, time: string): Instant | null => {
  const found = /^(\d{1,2}):(\d{2})$/.exec(time.normalize('NFKC').trim())
  if (!found || day.length !== 10 || !isLooseDate(day)) return null
  const minutes = +found[1] * 60 + +found[2]
  return +found[2] < 60 && minutes <= 1440 ? midnightOf(day) + minutes * MINUTE : null
}
