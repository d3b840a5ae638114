import { encode } from 'uqr'

/** Modules of quiet zone that a reader wants on every side; whoever draws leaves them light. */
export const QUIET = 4

/** The modules of a QR code, row by row, true = dark; error correction M. Capitals, digits and `$%*+-./: ` take the fewest. Throws above some 2,000 bytes. */
export const qrOf = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'M', border: 0 }).data
