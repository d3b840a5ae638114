// `interlab`, `capability`, `chart` and `interval` of `pinli calc`.
import { z } from 'zod'
import { type Result, fail } from '#shared/lib/result.ts'
import { rateChart } from '#shared/measurement/attribute-charts.ts'
import { capability } from '#shared/measurement/capability.ts'
import { individualsChart, subgroupChart } from '#shared/measurement/charts.ts'
import type { Decimal } from '#shared/measurement/decimal.ts'
import { type DataProblem, readSubgroups, readValues } from '#shared/measurement/data-problem.ts'
import { consensus, score } from '#shared/measurement/interlab.ts'
import { drift, reliability, staircase } from '#shared/measurement/interval.ts'
import { percentileCapability } from '#shared/measurement/percentiles.ts'
import type { Locale } from '#shared/words/locale.ts'
import { dataProblemText } from '#shared/words/statistics.ts'
import type { Answer } from '../json-lines.ts'
import { type Calc, calc } from './function.ts'

const text = z.string()
const number = z.number()

/** One shape for each word under `key`. */
const oneOf = <K extends string, const S extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]>(key: K, words: readonly string[], shapes: S) =>
  z.discriminatedUnion(key, shapes, { error: words.map(word => JSON.stringify(word)).join(' | ') })

const interlab = oneOf('kind', ['consensus', 'score'], [
  z.strictObject({ kind: z.literal('consensus'), values: z.array(text), sigmaPt: number.optional() }),
  z.strictObject({ kind: z.literal('score'), score: z.enum(['z', 'zprime', 'zeta', 'en', 'd']), x: text, xpt: text, sigma: text.optional(), uxpt: text.optional(), u: text.optional(), U: text.optional(), Uxpt: text.optional() }),
])

const subgroups = z.array(z.array(text))
const fixed = z.strictObject({ cl: number, ucl: number, lcl: number }).optional()
const counts = z.array(z.strictObject({ n: number, d: number }))

const chart = oneOf('kind', ['xbar-r', 'xbar-s', 'i-mr', 'p', 'u'], [
  z.strictObject({ kind: z.enum(['xbar-r', 'xbar-s']), subgroups, fixed }),
  z.strictObject({ kind: z.literal('i-mr'), values: z.array(text), fixed }),
  z.strictObject({ kind: z.enum(['p', 'u']), counts, fixed }),
])

const interval = oneOf('method', ['staircase', 'drift', 'reliability'], [
  z.strictObject({ method: z.literal('staircase'), months: number, mpe: text, history: z.array(z.strictObject({ error: text, U: text })), maxMonths: number.optional() }),
  z.strictObject({ method: z.literal('drift'), points: z.array(z.strictObject({ t: text, error: text })), U: text, mpe: text, maxMonths: number.optional() }),
  z.strictObject({ method: z.literal('reliability'), months: number, n: number, x: number, target: number, maxMonths: number.optional() }),
])

export const calcStatistics: { [fn: string]: Calc } = {
  interlab: calc(interlab, (args, lang) => answered(args.kind === 'score' ? score(args.score, args) : after(readValues(args.values), values => consensus(values, args.sigmaPt)), lang)),

  capability: calc(
    z.strictObject({ subgroups, L: text.optional(), U: text.optional(), T: text.optional(), sigma: z.enum(['range', 'sd', 'mr']).optional(), method: z.enum(['normal', 'percentile']).optional(), quantile: number.optional() }),
    ({ subgroups: texts, sigma, method, quantile, ...specification }, lang) =>
      answered(after<Decimal[][], unknown>(readSubgroups(texts), values => (method === 'percentile' ? percentileCapability(values, specification, quantile) : capability(values, specification, sigma))), lang)),

  chart: calc(chart, (args, lang) => {
    switch (args.kind) {
      case 'xbar-r':
      case 'xbar-s':
        return answered(after(readSubgroups(args.subgroups), values => subgroupChart(args.kind, values, args.fixed)), lang)
      case 'i-mr':
        return answered(after(readValues(args.values), values => individualsChart(values, args.fixed)), lang)
      case 'p':
      case 'u':
        return answered(rateChart(args.kind, args.counts, args.fixed), lang)
    }
  }),

  interval: calc(interval, (args, lang) => {
    switch (args.method) {
      case 'staircase':
        return answered(staircase(args.months, args.mpe, args.history, args.maxMonths), lang)
      case 'drift':
        return answered(drift(args.points, args.U, args.mpe, args.maxMonths), lang)
      case 'reliability':
        return answered(reliability(args.months, args.n, args.x, args.target, args.maxMonths), lang)
    }
  }),
}

const after = <A, B>(read: Result<A, DataProblem>, run: (value: A) => Result<B, DataProblem>): Result<B, DataProblem> => (read.ok ? run(read.value) : read)

const answered = (result: Result<unknown, DataProblem>, lang: Locale): Answer =>
  result.ok ? result : fail({ code: result.problem.code, message: dataProblemText(result.problem, lang), path: `args.${result.problem.at}` })
