import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { numberCommand } from './number.ts'

const folder = mkdtempSync(join(tmpdir(), 'pinli-number-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => void vi.restoreAllMocks())

const run = async (...args: string[]): Promise<{ code: number; out: Record<string, unknown>[]; err: string }> => {
  let out = ''
  let err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => ((err += String(text)), true))
  const code = await numberCommand.run(args)
  vi.restoreAllMocks()
  return { code, out: out.split('\n').filter(Boolean).map(line => JSON.parse(line) as Record<string, unknown>), err }
}
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('pinli number', () => {
  it('prints one line a number, and says which are none', async () => {
    const { code, out, err } = await run('gbt2912.1-2009', 'abc 123')
    expect(code).toBe(1)
    expect(out).toMatchObject([{ input: 'gbt2912.1-2009', canonical: 'GB/T 2912.1-2009', key: 'GB 2912.1', year: 2009 }, { input: 'abc 123', problem: 'unknown-number' }])
    expect(err).toBe('')
    expect((await run('GB/T 1.1-2020')).code).toBe(0)
  })

  it.each([[], ['--stats'], ['--what', 'GB 1']])('%j is wrong usage', async (...args) => {
    const { code, out, err } = await run(...(args as string[]))
    expect([code, out]).toEqual([2, []])
    expect(err).toMatch(/^pinli number.*\n$/)
  })
})

describe('pinli number --stats', () => {
  const lines = ['GB/T 1.1-2020', 'ISO 9001:2015', 'OIML R 60:2000'].map(number => JSON.stringify({ number })).join('\n')
  it.each([['plain.ndjson', lines], ['packed.ndjson.gz', gzipSync(`${lines}\n\n`)]])('counts %s', async (name, content) => {
    expect(await run('--stats', file(name, content))).toEqual({ code: 0, err: '', out: [{ file: name, numbers: 3, parsed: 2, share: 0.6667, keyStable: 2, examples: ['OIML R 60:2000'] }] })
  })

  it.each<[string, string | Buffer, RegExp]>([
    ['cut.ndjson.gz', gzipSync(lines.repeat(200)).subarray(0, 60), /cut\.ndjson\.gz can't be read/],
    ['text.ndjson.gz', 'no gzip at all', /can't be read/],
    ['rows.ndjson', `${lines}\n{"id": 1}`, /line 4 is no JSON object/],
    ['empty.ndjson', '', /holds no numbers/],
  ])('%s gets one clear message, and the next file is still counted', async (name, content, message) => {
    const { code, out, err } = await run('--stats', file(name, content), file('good.ndjson', lines))
    expect(code).toBe(1)
    expect(out).toMatchObject([{ file: 'good.ndjson' }])
    expect(err).toMatch(message)
  })

  it('a missing file is wrong usage', async () => {
    const { code, err } = await run('--stats', join(folder, 'nowhere.ndjson'))
    expect([code, err]).toEqual([2, `pinli number: there is no ${join(folder, 'nowhere.ndjson')}\n`])
  })
})
