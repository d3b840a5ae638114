export const SETS_PATH = '/benchmarks/sets'
/** The page with one edition of a set. */
export const setPath = (edition: string): string => `${SETS_PATH}?set=${edition}`
