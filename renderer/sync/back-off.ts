import type { LineProblem } from './hub-line.ts'

/** How long to wait after the nth failure in a row, ms: full jitter up to 1 s, 2 s, 4 s … 60 s, on top of what the hub asks for. `random` in [0, 1). */
export const backOff = (failures: number, problem: LineProblem, random: number): number =>
  (problem.code === 'busy' ? problem.retryAfter * 1000 : 0) + random * Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 6))
