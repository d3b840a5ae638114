import { gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encoded } from './encoded.fixture.ts'
import type { Encoding, FileLook, RawRow } from './file.ts'
import { memoryFile } from './input-file.ts'
import { lookAt } from './look.ts'
import { readRows } from './read.ts'
import { textRow, workbook } from './workbook.fixture.ts'

const CSV = '标准号,名称\nGB/T 2912.1-2009,纺织品 甲醛的测定\nGB 18401-2010,国家纺织产品基本安全技术规范\n'
const ROWS = [{ 标准号: 'GB/T 2912.1-2009', 名称: '纺织品 甲醛的测定' }, { 标准号: 'GB 18401-2010', 名称: '国家纺织产品基本安全技术规范' }]

const look = async (name: string, bytes: Uint8Array | string): Promise<FileLook> => {
  const found = await lookAt(memoryFile(name, bytes))
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.value
}
const problem = async (name: string, bytes: Uint8Array | string) => {
  const found = await lookAt(memoryFile(name, bytes))
  return found.ok ? found.value.format : found.problem
}
const read = async (name: string, bytes: Uint8Array | string): Promise<RawRow[]> => {
  const rows: RawRow[] = []
  for await (const batch of readRows(memoryFile(name, bytes), await look(name, bytes))) {
    if (!batch.ok) throw new Error(JSON.stringify(batch.problem))
    rows.push(...batch.value)
  }
  return rows
}

describe('formats are known by content', () => {
  it.each<[string, string | Uint8Array, Partial<FileLook>]>([
    ['csv', CSV, { format: 'csv', encoding: 'utf-8', delimiter: ',' }],
    ['csv with mark', `\uFEFF${CSV}`, { format: 'csv', encoding: 'utf-8' }],
    ['csv in GB 18030', encoded(CSV, 'gb18030'), { format: 'csv', encoding: 'gb18030' }],
    ['csv in UTF-16', encoded(CSV, 'utf-16le'), { format: 'csv', encoding: 'utf-16le' }],
    ['csv in UTF-16, other way', encoded(CSV, 'utf-16be'), { format: 'csv', encoding: 'utf-16be' }],
    ['csv by semicolons', CSV.replaceAll(',', ';'), { format: 'csv', delimiter: ';' }],
    ['csv by tabs', CSV.replaceAll(',', '\t'), { format: 'csv', delimiter: '\t' }],
    ['csv with Windows line ends', CSV.replaceAll('\n', '\r\n'), { format: 'csv' }],
    ['packed csv', gzipSync(encoded(CSV, 'gb18030')), { format: 'csv', gzip: true, encoding: 'gb18030' }],
    ['ndjson', ROWS.map(row => JSON.stringify(row)).join('\n'), { format: 'ndjson' }],
    ['packed ndjson', gzipSync(encoded(ROWS.map(row => JSON.stringify(row)).join('\n'), 'utf-8')), { format: 'ndjson', gzip: true }],
    ['json', JSON.stringify(ROWS), { format: 'json' }],
    ['indented json', JSON.stringify(ROWS, null, 2), { format: 'json' }],
    ['wrapped json', JSON.stringify({ made: '2026-11-20', rows: ROWS }), { format: 'json' }],
    ['wrapped and indented json', JSON.stringify({ rows: ROWS }, null, 2), { format: 'json' }],
    ['workbook', workbook({ 目录: textRow(1, '标准号', '名称') + ROWS.map((row, i) => textRow(i + 2, row.标准号, row.名称)).join('') }), { format: 'xlsx', sheet: '目录' }],
  ])('%s', async (_, bytes, expected) => {
    const found = await look('anything.bin', bytes)
    expect(found).toMatchObject({ ...expected, rows: { count: 2, exact: true } })
    expect(found.columns.map(column => column.name)).toEqual(['标准号', '名称'])
    expect((await read('anything.bin', bytes)).map(row => row.cells)).toEqual(ROWS)
  })

  it('keeps a single row of ndjson apart from a wrapping', async () => {
    expect((await look('a', '{"number":"OIML R 1 (E)","title":"a long enough title","related":[{"type":"instanceOf"}]}')).format).toBe('ndjson')
  })
})

