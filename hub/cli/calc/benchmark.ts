// `benchmark` of `pinli calc`.
import { z } from 'zod'
import { benchmark } from '#shared/benchmarks/verdict.ts'
import { fail, ok } from '#shared/lib/result.ts'
import { benchmarkProblemText, benchmarkVerdictText } from '#shared/words/benchmarks.ts'
import { type Calc, calc } from './function.ts'

const text = z.string()

const args = z.strictObject({
  own: z.strictObject({ value: text, unit: text, method: text, U: text.optional() }).optional(),
  ref: z.strictObject({ limit: text, direction: z.enum(['max', 'min', 'range', 'target', 'text']), comparison: z.enum(['full', 'rounded']), unit: text, method: text, rule: z.enum(['simple', 'guard']).optional() }).optional(),
  equivalent: z.array(z.array(text).refine(pair => pair.length === 2, 'method-pair')).optional(),
})

export const calcBenchmark: { [fn: string]: Calc } = {
  benchmark: calc(args, ({ own, ref, equivalent }, lang) => {
    const found = benchmark(own, ref, equivalent)
    if (!found.ok) return fail({ code: found.problem.code, message: benchmarkProblemText(found.problem, lang), path: `args.${found.problem.at}` })
    return ok({ ...found.value, verdict: benchmarkVerdictText(found.value.verdict, 'zh') })
  }),
}
