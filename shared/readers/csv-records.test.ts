import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAPS } from './caps.ts'
import { CsvRecords } from './csv-records.ts'
import type { Delimiter } from './file.ts'

const records = (text: string, delimiter: Delimiter = ',') => {
  const parser = new CsvRecords(delimiter)
  return [...parser.push(text), ...parser.end()]
}
const cells = (text: string, delimiter?: Delimiter) => records(text, delimiter).map(record => record.cells)

describe('csv records', () => {
  it('reads what was written, cut anywhere, with any delimiter and line break', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', ';', '\t', '\n', ' ', 'é') })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }).filter(row => row.some(each => each.trim() !== '')), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(table, fc.constantFrom<Delimiter[]>(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(200)), (rows, delimiter, newline, cuts) => {
      const text = rows.map(row => row.map(each => `"${each.replaceAll('"', '""')}"`).join(delimiter)).join(newline)
      const parser = new CsvRecords(delimiter)
      const found = cutAt(text, cuts).flatMap(piece => parser.push(piece))
      expect([...found, ...parser.end()].map(record => record.cells)).toEqual(rows)
    }))
  })

  it('says the same whether the text comes at once or in pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' '), maxLength: 60 })
    fc.assert(fc.property(text, fc.array(fc.nat(60)), (whole, cuts) => {
      const parser = new CsvRecords(',')
      const found = cutAt(whole, cuts).flatMap(piece => parser.push(piece))
      expect([...found, ...parser.end()]).toEqual(records(whole))
    }), { numRuns: 500 })
  })

  it('counts lines through line breaks in quotes and blank lines', () => {
    expect(records('a,b\n\n"x\ny",1\n\r\nz,2').map(({ line, raw }) => [line, raw])).toEqual([[1, 'a,b'], [3, '"x\ny",1'], [6, 'z,2']])
  })

  it('takes marks inside a cell as they stand', () => {
    expect(cells('a"b,c\n"智能"家电,x\n5" 管,y')).toEqual([['a"b', 'c'], ['"智能"家电', 'x'], ['5" 管', 'y']])
  })

  it('loses one line, not the file, to a mark that never closes', () => {
    const found = records('a,b\n"open,1\nc,2\nd,3\n')
    expect(found.map(({ cells: values, fault }) => fault?.code ?? values.join())).toEqual(['a,b', 'unclosed-quote', 'c,2', 'd,3'])
    expect(found[1]).toMatchObject({ line: 2, raw: '"open,1' })
  })

  it('goes on behind an open mark as soon as no cell could be that long', () => {
    const parser = new CsvRecords(',')
    const found = parser.push(`"open,1\n${'c,2\n'.repeat(CAPS.cell)}`)
    expect(found[0]).toMatchObject({ line: 1, fault: { code: 'unclosed-quote' } })
    expect(found).toHaveLength(CAPS.cell + 1)
  })

  it('passes over a line beyond the cap without keeping it', () => {
    const parser = new CsvRecords(',')
    const piece = 'x'.repeat(CAPS.row / 2)
    const found = [...parser.push('a,b\n'), ...parser.push(piece), ...parser.push(piece), ...parser.push(piece), ...parser.push(`${piece}\nc,d\n`), ...parser.end()]
    expect(found.map(({ line, fault }) => [line, fault?.code])).toEqual([[1, undefined], [2, 'row-too-long'], [3, undefined]])
    expect(found[1].fault).toMatchObject({ length: CAPS.row * 2 })
  })
})

const cutAt = (text: string, cuts: number[]): string[] => {
  const points = [0, ...cuts.map(cut => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return points.slice(1).map((point, i) => text.slice(points[i], point))
}
