// `round`, `compare`, `decide`, `risk` and `budget` of `pinli calc`.
import { z } from 'zod'
import { fail, type Result } from '#shared/lib/result.ts'
import { budget } from '#shared/measurement/budget.ts'
import { compared } from '#shared/measurement/comparison.ts'
import type { Contribution } from '#shared/measurement/contribution.ts'
import { decided } from '#shared/measurement/decision.ts'
import { globalRisk } from '#shared/measurement/risk.ts'
import { rounded } from '#shared/measurement/rounding.ts'
import { type ConformityProblem, conformityProblemText } from '#shared/words/conformity.ts'
import type { Locale } from '#shared/words/locale.ts'
import type { Answer } from '../json-lines.ts'
import { type Calc, calc } from './function.ts'

const text = z.string()
const number = z.number()

const counted = z
  .strictObject({ type: z.literal('A'), values: z.array(text).optional(), s: text.optional(), n: number.optional(), dof: number.optional(), c: number.optional() })
  .superRefine((one, context) => {
    if (one.values) for (const key of (['s', 'n', 'dof'] as const).filter(key => one[key] !== undefined)) context.addIssue({ code: 'unrecognized_keys', keys: [key], input: one })
    else for (const [key, expected] of [['s', 'string'], ['n', 'number']] as const) if (one[key] === undefined) context.addIssue({ code: 'invalid_type', expected, path: [key], input: undefined })
  })

const known = { type: z.literal('B'), dof: number.optional(), c: number.optional() }
const distributions = z.discriminatedUnion('distribution', [
  z.strictObject({ ...known, distribution: z.literal('normal'), U: text, k: text }),
  z.strictObject({ ...known, distribution: z.enum(['rectangular', 'triangular', 'ushape']), a: text }),
  z.strictObject({ ...known, distribution: z.literal('resolution'), step: text }),
  z.strictObject({ ...known, distribution: z.literal('standard'), u: text }),
], { error: 'distribution' })

const contribution = z.discriminatedUnion('type', [counted, distributions], { error: 'contribution-type' })

export const calcConformity: { [fn: string]: Calc } = {
  round: calc(z.strictObject({ value: text, interval: text }), ({ value, interval }, lang) => answered(rounded(value, interval), lang)),

  compare: calc(
    z.strictObject({ value: text, limit: text, direction: z.enum(['max', 'min', 'range', 'target']), comparison: z.enum(['full', 'rounded']), unit: text.optional() }),
    (args, lang) => answered(compared(args), lang),
  ),

  decide: calc(
    z.strictObject({ rule: text, y: text, U: text.optional(), k: text.optional(), TL: text.optional(), TU: text.optional(), r: text.optional() }),
    (args, lang) => answered(decided(args), lang),
  ),

  risk: calc(z.strictObject({ s0: number, um: number, T: number, A: number }), (args, lang) => answered(globalRisk(args), lang)),

  budget: calc(
    z.strictObject({
      y: text,
      contributions: z.array(contribution),
      correlations: z.array(z.array(number).refine(entries => entries.length === 3, 'correlation').transform(([i, j, r]) => [i, j, r] as const)).optional(),
      coverage: number.optional(),
      rounding: z.enum(['even', 'up']).optional(),
    }),
    // That type A has its values or both s and n is a rule of the schema which its type can't say.
    ({ contributions, ...rest }, lang) => answered(budget({ ...rest, contributions: contributions as Contribution[] }), lang),
  ),
}

const answered = <T, P extends ConformityProblem>(result: Result<T, P>, lang: Locale): Answer =>
  result.ok ? result : fail({ code: result.problem.code, message: conformityProblemText(result.problem, lang), path: `args.${result.problem.at}` })
