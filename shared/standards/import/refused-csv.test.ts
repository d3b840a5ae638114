import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryFile } from '#shared/readers/input-file.ts'
import { lookAt } from '#shared/readers/look.ts'
import { refusedWords } from '#shared/words/reading.ts'
import { importFile, imported, lines, must } from './files.fixture.ts'
import { refusedCsv } from '#shared/readers/refused-csv.ts'

describe('the list of refused rows', () => {
  it('is mended and imported again, with all that the rows had', async () => {
    const wild = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', ';', '=', '\n', "'", '-', '@', '+') })
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ titleZh: wild.map(text => `名${text}称`), note: wild.map(text => `${text}注`), ics: fc.constantFrom(['59.080.30'], ['01.120', '13.280']) }), { minLength: 1, maxLength: 8 }), async rows => {
      const first = await imported({ a: lines({ number: 'GB 1-2020' }, ...rows.map(row => ({ number: '待定', ...row }))) })
      expect(first.refused).toHaveLength(rows.length)
      const csv = refusedCsv(first.refused, ['number'], refusedWords('zh'))
      const mended = csv.split('待定,').map((piece, i) => (i === 0 ? piece : `GB/T ${i}-2021,${piece}`)).join('')
      const again = await imported({ 'refused.csv': mended })
      const whole = await imported({ a: lines(...rows.map((row, i) => ({ number: `GB/T ${i + 1}-2021`, ...row }))) })
      const facts = (outcome: typeof whole) => outcome.standards.map(standard => ({ ...standard, sources: [] }))
      expect(again.tallies).toMatchObject({ read: rows.length, kept: rows.length, refused: 0 })
      expect(facts(again)).toEqual(facts(whole))
    }), { numRuns: 40 })
  })

  it('has the columns of rows that could not be taken apart, file, line, reason and raw text', async () => {
    const { refused } = await imported({ 'a.csv': '标准号,名称\nGB 1-2020,甲\nGB 2-2020,乙,丙\n"GB 3-2020,丁\n' })
    const look = must(await lookAt(memoryFile('r.csv', refusedCsv(refused, ['标准号', '名称'], refusedWords('zh')))))
    expect(look.encoding).toBe('utf-8')
    expect(look.columns.map(column => column.name)).toEqual(['标准号', '名称', '拒收·文件', '拒收·行号', '拒收·原因', '拒收·原文'])
    expect(look.sample.map(row => Object.values(row.cells))).toEqual([
      ['GB 2-2020', '乙', 'a.csv', '3', '有 3 个单元格，只有 2 列，分不清各值属于哪一列', 'GB 2-2020,乙,丙'],
      ['', '', 'a.csv', '4', '引号没有配对', '"GB 3-2020,丁'],
    ])
    const { mapping } = await importFile('r.csv', refusedCsv(refused, ['标准号', '名称'], refusedWords('en')))
    expect(Object.values(mapping)).toEqual(['number', 'titleZh', null, null, null, null])
  })
})
