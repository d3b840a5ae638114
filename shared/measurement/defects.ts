// Capability of counts: defects per unit or m² (Poisson) and share nonconforming (binomial), with their 95 % intervals.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type Count, countFault } from './attribute-charts.ts'
import { badFloat, POSITIVE } from './bad-number.ts'
import type { DataProblem } from './data-problem.ts'
import { betaQuantile, chiSquareQuantile, normalQuantile } from './distributions.ts'

/** `dpu`: defects per unit of size (piece, m²); `dpmo`: per million opportunities, null where none are told; `clear`: expected share of units without a defect. */
export type DefectRate = { size: number; defects: number; dpu: number; ci: [low: number, high: number]; dpmo: number | null; clear: number }

/**
 * d defects on n units each (n above 0, in m² for cloth), all together. `opportunities`: how many a unit has, above 0. The interval is exact (Garwood, by
 * chi-square). `bad-size`, `bad-count` as on the u chart. ISO 22514-5 [K].
 */
export const defectRate = (counts: readonly Count[], opportunities?: number): Result<DefectRate, DataProblem> => {
  const fault = countsFault('u', counts)
  if (fault) return fail(fault)
  const bad = badFloat('opportunities', opportunities, POSITIVE)
  if (bad) return fail(bad)
  const { size, found } = totals(counts)
  const dpu = found / size
  const ci: [number, number] = [found === 0 ? 0 : chiSquareQuantile(0.025, 2 * found) / 2 / size, chiSquareQuantile(0.975, 2 * found + 2) / 2 / size]
  return ok({ size, defects: found, dpu, ci, dpmo: opportunities === undefined ? null : (1e6 * dpu) / opportunities, clear: Math.exp(-dpu) })
}

/** `p` a share of 1, `ppm` in a million, `z` the sigmas to a one-sided limit that it amounts to (null at 0 or 1). */
export type NonconformingShare = { n: number; nonconforming: number; p: number; ci: [low: number, high: number]; ppm: number; z: number | null }

/** d nonconforming of n pieces each, all together. The interval is Clopper-Pearson's. `bad-size`, `bad-count` as on the p chart. ISO 22514-5 [K]. */
export const nonconformingShare = (counts: readonly Count[]): Result<NonconformingShare, DataProblem> => {
  const fault = countsFault('p', counts)
  if (fault) return fail(fault)
  const { size: n, found } = totals(counts)
  const p = found / n
  const ci: [number, number] = [found === 0 ? 0 : betaQuantile(0.025, found, n - found + 1), found === n ? 1 : betaQuantile(0.975, found + 1, n - found)]
  return ok({ n, nonconforming: found, p, ci, ppm: 1e6 * p, z: found === 0 || found === n ? null : -normalQuantile(p) })
}

const countsFault = (kind: 'p' | 'u', counts: readonly Count[]): DataProblem | null =>
  counts.length === 0 ? { code: 'too-few', at: 'counts', have: 0, need: 1 } : countFault(kind, counts)

const totals = (counts: readonly Count[]): { size: number; found: number } => ({ size: counts.reduce((sum, { n }) => sum + n, 0), found: counts.reduce((sum, { d }) => sum + d, 0) })
