import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { fileFault } from '../file-fault.ts'

type Options<O extends string> = { [name in O]?: string }

/** Runs a command whose words are `positionals` file names and `--option VALUE`s; what is wrong with them is said with the usage. */
export const withWords = <O extends string>(usage: string, positionals: number, options: readonly O[], run: (files: string[], options: Options<O>) => Promise<number>): Command => ({
  usage,
  run: async args => {
    const name = usage.split(' ').slice(0, 2).join(' ')
    const refuse = (text: string, code: number): number => {
      process.stderr.write(`pinli ${name}: ${text}\n${code === 2 ? `  pinli ${usage}\n` : ''}`)
      return code
    }
    let read
    try {
      read = parseArgs({ args, allowPositionals: true, options: Object.fromEntries(options.map(option => [option, { type: 'string' as const }])) })
    } catch (error) {
      return refuse(messageOf(error), 2)
    }
    if (read.positionals.length !== positionals) return refuse(positionals === 0 ? `"${read.positionals[0]}" is not expected` : read.positionals.length < positionals ? 'a file is missing' : 'one at a time', 2)
    try {
      return await run(read.positionals, read.values as Options<O>)
    } catch (error) {
      if (error instanceof Refused) return refuse(error.message, error.code)
      return refuse(messageOf(error), 1)
    }
  },
})

/** Ends the command with a word for the person; code 2 = the words given are wrong. */
export class Refused extends Error {
  readonly code: 1 | 2
  constructor(message: string, code: 1 | 2 = 1) {
    super(message)
    this.code = code
  }
}

/** One JSON object on stdout. */
export const answer = (facts: object): number => {
  process.stdout.write(`${JSON.stringify(facts)}\n`)
  return 0
}

const messageOf = (error: unknown): string => fileFault(error) ?? (error instanceof Error ? error.message : String(error))
