import { localTime } from '#shared/lib/dates.ts'

/** A moment as local time to the minute: `2026-11-24 14:03`. */
export const whenText = (ms: number): string => localTime(ms).slice(0, 16).replace('T', ' ')
