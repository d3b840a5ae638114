import { type NoPlan, planChain } from '#shared/bookings/plan.ts'
import { type InputProblem, readPlanInput } from '#shared/bookings/plan/input.ts'
import { isoTimeOf } from '#shared/bookings/times.ts'
import { fail, ok } from '#shared/lib/result.ts'
import type { Locale } from '#shared/words/locale.ts'
import { planProblemText } from '#shared/words/plan.ts'
import { type Answer, linesCommand, type Request } from './json-lines.ts'

const planAnswer = ({ fn, args }: Request, lang: Locale): Answer => {
  if (fn !== undefined) return refused({ code: 'bad-arguments', path: 'fn', fault: 'unknown', expected: null }, lang)
  const input = readPlanInput(args)
  if (!input.ok) return refused(input.problem, lang)
  const plan = planChain(input.value)
  if (!plan.ok) return refused(plan.problem, lang)
  const { finish, price, tests, exact, method } = plan.value
  return ok({ finish: isoTimeOf(finish), price, tests: tests.map(one => ({ ...one, start: isoTimeOf(one.start), end: isoTimeOf(one.end) })), exact, method })
}

const refused = (problem: InputProblem | NoPlan, lang: Locale): Answer =>
  fail({ code: problem.code, message: planProblemText(problem, lang), ...('path' in problem && { path: problem.path }) })

/** One plan a line: when each test takes place and on what. */
export const planCommand = linesCommand('plan', 'plans chains of tests, one a line', planAnswer)
