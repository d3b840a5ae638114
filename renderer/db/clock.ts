/** Hub's clock minus ours, ms; 0 until the hub has told. The sync loop sets it, also from what it kept before. */
let offset = 0

export const setClockOffset = (ms: number): void => void (offset = ms)

/** The desk's corrected clock, ms since 1970. */
export const now = (): number => Date.now() + offset
