// Days and times of day where the complexes are: Asia/Shanghai, which has had no summer time since 1991.
import { dayNumber, type IsoDay, isoOf } from '#shared/lib/dates.ts'
import type { Instant } from './booking.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
const OFFSET = 8 * 60 * MINUTE

export const startOfDay = (at: Instant): Instant => Math.floor((at + OFFSET) / DAY) * DAY - OFFSET

/** 1 = Monday to 7 = Sunday; 1970-01-01 was a Thursday. */
export const weekday = (at: Instant): number => ((((Math.floor((at + OFFSET) / DAY) + 3) % 7) + 7) % 7) + 1

export const dayOf = (at: Instant): IsoDay => isoOf(Math.floor((at + OFFSET) / DAY))

/** Midnight at which a day begins. */
export const midnightOf = (day: IsoDay): Instant => dayNumber(day) * DAY - OFFSET

/** `08:30`; `24:00` is said of minutes since midnight alone. */
export const clockOf = (at: Instant): string => clockText(Math.floor((at - startOfDay(at)) / MINUTE))

/** Minutes since midnight as `08:30`. */
export const clockText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

const two = (n: number): string => String(n).padStart(2, '0')
