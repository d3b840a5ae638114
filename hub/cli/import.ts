import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isLooseDate, localDay } from '#shared/lib/dates.ts'
import { lookAt } from '#shared/readers/look.ts'
import { buildSegment } from '#shared/standards/index/build.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import type { ImportFile } from '#shared/standards/import/outcome.ts'
import { refusedCsv } from '#shared/readers/refused-csv.ts'
import { importCatalogue } from '#shared/standards/import/run.ts'
import { suggestFields } from '#shared/standards/import/suggest.ts'
import { importProblemText, readProblemText, refusedWords } from '#shared/words/reading.ts'
import { checkFolder, writeCatalogue } from './catalogue-folder.ts'
import type { Command } from './command.ts'
import { checkWritable, fileFault } from './file-fault.ts'
import { importProgress } from './import-progress.ts'
import { localFile } from './local-file.ts'

export const importCommand: Command = {
  usage: 'import FILE... --out DIR [--date YYYY-MM-DD] [--refused FILE.csv]',
  run: async args => {
    const words = readWords(args)
    if (typeof words === 'string') return say(`pinli import: ${words}\n  pinli ${importCommand.usage}`, 2)
    const abort = new AbortController()
    const cancel = () => abort.abort()
    process.on('SIGINT', cancel).on('SIGTERM', cancel)
    try {
      return await run(words, abort.signal)
    } catch (error) {
      return say(`pinli import: ${fileFault(error) ?? (error instanceof Error ? error.message : String(error))}`, 1)
    } finally {
      process.off('SIGINT', cancel).off('SIGTERM', cancel)
    }
  },
}

type Words = { paths: string[]; out: string; date: string | null; refused: string | null }

const run = async ({ paths, out, date, refused: refusedPath }: Words, signal: AbortSignal): Promise<number> => {
  const start = performance.now()
  const inTheWay = await checkFolder(out)
  if (inTheWay) return say(`pinli import: ${out} holds ${inTheWay}, which is no part of a catalogue; choose an empty or new folder`, 1)
  if (refusedPath) await checkWritable(refusedPath)
  const files: (ImportFile & { modified: number })[] = []
  for (const path of paths) {
    const file = await localFile(path)
    const look = await lookAt(file, signal)
    if (!look.ok) return say(readProblemText(look.problem, 'en'), 1)
    files.push({ file, look: look.value, mapping: suggestFields(look.value), modified: file.modified })
  }
  const progress = importProgress(files.reduce((sum, { look }) => sum + look.rows.count, 0))
  const outcome = await importCatalogue({ files, signal, onProgress: progress.reading })
  progress.end()
  if (!outcome.ok) return say(importProblemText(outcome.problem, 'en'), 1)

  const { standards, classNames, tallies, sources, refused } = outcome.value
  say(`indexing ${standards.length} standards`)
  const meta: CatalogueMeta = { date: date ?? newestDay(files.map(file => file.modified)), built: new Date().toISOString(), records: standards.length, origin: 'import', sources, tallies }
  const segment = buildSegment({ standards, meta, ...(classNames && { classNames }) })
  await new Promise(setImmediate) // lets a Ctrl+C that came while indexing be heard
  if (signal.aborted) return say(importProblemText({ code: 'cancelled' }, 'en'), 1)
  if (refusedPath) await writeFile(refusedPath, refusedCsv(refused, files.flatMap(({ look }) => look.columns.map(column => column.name)), refusedWords('zh')))
  else if (refused.length > 0) say(`${refused.length} rows were refused; --refused FILE.csv lists them`)
  await writeCatalogue(out, { ...segment, meta })

  const seconds = Math.round(performance.now() - start) / 1000
  const { read, kept, merged, refused: refusedRows, repaired } = tallies
  process.stdout.write(`${JSON.stringify({ read, kept, merged, refused: refusedRows, repaired, seconds })}\n`)
  return 0
}

/** A text says what is wrong with the words given. */
const readWords = (args: string[]): Words | string => {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' }, date: { type: 'string' }, refused: { type: 'string' } } })
    const { out, date = null, refused = null } = values
    if (positionals.length === 0) return 'no file given'
    if (out === undefined) return '--out DIR is missing'
    if (date !== null && !(date.length === 10 && isLooseDate(date))) return `--date ${date} is no day`
    return { paths: positionals, out, date, refused }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const newestDay = (instants: number[]): string => localDay(Math.max(...instants))

const say = (text: string, code = 0): number => {
  process.stderr.write(`${text}\n`)
  return code
}
