import type { z } from 'zod'
import { badArguments } from '#shared/lib/bad-arguments.ts'
import { fail } from '#shared/lib/result.ts'
import { badArgumentsText } from '#shared/words/json-lines.ts'
import type { Locale } from '#shared/words/locale.ts'
import type { Answer } from '../json-lines.ts'

/** Answers with a function's arguments as they came. */
export type Calc = (args: unknown, lang: Locale) => Answer

/** Checks the arguments by their schema first. */
export const calc = <S extends z.ZodType>(schema: S, run: (args: z.output<S>, lang: Locale) => Answer): Calc => (args, lang) => {
  const read = schema.safeParse(args ?? {})
  if (read.success) return run(read.data, lang)
  const problem = badArguments(read.error, args ?? {}, 'args')
  return fail({ code: problem.code, message: badArgumentsText(problem, lang), path: problem.path })
}
