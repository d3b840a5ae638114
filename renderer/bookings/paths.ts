import type { IsoDay } from '#shared/lib/dates.ts'

export const BOOKINGS_PATH = '/bookings'
export const RESOURCES_PATH = `${BOOKINGS_PATH}/resources`
/** Booking by what is to be tested. */
export const FIND_PATH = `${BOOKINGS_PATH}/find`
export const CALENDAR_PATH = `${BOOKINGS_PATH}/calendar`

/** A day of one resource as a list, the board's twin. */
export const LIST_PATH = `${BOOKINGS_PATH}/day`

/** Where tests are kept; the page is that of labs. */
export const LABS_PATH = '/labs'

/** One measuring instrument; the page is that of instruments. */
export const instrumentPath = (id: string): string => `/instruments?id=${id}`

/** All pieces of a batch; the page is that of instruments. */
export const batchPath = (batch: string): string => `/instruments/batch/${batch}`

/** The slip of one booking. */
export const slipPath = (id: string): string => `${BOOKINGS_PATH}/${id}`
export const boardPath = (day: IsoDay): string => `${BOOKINGS_PATH}?day=${day}`
export const dayPath = (resource: string, day: IsoDay): string => `${LIST_PATH}?resource=${resource}&day=${day}`
/** The board with its dialog open for a new one. */
export const PLACE_PATH = `${BOOKINGS_PATH}?new=1`
