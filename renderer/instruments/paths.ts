import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Bucket } from '#shared/instruments/state.ts'

export const INSTRUMENTS_PATH = '/instruments'
export const DUE_PATH = `${INSTRUMENTS_PATH}/due`
export const instrumentPath = (id: string): string => `${INSTRUMENTS_PATH}?id=${encodeURIComponent(id)}`
/** The register with one bucket of it; `own`: of the labs' instruments, else of those of companies. */
export const bucketPath = (bucket: Bucket, own: boolean): string => `${INSTRUMENTS_PATH}?bucket=${bucket}${own ? '&own=1' : ''}`
/** The register with the labs' own. */
export const OWN_PATH = `${INSTRUMENTS_PATH}?own=1`
export const IMPORT_PATH = `${INSTRUMENTS_PATH}/import`
/** Pages of bookings: the slip of one, and booking by test with what is brought. */
export const slipPath = (booking: string): string => `/bookings/${booking}`
export const bookPath = ({ id, company }: Instrument): string => `/bookings/find?company=${company ?? ''}&instrument=${id}`
/** The page with its dialog open for a new one. */
export const ADD_PATH = `${INSTRUMENTS_PATH}?new=1`

/** Booking many at once; without a company it is chosen first. */
export const BATCH_PATH = `${INSTRUMENTS_PATH}/batch`
export const batchPath = (company: string): string => `${BATCH_PATH}?company=${company}`
/** What became of a batch of which `sent` pieces were submitted. */
export const batchDonePath = (batch: string, sent: number): string => `${BATCH_PATH}/${batch}?sent=${sent}`

/** Pages of other features. */
export const SYNC_PATH = '/sync'
export const LABS_PATH = '/labs'
