import type { IsoDay } from '#shared/lib/dates.ts'

export const BOOKINGS_PATH = '/bookings'
export const RESOURCES_PATH = `${BOOKINGS_PATH}/resources`
/** Booking by what is to be tested. */
export const FIND_PATH = `${BOOKINGS_PATH}/find`
export const CALENDAR_PATH = `${BOOKINGS_PATH}/calendar`

/** The slip of one booking. */
export const slipPath = (id: string): string => `${BOOKINGS_PATH}/${id}`
export const dayPath = (resource: string, day: IsoDay): string => `${BOOKINGS_PATH}?resource=${resource}&day=${day}`
/** The day view with its dialog open for a new one. */
export const PLACE_PATH = `${BOOKINGS_PATH}?new=1`
