// One JSON object a line in, one a line out, in the same order: what `pinli calc` and `pinli plan` speak.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import type { Writable } from 'node:stream'
import { z } from 'zod'
import { badArguments } from '#shared/lib/bad-arguments.ts'
import { fail, type Result } from '#shared/lib/result.ts'
import { DAMAGED } from '#shared/readers/encoding.ts'
import { badArgumentsText, badJsonText } from '#shared/words/json-lines.ts'
import type { Locale } from '#shared/words/locale.ts'
import type { Command } from './command.ts'

const request = z.strictObject({ id: z.union([z.string(), z.number()], { error: 'text-or-number' }), fn: z.string().optional(), args: z.unknown().optional() })

/** A request as it came, checked in its frame alone: `null` counts as absent wherever a key has it, in `args` too. */
export type Request = z.output<typeof request>

/** `message` in the language asked for; `path` as `args.tests[0].minutes`. */
export type Answer = Result<unknown, { code: string; message: string; path?: string }>
export type AnswerOf = (request: Request, lang: Locale) => Answer | Promise<Answer>

/** A command that takes `--stdin [--lang en]` and nothing else. */
export const linesCommand = (name: string, does: string, answerOf: AnswerOf): Command => {
  const usage = `${name} --stdin [--lang en]   ${does}`
  return {
    usage,
    run: async args => {
      const lang = readLang(args)
      if (lang !== null) return answerLines(process.stdin, answerOf, lang)
      process.stderr.write(`pinli ${name}: it reads its lines from standard input\n  pinli ${usage}\n`)
      return 2
    },
  }
}

/** 0 once every line has its answer; a problem is one. Empty lines are skipped. A line is answered before the next one is read. */
export const answerLines = async (input: AsyncIterable<Uint8Array | string>, answerOf: AnswerOf, lang: Locale = 'zh', output: Writable = process.stdout): Promise<0> => {
  for await (const line of linesOf(input)) {
    const text = line.trim()
    if (text === '') continue
    const answer = JSON.stringify(await answerTo(text, answerOf, lang))
    if (!output.write(`${answer}\n`)) await once(output, 'drain')
  }
  return 0
}

const answerTo = async (text: string, answerOf: AnswerOf, lang: Locale): Promise<object> => {
  const line = readJson(text)
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return { id: null, ...fail({ code: 'bad-json', message: badJsonText(lang) }) }
  const read = request.safeParse(line)
  if (read.success) return { id: read.data.id, ...(await answerOf(read.data, lang)) }
  const problem = badArguments(read.error, line)
  const id = request.shape.id.safeParse((line as Request).id)
  return { id: id.success ? id.data : null, ...fail({ code: problem.code, message: badArgumentsText(problem, lang), path: problem.path }) }
}

/** Without the keys that are null; undefined: no JSON, or bytes that are no UTF-8. */
const readJson = (text: string): unknown => {
  if (text.includes(DAMAGED)) return undefined
  try {
    return JSON.parse(text, function (this: unknown, _, value: unknown) {
      return value === null && !Array.isArray(this) ? undefined : value
    }) as unknown
  } catch {
    return undefined
  }
}

/** By line feeds alone: readline would also cut at U+2028, which a JSON text may hold. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const [first, ...more] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n')
    rest += first
    for (const next of more) {
      yield rest
      rest = next
    }
  }
  yield rest + decoder.decode()
}

const readLang = (args: string[]): Locale | null => {
  try {
    const { stdin, lang = 'zh' } = parseArgs({ args, options: { stdin: { type: 'boolean' }, lang: { type: 'string' } } }).values
    return stdin && (lang === 'zh' || lang === 'en') ? lang : null
  } catch {
    return null
  }
}
