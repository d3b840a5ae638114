export const INSTRUMENTS_PATH = '/instruments'
export const DUE_PATH = `${INSTRUMENTS_PATH}/due`
export const instrumentPath = (id: string): string => `${INSTRUMENTS_PATH}?id=${encodeURIComponent(id)}`
export const IMPORT_PATH = `${INSTRUMENTS_PATH}/import`
/** The page with its dialog open for a new one. */
export const ADD_PATH = `${INSTRUMENTS_PATH}?new=1`
