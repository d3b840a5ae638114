// Days and times of day where the complexes are.
import { type IsoDay, isLooseDate, localDay, localMidnight, localTime, ZONE_MS as OFFSET } from '#shared/lib/dates.ts'
import type { Instant } from './booking.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

export const startOfDay = (at: Instant): Instant => Math.floor((at + OFFSET) / DAY) * DAY - OFFSET

/** The first place of a grid of `step` ms at or after an instant; each day's grid begins at its midnight. */
export const gridFrom = (at: Instant, step: number): Instant => {
  const midnight = startOfDay(at)
  return Math.min(midnight + Math.ceil((at - midnight) / step) * step, midnight + DAY)
}

/** 1 = Monday to 7 = Sunday; 1970-01-01 was a Thursday. */
export const weekday = (at: Instant): number => ((((Math.floor((at + OFFSET) / DAY) + 3) % 7) + 7) % 7) + 1

/** Midnight at which the week of an instant begins. */
export const mondayOf = (at: Instant): Instant => startOfDay(at) - (weekday(at) - 1) * DAY

export const dayOf = (at: Instant): IsoDay => localDay(at)

/** Midnight at which a day begins. */
export const midnightOf = (day: IsoDay): Instant => localMidnight(day)

/** `2026-11-02T08:00:00+08:00`, seconds as the instant has them. */
export const isoTimeOf = (at: Instant): string => `${localTime(at)}+08:00`

/** The instant of `2026-11-02T08:00:00+08:00`, seconds left out or not, `24:00` allowed; null for anything else, another zone too. */
export const readIsoTime = (text: string): Instant | null => {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::([0-5]\d)(?:\.0+)?)?\+08:00$/.exec(text)
  const minutes = found && isLooseDate(found[1]) ? readClock(found[2]) : null
  if (!found || minutes === null) return null
  const seconds = +(found[3] ?? 0)
  return minutes === 1440 && seconds > 0 ? null : midnightOf(found[1]) + minutes * MINUTE + seconds * 1000
}

/** Minutes since midnight of `08:30`, up to `24:00`; null for anything else. */
export const readClock = (text: string): number | null => {
  const found = /^(\d\d):([0-5]\d)$/.exec(text)
  const minutes = found ? +found[1] * 60 + +found[2] : Infinity
  return minutes <= 1440 ? minutes : null
}

/** `08:30`; `24:00` is said of minutes since midnight alone. */
export const clockOf = (at: Instant): string => clockText(Math.floor((at - startOfDay(at)) / MINUTE))

/** Minutes since midnight as `08:30`. */
export const clockText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

const two = (n: number): string => String(n).padStart(2, '0')
