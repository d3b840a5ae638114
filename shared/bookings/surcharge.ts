// What work outside opening hours costs on top.
import { plusPercent } from '#shared/lib/money.ts'

/** `base`: the price without it, in fen, null = to be asked. `percent`: whole per cent on top, null = the directory tells none. */
export type Surcharge = { base: number | null; percent: number | null }

/** The price in fen with it; null = to be asked, as one of the two isn't told. */
export const surcharged = ({ base, percent }: Surcharge): number | null => (base === null || percent === null ? null : plusPercent(base, percent))

/** It lies beyond opening hours, by staff's reason. */
export const isOvertime = (override: { of: readonly string[] } | undefined): boolean => override?.of.includes('resource-closed') ?? false
