import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { CATALOGUE_FILES, checkFolder } from './catalogue-folder.ts'
import { importCommand } from './import.ts'

let folder: string
let stdout: string
let stderr: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-import-'))
  stdout = stderr = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => ((stdout += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => ((stderr += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}
const answer = (): Record<string, number> => JSON.parse(stdout) as Record<string, number>
const meta = (): Record<string, unknown> => JSON.parse(readFileSync(at('out/catalogue.json'), 'utf8')) as Record<string, unknown>
const CSV = '标准号,名称,发布日期\nGB/T 2912.1-2009,甲醛,2009-06-11\n无,没有编号,\n'

describe('pinli import', () => {
  it('writes a catalogue and says one object', async () => {
    expect(await importCommand.run([write('a.csv', CSV), '--out', at('out'), '--date', '2026-11-20', '--refused', at('refused.csv')])).toBe(0)
    expect(answer()).toEqual({ read: 2, kept: 1, merged: 0, refused: 1, repaired: 0, seconds: expect.any(Number) as number })
    expect(readdirSync(at('out')).sort()).toEqual([...CATALOGUE_FILES].sort())
    expect(meta()).toMatchObject({ date: '2026-11-20', records: 1, origin: 'import', sources: [{ name: 'a.csv', rows: 2 }], tallies: { read: 2, refused: 1 } })
    expect(readFileSync(at('refused.csv'), 'utf8')).toContain('无,没有编号,,a.csv,3,编号列是占位词“无”，没有编号,"无,没有编号,"')
  })

  it('reads a workbook that a library wrote, with dates, numbers and several sheets', async () => {
    const row = (...values: (string | number | Date)[]) => values.map(value => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value }))
    const data = [row('标准号', '名称', '发布日期', 'ICS'), ...Array.from({ length: 3_000 }, (_, i) => row(`GB/T ${i + 1}-2020`, `第${i + 1}项 & <标准>`, new Date(Date.UTC(2020, 10, 19)), 97.14))]
    const bytes = await writeXlsxFile([{ data, sheet: '目录' }, { data: [row('x')], sheet: '别的' }] as never).toBuffer()
    expect(await importCommand.run([write('a.xlsx', bytes), '--out', at('out'), '--refused', at('r.csv')])).toBe(0)
    expect(answer()).toMatchObject({ read: 3_000, kept: 3_000, refused: 0, repaired: 3_000 })
  })

  it.each<[string, string[], RegExp]>([
    ['no file', ['--out', 'x'], /no file given/],
    ['no folder', ['a.csv'], /--out DIR is missing/],
    ['no day', ['a.csv', '--out', 'x', '--date', '2026-02-30'], /is no day/],
    ['an unknown option', ['a.csv', '--out', 'x', '--speed'], /speed/],
  ])('says how it is used when given %s', async (_, args, message) => {
    expect(await importCommand.run(args)).toBe(2)
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(message)])
  })

  it('says in words what is wrong with a file, and before it reads where the refused rows cannot be written', async () => {
    expect(await importCommand.run([at('missing.csv'), '--out', at('out')])).toBe(1)
    expect(stderr).toBe(`pinli import: there is no ${at('missing.csv')}\n`)
    stderr = ''
    expect(await importCommand.run([write('a.csv', CSV), '--out', at('out'), '--refused', at('nowhere/refused.csv')])).toBe(1)
    expect(stderr).toBe(`pinli import: there is no ${at('nowhere')}\n`)
    stderr = ''
    expect(await importCommand.run([at('a.csv'), '--out', at('out'), '--refused', folder])).toBe(1)
    expect(stderr).toBe(`pinli import: ${folder} is a folder, not a file\n`)
    expect(existsSync(at('out'))).toBe(false)
  })

  it('leaves the old catalogue as it was when a file is broken', async () => {
    await importCommand.run([write('a.csv', CSV), '--out', at('out')])
    const before = CATALOGUE_FILES.map(name => readFileSync(at(`out/${name}`)))
    stdout = ''
    const packed = gzipSync(CSV.repeat(500))
    expect(await importCommand.run([at('a.csv'), write('b.csv.gz', packed.subarray(0, packed.length - 20)), '--out', at('out')])).toBe(1)
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(/cut off or damaged/)])
    expect(CATALOGUE_FILES.map(name => readFileSync(at(`out/${name}`)))).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv.gz', 'out'])
  })

  it('leaves the old catalogue as it was when it is interrupted', async () => {
    await importCommand.run([write('a.csv', CSV), '--out', at('out')])
    const before = readFileSync(at('out/hot.bin'))
    stdout = ''
    const long = write('long.csv', `标准号,名称\n${Array.from({ length: 30_000 }, (_, i) => `GB/T ${i + 1}-2020,甲`).join('\n')}`)
    const running = importCommand.run([long, '--out', at('out')])
    setTimeout(() => process.emit('SIGINT'), 150)
    expect(await running).toBe(1)
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(/was cancelled/)])
    expect(readFileSync(at('out/hot.bin'))).toEqual(before)
  })

  it('never takes a folder that holds other things, and brings back what a broken-off swap left aside', async () => {
    expect(await importCommand.run([write('a.csv', CSV), '--out', folder])).toBe(1)
    expect(stderr).toMatch(/holds a\.csv/)
    await importCommand.run([at('a.csv'), '--out', at('out')])
    renameSync(at('out'), at('out.before'))
    expect(await checkFolder(at('out'))).toBeNull()
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'out'])
  })

  const DATA = resolve(import.meta.dirname, '../../../shared/data')
  it.skipIf(!existsSync(DATA))('reads the real catalogues, every row accounted for', async () => {
    expect(await importCommand.run([...['iso', 'iec', 'jis', 'oiml', 'gb'].map(name => join(DATA, `${name}.ndjson.gz`)), '--out', at('out')])).toBe(0)
    const { read, kept, merged, refused } = answer()
    expect(read).toBe(118_079)
    expect(kept + merged + refused).toBe(read)
    expect(refused).toBeLessThanOrEqual(60)
    expect(meta()).toMatchObject({ records: kept })
  }, 300_000)
})
