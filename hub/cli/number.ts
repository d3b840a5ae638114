import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parseNumber } from '#shared/standards/number.ts'
import type { Command } from './command.ts'
import { fileFault } from './file-fault.ts'

/** `number TEXT...`: one JSON line a number. `number --stats FILE...`: one JSON object a file, how many of its numbers are known. */
export const numberCommand: Command = {
  usage: 'number TEXT... | number --stats FILE...   take standard numbers apart; share of known numbers in .ndjson(.gz) files',
  run: async args => {
    const stats = args[0] === '--stats'
    const rest = stats ? args.slice(1) : args
    const option = rest.find(arg => arg.startsWith('--'))
    if (option !== undefined) return wrong(`number: no option "${option}"`)
    if (rest.length === 0) return wrong(stats ? 'number --stats: name one or more files' : 'number: give one or more standard numbers, or --stats FILE...')
    return stats ? statistics(rest) : takeApart(rest)
  },
}

const takeApart = (texts: string[]): number => {
  let unknown = 0
  for (const input of texts) {
    const parsed = parseNumber(input)
    if (!parsed) unknown++
    print(parsed ? { input, ...parsed } : { input, problem: 'unknown-number' })
  }
  return unknown > 0 ? 1 : 0
}

/** Goes on with the next file when one can't be read; the worst outcome is the exit code. */
const statistics = async (files: string[]): Promise<number> => {
  let code = 0
  for (const file of files) {
    try {
      print(await statisticsOf(file))
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      process.stderr.write(`pinli number: ${fileFault(error) ?? `${file} can't be read: ${(error as Error).message}`}\n`)
      code = Math.max(code, missing ? 2 : 1)
    }
  }
  return code
}

/** `keyStable` counts the numbers whose canonical form leads back to the same key; it equals `parsed`. */
type Statistics = { file: string; numbers: number; parsed: number; share: number; keyStable: number; examples: string[] }

const statisticsOf = async (file: string): Promise<Statistics> => {
  const found: Statistics = { file: basename(file), numbers: 0, parsed: 0, share: 0, keyStable: 0, examples: [] }
  let line = 0
  for await (const text of lines(file)) {
    line++
    if (text.trim() === '') continue
    const number = numberOf(text)
    if (number === null) throw new Error(`line ${line} is no JSON object with a text "number"`)
    found.numbers++
    const parsed = parseNumber(number)
    if (!parsed) {
      if (found.examples.length < 5) found.examples.push(number)
      continue
    }
    found.parsed++
    if (parseNumber(parsed.canonical)?.key === parsed.key) found.keyStable++
  }
  if (found.numbers === 0) throw new Error('it holds no numbers')
  return { ...found, share: Math.round((found.parsed / found.numbers) * 10_000) / 10_000 }
}

const numberOf = (line: string): string | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string' ? value.number : null
  } catch {
    return null
  }
}

async function* lines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file)
  let broken: Error | null = null
  const input = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), error => (broken ??= error ?? null)) : bytes.on('error', error => (broken ??= error))
  yield* createInterface({ input, crlfDelay: Infinity })
  if (broken !== null) throw broken as Error
}

const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
const wrong = (message: string): number => {
  process.stderr.write(`pinli ${message}\n`)
  return 2
}
