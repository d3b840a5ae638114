import type { CatalogueProblem } from '../index/problem.ts'

/** Why a pack can't be taken. The catalogue in use stays whatever it is. */
export type PackProblem =
  | { code: 'PACK-none' }
  /** Written by a newer version of the product. */
  | { code: 'PACK-newer'; format: number; known: number }
  /** `at` is the byte of the file from which on it is not what was published. */
  | { code: 'PACK-damaged'; why: 'cut-off' | 'manifest' | 'block'; at: number }
  /** It was changed after it was signed, or the signature is another's. */
  | { code: 'PACK-forged' }
  | { code: 'PACK-unreadable'; detail: string }
  | { code: 'cancelled' }
  /** What it holds is no catalogue. */
  | CatalogueProblem
