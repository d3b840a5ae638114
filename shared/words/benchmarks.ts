// The answers of benchmarking in the field's own words, and what can't be benchmarked.
import type { BenchmarkFlag, BenchmarkProblem, BenchmarkVerdict } from '#shared/benchmarks/verdict.ts'
import { conformityProblemText } from './conformity.ts'
import type { Locale } from './locale.ts'

type Pair = readonly [zh: string, en: string]
const pick = ([zh, en]: Pair, locale: Locale): string => (locale === 'zh' ? zh : en)

export const benchmarkVerdictText = (verdict: BenchmarkVerdict, locale: Locale): string => pick(VERDICTS[verdict], locale)

const VERDICTS: Record<BenchmarkVerdict, Pair> = {
  better: ['优于', 'Better'],
  meets: ['达到', 'Meets'],
  below: ['低于', 'Below'],
  incomparable: ['不可比', 'Not comparable'],
  'no-data': ['缺数据', 'No data'],
}

/** What stands behind a verdict, in one sentence. */
export const benchmarkFlagText = (flag: BenchmarkFlag, locale: Locale): string => pick(FLAGS[flag], locale)

const FLAGS: Record<BenchmarkFlag, Pair> = {
  method: ['方法不同，没有说明等效。', 'The methods differ, and none says that they are equivalent.'],
  unit: ['单位不同，不能换算。', 'The units differ and don’t convert.'],
  loq: ['数值不确切，跨着限值，判不了。', 'The value leaves open on which side of the limit it lies.'],
  'no-U': ['无 U：余量按限值末位一个单位判。', 'No U: the margin was held against one unit of the limit’s last digit.'],
  'missing-U': ['保护带要用 U，请补上。', 'The guard band needs U; add it.'],
  'lower-bound': ['差距至少是这么多。', 'The gap is at least this.'],
  'upper-bound': ['差距至多是这么多。', 'The gap is at most this.'],
}

/** The same words as for a comparison: it refuses the same. */
export const benchmarkProblemText = (problem: BenchmarkProblem, locale: Locale): string => conformityProblemText(problem, locale)