describe('columns', () => {
  it('passes over a heading, names the nameless, tells samples', async () => {
    const found = await look('a.csv', '国家标准目录（2026年11月）,,\n标准号,名称,\nGB 1-2020,甲,x\nGB 2-2020,甲,\n')
    expect(found.headerLine).toBe(2)
    expect(found.columns).toEqual([{ name: '标准号', samples: ['GB 1-2020', 'GB 2-2020'], filled: 2 }, { name: '名称', samples: ['甲'], filled: 2 }, { name: '#3', samples: ['x'], filled: 1 }])
    expect(found.rows.count).toBe(2)
  })

  it('goes without a header where the first line is data', async () => {
    const found = await look('a.csv', 'GB 1-2020,甲\nGB 2-2020,乙\n')
    expect([found.headerLine, found.columns.map(column => column.name), found.sample.length]).toEqual([null, ['#1', '#2'], 2])
  })

  it('refuses a row with more cells than columns, takes one with fewer', async () => {
    const rows = await read('a.csv', '标准号,名称\nGB 1-2020,甲,乙\nGB 2-2020\nGB 3-2020,丙,,\n')
    expect(rows.map(row => row.fault)).toEqual([{ code: 'extra-cells', expected: 2, found: 3 }, undefined, undefined])
  })

  it('undoes what a spreadsheet puts before a text', async () => {
    expect((await read('a.csv', `号,名\n"=""01.120""",'=甲\n`))[0].cells).toEqual({ 号: '01.120', 名: '=甲' })
  })
})

describe('each broken file has its problem', () => {
  const gz = gzipSync(encoded(CSV.repeat(200), 'utf-8'))
  const book = workbook({ A: textRow(1, '标准号') + textRow(2, 'GB 1-2020') })
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty-file'],
    ['blanks', ' \n\n ', 'empty-file'],
    ['packed nothing', gzipSync(new Uint8Array()), 'empty-file'],
    ['a header alone', '标准号,名称\n', 'no-rows'],
    ['an empty array', '[]', 'no-rows'],
    ['bytes', new Uint8Array([0, 1, 2, 3, 0, 255, 254]), 'unknown-format'],
    ['a pdf', '%PDF-1.7\n%abc\n', 'unknown-format'],
    ['an archive that is no workbook', workbook({}, { 'xl/workbook.xml': null, 'word/document.xml': '<a/>' }), 'unknown-format'],
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'old-excel'],
    ['a cut gzip', gz.subarray(0, gz.length >> 1), 'damaged-gzip'],
    ['a spoilt gzip', gz.map((byte, i) => (i > 40 && i < 60 ? byte ^ 0x55 : byte)), 'damaged-gzip'],
    ['a cut workbook', book.subarray(0, book.length - 30), 'damaged-workbook'],
    ['a workbook with a spoilt sheet', workbook({ A: '' }, { 'xl/worksheets/s1.xml': '<worksheet><sheetData><row r="1"><c' }), 'damaged-workbook'],
    ['a workbook without sheets', workbook({}), 'no-sheet'],
    ['an empty sheet', workbook({ A: '' }), 'no-rows'],
    ['Big5', encoded('編號,名稱\nGB 1-2020,紡織品甲醛的測定第一部分遊離和水解的甲醛水萃取法國家機器人\n', 'big5'), 'wrong-encoding'],
    ['a cut json', '[{"a":1},{"a":', 'broken-json'],
  ])('%s', async (_, bytes, code) => {
    expect(await problem('f', bytes)).toMatchObject({ code, file: 'f' })
  })
})

describe('reading', () => {
  it('refuses damaged characters row by row', async () => {
    const bytes = encoded(`a,b\n${'标准,目录\n'.repeat(60)}`, 'utf-8')
    bytes[5] = 0xff
    expect((await read('f', bytes)).map(row => row.fault?.code).filter(Boolean)).toEqual(['characters'])
  })

  it.each<Encoding>(['utf-8', 'gb18030', 'utf-16le'])('decodes %s over the borders of chunks', async encoding => {
    const text = `标准号,名称\n${'GB 1-2020,纺织品甲醛的测定\n'.repeat(20_000)}`
    const rows = await read('f', encoded(text, encoding))
    expect(rows).toHaveLength(20_000)
    expect(rows.every(row => row.cells['名称'] === '纺织品甲醛的测定' && !row.fault)).toBe(true)
  }, 60_000)

  it('stops when it is cancelled', async () => {
    const file = memoryFile('f', `a,b\n${'1,2\n'.repeat(500_000)}`)
    const found = await lookAt(file)
    const abort = new AbortController()
    const batches = []
    for await (const batch of readRows(file, (found as { value: FileLook }).value, { signal: abort.signal })) {
      batches.push(batch)
      abort.abort()
    }
    expect(batches.map(batch => batch.ok)).toEqual([true, false])
    expect(batches[1]).toEqual({ ok: false, problem: { code: 'cancelled' } })
  })
})
