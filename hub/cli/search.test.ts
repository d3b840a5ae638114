import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildSegment } from '#shared/standards/index/build.ts'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import { writeCatalogue } from './catalogue-folder.ts'
import { importCommand } from './import.ts'
import { searchCommand } from './search.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinli-search-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (args: string[], input = ''): Promise<{ code: number; out: string; talk: string }> => {
  const said = { out: '', talk: '' }
  const into = (stream: 'out' | 'talk') => (text: string | Uint8Array) => ((said[stream] += String(text)), true)
  const spies = [vi.spyOn(process.stdout, 'write').mockImplementation(into('out')), vi.spyOn(process.stderr, 'write').mockImplementation(into('talk'))]
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!
  const { Readable } = await import('node:stream')
  Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true })
  try {
    return { code: await (args[0] === 'import' ? importCommand : searchCommand).run(args.slice(1)), ...said }
  } finally {
    Object.defineProperty(process, 'stdin', stdin)
    for (const spy of spies) spy.mockRestore()
  }
}
type Line = { query: string; total: number; ms: number; hits: { number: string; status: string }[] }
const lines = (out: string): Line[] => out.trim().split('\n').map(line => JSON.parse(line) as Line)

describe('pinli search', () => {
  const standards = randomCatalogue(randomBy(3), 120)
  const dir = () => join(folder, 'catalogue')
  beforeAll(async () => {
    const meta = { date: '2026-11-01', built: '2026-11-25', records: standards.length, origin: 'import' as const, sources: [], tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 } }
    await writeCatalogue(dir(), { ...buildSegment({ standards, meta }), meta })
  })

  it('prints one line for a query, with canonical numbers and Chinese status words', async () => {
    const { number } = standards.find(standard => standard.kind === 'gbt')!
    const { code, out } = await run(['search', dir(), number.toLowerCase(), '--limit', '1', '--on', '2026-11-25'])
    expect(code).toBe(0)
    const [line] = lines(out)
    expect(line).toMatchObject({ query: number.toLowerCase(), hits: [{ number }] })
    expect(Object.keys(line.hits[0])).toEqual(['number', 'title', 'status', 'published', 'effective', 'replacedBy'])
    expect(['制定中', '即将实施', '现行', '部分有效', '被代替', '废止', '状态不详']).toContain(line.hits[0].status)
  })

  it('finds nothing by signs alone', async () => {
    const { out } = await run(['search', dir(), '--stdin'], '。、\n%\'"\n😀\n')
    expect(lines(out).map(({ hits }) => hits.length)).toEqual([0, 0, 0])
  })

  it('answers line by line from stdin, empty lines with empty hits', async () => {
    const { out } = await run(['search', dir(), '--stdin', '--limit', '2'], 'iso\n\n  \ngb\n')
    expect(lines(out).map(({ query, hits }) => [query, hits.length > 0])).toEqual([['iso', true], ['', false], ['  ', false], ['gb', true]])
  })

  it.each([
    [['search'], 2, 'no folder'], [['search', 'x'], 2, 'no query'], [['search', 'x', 'a', 'b'], 2, 'more than one query'], [['search', 'x', 'a', '--limit', '0'], 2, '--limit 0'],
    [['search', 'x', 'a', '--on', '2026-13-01'], 2, '--on'], [['search', 'x', 'a', '--nope'], 2, '--nope'], [['search', '/nowhere', 'a'], 1, 'holds no catalogue'],
  ])('%j ends with %i and says why', async (args, code, words) => {
    const ended = await run(args)
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.talk).toContain(words)
  })

  it('says that a damaged catalogue is one', async () => {
    await writeFile(join(dir(), 'hot.bin'), (await readFile(join(dir(), 'hot.bin'))).subarray(0, 400))
    expect(await run(['search', dir(), 'a'])).toMatchObject({ code: 1, out: '' })
  })
})

const data = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data')

describe.skipIf(!existsSync(data))('on real records (../shared/data)', () => {
  it('brings the edition first for every spelling of a whole number, and the newest in force for one without its year', async () => {
    const out = join(folder, 'real')
    await run(['import', ...['gb', 'jis', 'cie'].map(name => join(data, `${name}.ndjson.gz`)), '--out', out, '--date', '2026-11-01'])
    const jis = (await run(['search', out, 'jis', '--limit', '4000'])).out
    const numbers = lines(jis)[0].hits.map(hit => hit.number).filter(number => /^JIS [A-Z] \d{4}(?:-\d+)?:\d{4}$/.test(number)).slice(0, 1500)
    expect(numbers.length).toBe(1500)
    const spelled = numbers.flatMap(number => SPELLINGS.map(spell => [number, spell(number)] as const))
    const answers = lines((await run(['search', out, '--stdin', '--limit', '1'], spelled.map(([, text]) => text).join('\n'))).out)
    const missed = spelled.filter(([number], i) => answers[i].hits[0]?.number !== number).map(([number, text]) => `${number} as ${text}`)
    expect(missed).toEqual([])

    const yearless = [...new Set(numbers.map(number => number.slice(0, -5)))]
    const newest = lines((await run(['search', out, '--stdin', '--limit', '20'], yearless.join('\n'))).out)
    for (const [i, { hits }] of newest.entries()) {
      const editions = hits.filter(hit => hit.number.startsWith(`${yearless[i]}:`) && hit.number.length === yearless[i].length + 5)
      expect(hits[0], yearless[i]).toEqual((editions.some(hit => hit.status === '现行') ? editions.filter(hit => hit.status === '现行') : editions).sort((a, b) => (a.number < b.number ? 1 : -1))[0])
    }
  })
})

const SPELLINGS: ((number: string) => string)[] = [
  number => number, number => number.toLowerCase(), number => number.replaceAll(' ', ''), number => number.replace(':', '-'), number => number.replace(':', '：'), number => number.replace(':', '—'),
  number => `  ${number}  `, number => number.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)), number => number.replace(/^JIS ([A-Z]) /, '$1').toLowerCase(), number => `《${number}》`, number => `${number}《規格》`,
]
