import { dayNumber, type IsoDay } from '#shared/lib/dates.ts'

/** Whole days since the day for which the catalogue speaks; never below 0. */
export const catalogueAge = (date: IsoDay, today: IsoDay): number => Math.max(0, dayNumber(today) - dayNumber(date))

/** Older than 30 days is a warning, older than 90 a danger; `null` = fresh. */
export const ageTone = (days: number): 'amber' | 'red' | null => (days > 90 ? 'red' : days > 30 ? 'amber' : null)
