import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { isLooseDate, type IsoDay, localDay } from '#shared/lib/dates.ts'
import { openCold } from '#shared/standards/index/cold.ts'
import { openSearcher, type Searcher } from '#shared/standards/index/search.ts'
import type { Answer, Hit } from '#shared/standards/query.ts'
import { catalogueProblemText } from '#shared/words/catalogue.ts'
import { statusText } from '#shared/words/standards.ts'
import type { Command } from './command.ts'

export const searchCommand: Command = {
  usage: 'search DIR "QUERY" | --stdin [--limit N] [--on YYYY-MM-DD]',
  run: async args => {
    const words = readWords(args)
    if (typeof words === 'string') return say(`pinli search: ${words}\n  pinli ${searchCommand.usage}`, 2)
    const searcher = await openFolder(words.folder, words.on)
    if (typeof searcher === 'string') return say(`pinli search: ${searcher}`, 1)
    const lines = words.query === null ? createInterface({ input: process.stdin, crlfDelay: Infinity }) : [words.query]
    for await (const text of lines) {
      const answer = await ask(searcher, text, words)
      process.stdout.write(`${JSON.stringify({ query: text, total: answer.total, ms: Math.round(answer.ms * 1000) / 1000, hits: answer.hits.map(shown) })}\n`)
    }
    return 0
  },
}

type Words = { folder: string; query: string | null; limit: number; on: IsoDay }

const ask = (searcher: Searcher, text: string, { limit, on }: Words): Answer | Promise<Answer> =>
  text.trim() === '' ? { total: 0, facets: { status: [], kind: [], year: [], ics: {}, ccs: {} }, from: 0, hits: [], ms: 0 } : searcher.search('cli', { text, filters: {}, order: 'relevance', day: on }, limit, () => performance.now())

const shown = ({ number, title, status, published, effective, replacedBy }: Hit) => ({ number, title: title || null, status: statusText(status, 'zh'), published, effective, replacedBy: replacedBy?.number ?? null })

/** A text says why the folder's catalogue can't be searched. */
const openFolder = async (folder: string, day: IsoDay): Promise<Searcher | string> => {
  const [hot, cold] = await Promise.all(['hot.bin', 'cold.bin'].map(name => readFile(join(folder, name)).catch(() => null)))
  if (!hot || !cold) return `${folder} holds no catalogue; make one with pinli import`
  const searcher = openSearcher(bufferOf(hot), day)
  if (!searcher.ok) return catalogueProblemText(searcher.problem, 'en')
  const rows = openCold(bufferOf(cold), searcher.value.build)
  if (!rows.ok) return catalogueProblemText(rows.problem, 'en')
  searcher.value.useCold(rows.value)
  return searcher.value
}

/** A buffer of its own: small files share one with others. */
const bufferOf = (file: Uint8Array): ArrayBuffer => file.slice().buffer

/** A text says what is wrong with the words given. */
const readWords = (args: string[]): Words | string => {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { stdin: { type: 'boolean' }, limit: { type: 'string' }, on: { type: 'string' } } })
    const [folder, ...queries] = positionals
    const { stdin = false, limit = '20', on = localDay(Date.now()) } = values
    if (folder === undefined) return 'no folder given'
    if (stdin ? queries.length > 0 : queries.length !== 1) return stdin ? 'a query and --stdin exclude each other' : queries.length ? 'more than one query given; quote it' : 'no query given'
    if (!/^[1-9]\d{0,5}$/.test(limit)) return `--limit ${limit} is no number of rows`
    if (on.length !== 10 || !isLooseDate(on)) return `--on ${on} is no day`
    return { folder, query: stdin ? null : queries[0], limit: +limit, on }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const say = (text: string, code: number): number => {
  process.stderr.write(`${text}\n`)
  return code
}
