import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fileFault } from './file-fault.ts'

/** Ends a command with a word for the person: 1 refused or failed, 2 wrong usage. */
class Told extends Error {
  readonly exit: 1 | 2
  constructor(text: string, exit: 1 | 2) {
    super(text)
    this.exit = exit
  }
}

export const refuse = (text: string): never => {
  throw new Told(text, 1)
}

export const wrongUse = (text: string): never => {
  throw new Told(text, 2)
}

export type Options = NonNullable<ParseArgsConfig['options']>
export type Words = { values: { [name: string]: string | undefined }; positionals: string[] }

/** Reads a command's words and runs it: what `work` gives is the one JSON object on stdout; what it can't do is said on stderr after `pinli name:`. */
export const withWords = async (name: string, usage: string, args: string[], options: Options, work: (words: Words) => Promise<object>): Promise<number> => {
  try {
    process.stdout.write(`${JSON.stringify(await work(readWords(args, options)))}\n`)
    return 0
  } catch (error) {
    const told = error instanceof Told ? error : toldBySystem(error)
    if (!told) throw error
    process.stderr.write(`pinli ${name}: ${told.message}\n${told.exit === 2 ? `  pinli ${usage}\n` : ''}`)
    return told.exit
  }
}

/** The one file that a command takes. */
export const oneFile = ([file, ...more]: string[]): string => {
  if (file === undefined) return wrongUse('a file is missing')
  return more.length > 0 ? wrongUse('one at a time') : file
}

const readWords = (args: string[], options: Options): Words => {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    return { values: values as Words['values'], positionals }
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** A failure of the system is said; anything else is a bug, and null. */
const toldBySystem = (error: unknown): Told | null => (error instanceof Error && 'code' in error ? new Told(fileFault(error) ?? error.message, 1) : null)
