import { describe, expect, it } from 'vitest'
import { identify } from '../number.ts'
import type { Standard } from '../standard.ts'
import { buildSegment } from './build.ts'
import { openCold } from './cold.ts'
import { detailOf } from './detail.ts'
import { openRecords } from './records.ts'
import { openSearcher } from './search.ts'

const standard = (number: string, facts: Partial<Standard>): Standard => ({ ...identify(number)!, titles: { zh: `${number}的名称` }, word: null, replaces: [], replacedBy: [], ics: [], ccs: [], sources: [], ...facts })
const full = (number: string) => ({ number, part: false })

const standards = [
  standard('GB/T 100-1990', { published: '1990-03', effective: '1990-10-01', replacedBy: [full('GB/T 100-2005')], ics: ['59.080.01'] }),
  standard('GB/T 100-2005', { published: '2005-06-01', effective: '2005-12-01', replaces: [full('GB/T 100-1990'), full('GB 77-1985'), { number: 'FZ/T 9-1999', part: true }], adopts: [{ number: 'ISO 7:2004', degree: 'MOD' }], ics: ['59.080.01'] }),
  standard('GB/T 100-2026', { published: '2026-05-01', effective: '2027-01-01', replaces: [full('GB/T 100-2005')], ics: ['59.080.01'] }),
  standard('FZ/T 9-1999', { published: '1999-01-01' }),
  standard('ISO 7:2004', { published: '2004-02', ics: ['59.080.01'], titles: { en: 'Textiles' } }),
  standard('ISO 8:2010', { published: '2010-02', ics: ['59.080.01', '01.040'], word: 'withdrawn', withdrawn: '2020-01-01', titles: { en: 'Old textiles' } }),
  standard('ISO 9:2010', { published: '2010-02', ics: ['59.080.30'], titles: { en: 'Other' } }),
]

const { hot, cold } = buildSegment({ standards, meta: { date: '2026-11-01', built: '', records: standards.length, origin: 'import', sources: [], tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 } } })
const opened = openSearcher(hot, '2026-11-25')
if (!opened.ok) throw new Error(opened.problem.code)
const searcher = opened.value
const rows = openCold(cold, searcher.build)
if (!rows.ok) throw new Error(rows.problem.code)
searcher.useCold(rows.value)
const records = openRecords(searcher, rows.value)
const detail = (number: string, day = '2026-11-25') => detailOf(searcher, records, number, day)!

describe('the page of a standard', () => {
  it('has the whole record and its status on the day', () => {
    expect(detail('GB/T 100-2005').standard).toEqual(standards[1])
    expect(detail('GB/T 100-2005').derived.status).toBe('current')
    expect(detail('GB/T 100-2005', '2027-01-01').derived.status).toBe('replaced')
    expect(detail('GB/T 100-1990', '1990-05-01').derived.status).toBe('upcoming')
    expect(detailOf(searcher, records, 'GB/T 100-1991', '2026-11-25')).toBeNull()
  })

  it('has the line of editions, newest first, with from and until', () => {
    expect(detail('GB/T 100-1990').editions.map(({ number, held, from, until, derived }) => [number, held, from, until, derived?.status ?? null])).toEqual([
      ['GB/T 100-2026', true, '2027-01-01', null, 'upcoming'],
      ['GB/T 100-2005', true, '2005-12-01', '2027-01-01', 'current'],
      ['GB/T 100-1990', true, '1990-10-01', '2005-12-01', 'replaced'],
    ])
    expect(detail('GB/T 100-1990').editions.map(edition => edition.title)).toContain('GB/T 100-2026的名称')
  })

  it('tells what it took in from other lines and who takes part of it', () => {
    expect(detail('GB/T 100-2005')).toMatchObject({ replacedFull: ['GB 77-1985'], replacedPart: ['FZ/T 9-1999'], partlyReplacedBy: [] })
    expect(detail('FZ/T 9-1999').partlyReplacedBy).toEqual([{ number: 'GB/T 100-2005', from: '2005-12-01', held: true }])
  })

  it('tells who adopts it and which international standards have its ICS code', () => {
    expect(detail('ISO 7:2004').adoptedBy).toEqual(['GB/T 100-2005'])
    expect(detail('GB/T 100-2005').sameIcs.map(hit => hit.number)).toEqual(['ISO 7:2004', 'ISO 8:2010'])
    expect(detail('ISO 7:2004').sameIcs.map(hit => hit.number)).toEqual(['ISO 8:2010'])
  })
})
