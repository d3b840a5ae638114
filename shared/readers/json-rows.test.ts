import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAPS } from './caps.ts'
import { jsonArrayParser } from './json-array.ts'
import { jsonLinesParser } from './json-lines.ts'
import type { RowParser } from './row-parser.ts'

const rowsOf = (parser: RowParser, pieces: string[]) => [...pieces.flatMap(piece => parser.push(piece)), ...parser.end()]
const pieces = (text: string, size: number): string[] => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
const objects = fc.array(fc.dictionary(fc.string({ maxLength: 5 }).filter(key => key !== '__proto__'), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 6 })
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('rows of json', () => {
  it('reads one object a line, cut anywhere', () => {
    fc.assert(fc.property(objects, fc.integer({ min: 1, max: 50 }), (rows, size) => {
      const text = rows.map(row => JSON.stringify(row)).join('\n')
      expect(rowsOf(jsonLinesParser(), pieces(text, size)).map(row => row.cells)).toEqual(plain(rows))
    }))
  })

  it('reads an array of objects, indented or not, bare or inside an object, cut anywhere', () => {
    fc.assert(fc.property(objects, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 2), fc.boolean(), (rows, size, indent, wrapped) => {
      const text = JSON.stringify(wrapped ? { made: 'today', tags: ['a'], rows, more: [{ not: 'a row' }] } : rows, null, indent)
      expect(rowsOf(jsonArrayParser('f'), pieces(text, size)).map(row => row.cells)).toEqual(plain(rows))
    }))
  })

  it('refuses a broken line and reads on', () => {
    expect(rowsOf(jsonLinesParser(), ['{"a":1}\n{"a":\n\n[1]\n{"a":2}']).map(({ line, raw, fault }) => [line, raw, fault?.code])).toEqual([
      [1, '{"a":1}', undefined], [2, '{"a":', 'json'], [4, '[1]', 'json'], [5, '{"a":2}', undefined],
    ])
  })

  it('refuses a broken object of an array and reads on', () => {
    expect(rowsOf(jsonArrayParser('f'), ['[\n{"a":1},\n{"a":bad},\n{"a":2}\n]']).map(({ line, fault }) => [line, fault?.code])).toEqual([[2, undefined], [3, 'json'], [4, undefined]])
  })

  it.each([['[{"a":1},\n{"a":2', 2], ['[{"a":1},\n"x"]', 2], ['[{"a":1}]\n]', 2], ['{"rows":[{"a":1}\n', 2]])('says where %j breaks', (text, line) => {
    expect(() => rowsOf(jsonArrayParser('f'), [text])).toThrow(expect.objectContaining({ problem: { code: 'broken-json', file: 'f', line } }) as Error)
  })

  it('refuses characters that were no text, cells and lines beyond the caps', () => {
    const long = JSON.stringify({ a: 'x'.repeat(CAPS.cell + 1) })
    const endless = `{"a":"${'x'.repeat(CAPS.row)}"}`
    const found = rowsOf(jsonLinesParser(), pieces(`{"a":"\uFFFD"}\n${long}\n${endless}\n{"a":1}\n${endless}`, 100_000))
    expect(found.map(({ line, fault }) => [line, fault?.code])).toEqual([[1, 'characters'], [2, 'cell-too-long'], [3, 'row-too-long'], [4, undefined], [5, 'row-too-long']])
  })
})
