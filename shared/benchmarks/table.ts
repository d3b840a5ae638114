// A benchmark as a table: every indicator of the edition with the own value and how it stands to each reference. Derived, never kept.
import { type Benchmark as Run, type Indicator, type IndicatorSet, type Limit, limitKey, type OwnValue, type Reference } from './benchmark.ts'
import { benchmark, type BenchmarkFlag, type BenchmarkProblem, type BenchmarkVerdict, type Gap, methodOf } from './verdict.ts'

/** `problem`: what of value, U or limit can't be read; the verdict is then that there is no data. */
export type Cell = { reference: Reference; limit: Limit | null; verdict: BenchmarkVerdict; gap: Gap; flags: readonly BenchmarkFlag[]; problem: BenchmarkProblem | null }
export type Line = { indicator: Indicator; value: OwnValue | null; cells: Cell[] }

/** Lines and cells in the order of the edition. A value without a method of its own was measured by that of the indicator. */
export const benchmarkTable = ({ indicators, references, limits }: Pick<IndicatorSet, 'indicators' | 'references' | 'limits'>, { values }: Pick<Run, 'values'>): Line[] =>
  indicators.map(indicator => {
    const value = values[indicator.id] ?? null
    return { indicator, value, cells: references.map(reference => cellOf(indicator, value, reference, limits[limitKey(indicator.id, reference.id)] ?? null)) }
  })

const cellOf = (indicator: Indicator, value: OwnValue | null, reference: Reference, limit: Limit | null): Cell => {
  if (!value || !limit) return { reference, limit, ...NO_DATA, problem: null }
  const [own, ref] = methodsOf(value.method ?? indicator.method ?? '', limit.method ?? indicator.method ?? '')
  const found = benchmark(
    { value: value.text, unit: value.unit ?? indicator.unit, method: own, U: value.U ?? undefined },
    { limit: limit.text, direction: indicator.direction, comparison: limit.comparison, unit: indicator.unit, method: ref, rule: limit.rule },
  )
  return found.ok ? { reference, limit, ...found.value, problem: null } : { reference, limit, ...NO_DATA, problem: found.problem }
}

const NO_DATA = { verdict: 'no-data' as const, gap: { kind: 'none' as const, value: null }, flags: [] }

/**
 * The two methods as they are held against each other. A reference may allow several (`GB/T 17592、GB/T 23344`): the own one among them counts. One
 * that is printed without its year allows any edition.
 */
const methodsOf = (own: string, allowed: string): [own: string, allowed: string] => {
  const found = allowed.split(/[、;；]/).find(one => methodOf(own) === methodOf(one) || methodOf(withoutYear(own)) === methodOf(one))
  return found === undefined ? [own, allowed] : [found, found]
}
const withoutYear = (method: string): string => method.replace(/[-—–]\d{4}$/, '').trim()

export const VERDICTS = ['better', 'meets', 'below', 'incomparable', 'no-data'] as const

/** How many lines stand how to one reference. */
export const verdictCounts = (lines: readonly Line[], reference: string): Record<BenchmarkVerdict, number> => {
  const counts = { better: 0, meets: 0, below: 0, incomparable: 0, 'no-data': 0 }
  for (const { cells } of lines) for (const { reference: of, verdict } of cells) if (of.id === reference) counts[verdict]++
  return counts
}
