import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { z } from 'zod'
import { dataFolder, operatorLine } from './operator-line.ts'

/** What ends a command with a word: 1 refused or failed, 2 wrong usage. */
export class Told extends Error {
  readonly exit: 1 | 2
  constructor(text: string, exit: 1 | 2) {
    super(text)
    this.exit = exit
  }
}

export const notThere = (text: string): never => {
  throw new Told(text, 1)
}

export const wrongUse = (text: string): never => {
  throw new Told(text, 2)
}

/** Runs a command against the hub on this machine: `work` gets its words and asks; what it gives is the one JSON object on stdout. */
export const withHub = (usage: string, args: string[], options: Options, work: (asking: Asking) => Promise<object>): Promise<number> =>
  withWords(usage, args, options, async words => {
    const line = await operatorLine(words.folder)
    if (!line) return notThere(`no hub runs on ${words.folder}; start one with npm run hub, or name its folder with --data`)
    const ask: Asking['ask'] = async (schema, path, body) => {
      const answer = await line(schema, path, body)
      return answer.ok ? answer.value : notThere(answer.problem.text)
    }
    return work({ ...words, ask })
  })

/** The same without a hub that runs. */
export const withWords = async (usage: string, args: string[], options: Options, work: (words: Words) => Promise<object>): Promise<number> => {
  try {
    const { values, positionals } = readWords(args, options)
    process.stdout.write(`${JSON.stringify(await work({ values, positionals, folder: dataFolder(values['data']) }))}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Told)) throw error
    process.stderr.write(`pinli hub: ${error.message}\n${error.exit === 2 ? `  pinli hub ${usage}\n` : ''}`)
    return error.exit
  }
}

export type Words = { values: { [name: string]: string | undefined }; positionals: string[]; folder: string }
export type Asking = Words & { ask: <T>(schema: z.ZodType<T>, path: string, body?: object) => Promise<T> }
type Options = NonNullable<ParseArgsConfig['options']>

const readWords = (args: string[], options: Options): Omit<Words, 'folder'> => {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...options, data: { type: 'string' } } })
    return { values: values, positionals }
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** The complex meant: named by id or name, or the only one there is. */
export const complexMeant = (complexes: readonly { id: string; name: string }[], given: string | undefined): string => {
  const meant = given === undefined ? complexes : complexes.filter(({ id, name }) => id === given || name === given)
  if (meant.length === 1) return meant[0].id
  const list = complexes.map(({ id, name }) => `\n  ${id} ${name}`).join('')
  return given === undefined ? wrongUse(`several complexes; name one with --complex${list}`) : notThere(`no complex ${given}${list}`)
}

