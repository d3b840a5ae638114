import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionLine, isPlainEdition, type LineRow } from './editions.ts'
import { identify } from './number.ts'

const line = (number: string, rows: Record<string, { replaces?: string[]; part?: string[]; replacedBy?: string[] }>, withKey = false): string[] => {
  const all = new Map<string, LineRow>()
  for (const [name, { replaces = [], part = [], replacedBy = [] }] of Object.entries(rows)) {
    const { key, year } = identify(name)!
    all.set(name, { number: name, key, year, replaces: [...replaces.map(n => ({ number: n, part: false })), ...part.map(n => ({ number: n, part: true }))], replacedBy: replacedBy.map(n => ({ number: n, part: false })) })
  }
  return editionLine(number, n => all.get(n) ?? null, withKey ? key => [...all.values()].filter(row => row.key === key).map(row => row.number) : undefined)
}

describe('the line of editions', () => {
  const forging = {
    'GB 17120-2025': { replaces: ['GB 6077-1985', 'GB 17120-2012'], part: ['GB 26485-2011'] },
    'GB 17120-2012': { replaces: ['GB 17120-1997'], replacedBy: ['GB 17120-2025'] },
    'GB 17120-1997': { replacedBy: ['GB 17120-2012'] },
    'GB 6077-1985': { replacedBy: ['GB 17120-2025'] },
  }
  it('runs through the same standard, newest first, from any of its editions', () => {
    const editions = ['GB 17120-2025', 'GB 17120-2012', 'GB 17120-1997']
    for (const number of editions) expect(line(number, forging)).toEqual(editions)
  })

  it('goes on into another number where it is the only one', () => {
    expect(line('GB 6077-1985', forging)).toEqual(['GB 17120-2025', 'GB 6077-1985'])
    expect(line('GB/T 39367-2025', { 'GB/T 39367-2025': { replaces: ['GB/T 39367.1-2020'] }, 'GB/T 39367.1-2020': { replacedBy: ['GB/T 39367-2025'] } })).toEqual(['GB/T 39367-2025', 'GB/T 39367.1-2020'])
  })

  it('stops where several others were merged', () => {
    expect(line('GB 1-2020', { 'GB 1-2020': { replaces: ['GB 2-2010', 'GB 3-2010'] }, 'GB 2-2010': {}, 'GB 3-2010': {} })).toEqual(['GB 1-2020'])
  })

  it('names an edition that the catalogue does not hold', () => {
    expect(line('GB/T 18885-2002', { 'GB/T 18885-2002': { replacedBy: ['GB/T 18885-2009'] } })).toEqual(['GB/T 18885-2009', 'GB/T 18885-2002'])
  })

  it('takes held editions that no reference names, but not amendments and consolidations', () => {
    const iec = { 'IEC 60335-1:1991': {}, 'IEC 60335-1:2010': {}, 'IEC 60335-1:2001': {}, 'IEC 60335-1:2001/Amd 1:2004': {}, 'IEC 60335-1:2001+AMD1:2004 CSV': {} }
    expect(line('IEC 60335-1:2001', iec, true)).toEqual(['IEC 60335-1:2010', 'IEC 60335-1:2001', 'IEC 60335-1:1991'])
    expect(line('IEC 60335-1:2001/Amd 1:2004', iec, true)).toEqual(['IEC 60335-1:2001/Amd 1:2004'])
  })

  it('cuts circles', () => {
    const circle = { 'GB 1-2000': { replacedBy: ['GB 1-2005'], replaces: ['GB 1-2010'] }, 'GB 1-2005': { replacedBy: ['GB 1-2010'], replaces: ['GB 1-2000'] }, 'GB 1-2010': { replacedBy: ['GB 1-2000'], replaces: ['GB 1-2005'] } }
    for (const number of Object.keys(circle)) expect(new Set(line(number, circle)).size).toBe(line(number, circle).length)
  })

  it('never repeats and always holds itself, in any graph', () => {
    const number = fc.integer({ min: 0, max: 8 }).map(n => `GB ${1 + (n % 3)}-${2000 + Math.floor(n / 3)}`)
    const some = fc.array(number, { maxLength: 3 })
    fc.assert(fc.property(fc.dictionary(number, fc.record({ replaces: some, replacedBy: some, part: some })), number, (rows, from) => {
      const found = line(from, rows, true)
      expect(found).toContain(from)
      expect(new Set(found).size).toBe(found.length)
    }), { numRuns: 300 })
  })
})

it.each([
  ['GB/T 2912.1-2009', true], ['ISO 9001:2015', true], ['ISO 10303-1473:2018-11', true], ['JIS L 1096:2010', true],
  ['IEC 60335-1:2001/Amd 1:2001', false], ['IEC 60335-1:2001+AMD1:2004 CSV', false], ['IEC 60335-1:2020 RLV', false], ['GB 4943.1-2011/XG1-2017', false], ['ISO 10254', false], ['BS EN 71-3:2019+A1:2021', false],
])('%s is an edition itself: %s', (number, plain) => expect(isPlainEdition({ number, year: identify(number)!.year })).toBe(plain))
