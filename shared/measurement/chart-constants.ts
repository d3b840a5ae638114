// Constants of control charts by the size of a subgroup, as the tables print them (ISO 7870-2, GB/T 17989.2) [K].

export type ChartConstants = { d2: Thousandths; A2: Thousandths; D3: Thousandths; D4: Thousandths }

/** A printed constant times 1000, whole, so that limits are exact. */
type Thousandths = bigint

/** By range, for 2 to 10 values. */
export const rangeConstants = (size: number): ChartConstants => {
  const [d2, A2, D3, D4] = BY_RANGE[size]
  return { d2, A2, D3, D4 }
}
export const LARGEST_BY_RANGE = 10

const BY_RANGE: { [size: number]: readonly [d2: bigint, A2: bigint, D3: bigint, D4: bigint] } = {
  2: [1128n, 1880n, 0n, 3267n],
  3: [1693n, 1023n, 0n, 2574n],
  4: [2059n, 729n, 0n, 2282n],
  5: [2326n, 577n, 0n, 2114n],
  6: [2534n, 483n, 0n, 2004n],
  7: [2704n, 419n, 76n, 1924n],
  8: [2847n, 373n, 136n, 1864n],
  9: [2970n, 337n, 184n, 1816n],
  10: [3078n, 308n, 223n, 1777n],
}

/** Individual values by the moving range of two: E2 = 3/d2, and its D4. */
export const MOVING_RANGE = { d2: 1.128, E2: 2660n, D4: 3267n } as const

/** By standard deviation, for 2 values and more: printed up to 10, above by their formulas. */
export const deviationConstants = (size: number): { c4: number; A3: number; B3: number; B4: number } => {
  if (size in BY_DEVIATION) {
    const [c4, A3, B3, B4] = BY_DEVIATION[size]
    return { c4, A3, B3, B4 }
  }
  const c4 = exactC4(size)
  const wide = (3 * Math.sqrt(1 - c4 * c4)) / c4
  return { c4, A3: 3 / (c4 * Math.sqrt(size)), B3: Math.max(0, 1 - wide), B4: 1 + wide }
}

const BY_DEVIATION: { [size: number]: readonly [c4: number, A3: number, B3: number, B4: number] } = {
  2: [0.7979, 2.659, 0, 3.267],
  3: [0.8862, 1.954, 0, 2.568],
  4: [0.9213, 1.628, 0, 2.266],
  5: [0.94, 1.427, 0, 2.089],
  6: [0.9515, 1.287, 0.03, 1.97],
  7: [0.9594, 1.182, 0.118, 1.882],
  8: [0.965, 1.099, 0.185, 1.815],
  9: [0.9693, 1.032, 0.239, 1.761],
  10: [0.9727, 0.975, 0.284, 1.716],
}

/** √(2/(n − 1)) · Γ(n/2)/Γ((n − 1)/2); of two neighbouring quotients the product is (n − 2)/2. */
const exactC4 = (size: number): number => {
  let quotient = 1 / Math.sqrt(Math.PI)
  for (let n = 3; n <= size; n++) quotient = (n - 2) / 2 / quotient
  return Math.sqrt(2 / (size - 1)) * quotient
}
