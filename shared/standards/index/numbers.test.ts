import { describe, expect, it } from 'vitest'
import { identify } from '../number.ts'
import { numberKeys } from './number-keys.ts'
import type { Answer, Hit, Query } from '../query.ts'
import type { Standard } from '../standard.ts'
import { buildSegment } from './build.ts'
import { openCold } from './cold.ts'
import { openSearcher, type Searcher } from './search.ts'

const TITLE = '纺织品 甲醛的测定 第1部分:游离和水解的甲醛(水萃取法)'
const held: [number: string, title: string, word?: 'withdrawn'][] = [
  ['GB/T 2912.1-2009', TITLE], ['GB/T 2912.1-1998', TITLE, 'withdrawn'], ['GB/T 2912.2-2009', '纺织品 甲醛的测定 第2部分'], ['GB/T 29121-2012', '别的标准'],
  ['GB 3102.11-1993', '物理科学和技术中使用的数学符号'], ['GB 18401-2010', '国家纺织产品基本安全技术规范'], ['FZ/T 73020-2019', '针织休闲服装'], ['DB33/T 1234-2020', '地方标准'], ['T/ZZB 0015-2015', '团体标准'],
  ['ISO 9001:2015', 'Quality management systems'], ['ISO 9001:2008', 'Quality management systems', 'withdrawn'], ['ISO 9001:2015/Amd 1:2024', 'Climate action changes'], ['ISO 90010:2020', 'Another'],
  ['ISO/IEC 17025:2017', 'General requirements for the competence'], ['ISO/TS 16949:2009', 'Automotive'], ['ISO 105-C06:2010', 'Colour fastness'], ['IEC 60335-1:2020', 'Household appliances'], ['IEC 60335-1:2010+AMD1:2013 CSV', 'Household appliances'],
  ['JIS L 1041:2011', '樹脂加工織物'], ['BS EN 71-3:2019+A1:2021', 'Safety of toys'], ['ASTM E8/E8M-22', 'Tension testing'], ['ISO/IEC Guide 98-3:2008', 'Uncertainty'],
]

const standards = held.map(([number, title, word]): Standard => {
  const identity = identify(number)!
  return { ...identity, titles: { [/[a-z]/.test(title) ? 'en' : 'zh']: title }, word: word ?? 'current', published: `${identity.year ?? 2000}-01-01`, replaces: [], replacedBy: [], ics: [], ccs: [], sources: [] }
})

const open = (): Searcher => {
  const { hot, cold } = buildSegment({ standards, meta: { date: '2026-11-01', built: '', records: standards.length, origin: 'import', sources: [], tallies: { read: 0, kept: 0, merged: 0, refused: 0, repaired: 0 } } })
  const searcher = openSearcher(hot, '2026-11-25')
  if (!searcher.ok) throw new Error(searcher.problem.code)
  const rows = openCold(cold, searcher.value.build)
  if (rows.ok) searcher.value.useCold(rows.value)
  return searcher.value
}
const searcher = open()
const ask = (text: string): Hit[] => (searcher.search('t', { text, filters: {}, order: 'relevance', day: '2026-11-25' } satisfies Query, 50, () => 0) as Answer).hits

describe('the right record stands first', () => {
  it.each([
    ...['GB/T 2912.1-2009', 'gb/t 2912.1-2009', 'GBT2912.1-2009', 'gbt2912.1-2009', 'gb2912.1-2009', '2912.1-2009', '2912.1—2009', 'GB/T 2912.1—2009', 'GB/T 2912.1－2009', 'GB/T 2912.1–2009', 'GB/T 2912.1−2009', 'GB/T2912.1:2009', 'GB/T 2912.1：2009',
      'ＧＢ／Ｔ　２９１２．１－２００９', '  GB/T 2912.1-2009  ', 'GB T 2912.1-2009', 'GB/T 2912.1 - 2009', 'GB/T 2912.1 2009', 'GB/T 2912.1-2009。', 'GB/T 2912.1', 'gbt2912.1', '2912.1', 'gb2912.1', 'gb 2912.1', '2912', 'gbt 2912',
      `GB/T 2912.1-2009 ${TITLE}`, `GB/T 2912.1-2009《${TITLE}》`, `《${TITLE}》GB/T 2912.1-2009`, `GB/T 2912.1-2009${TITLE}`, `GB/T 2912.1-2009《纺织品甲醛测定》的要求`, 'GB/T 2912.1《纺织品', '按 GB/T 2912.1-2009', 'GB/T 2912.1-2009/ISO 14184-1:2011', '"GB/T 2912.1-2009"', 'GB/T 2912.1一2009',
    ].map(text => [text, 'GB/T 2912.1-2009']),
    ['gbt2912.1-1998', 'GB/T 2912.1-1998'], ['GB 3102.11-93', 'GB 3102.11-1993'], ['gb3102.11', 'GB 3102.11-1993'], ['3102.11-93', 'GB 3102.11-1993'], ['gb/t 18401', 'GB 18401-2010'],
    ['fzt73020', 'FZ/T 73020-2019'], ['fz73020-2019', 'FZ/T 73020-2019'], ['db33t1234', 'DB33/T 1234-2020'], ['DB33 1234', 'DB33/T 1234-2020'], ['DB 33/T 1234-2020', 'DB33/T 1234-2020'], ['tzzb0015', 'T/ZZB 0015-2015'], ['zzb 0015-2015', 'T/ZZB 0015-2015'],
    ['iso 9001', 'ISO 9001:2015'], ['ISO9001:2015', 'ISO 9001:2015'], ['iso 9001-2015', 'ISO 9001:2015'], ['ISO 9001：2015', 'ISO 9001:2015'], ['9001', 'ISO 9001:2015'], ['iso 9001 2008', 'ISO 9001:2008'], ['iso 9001:2015/amd 1', 'ISO 9001:2015/Amd 1:2024'], ['iso 9001:2015/amd1:2024', 'ISO 9001:2015/Amd 1:2024'],
    ['iso 17025', 'ISO/IEC 17025:2017'], ['iec 17025:2017', 'ISO/IEC 17025:2017'], ['isoiec17025', 'ISO/IEC 17025:2017'], ['ISO/IEC 17025-2017', 'ISO/IEC 17025:2017'], ['ts 16949', 'ISO/TS 16949:2009'], ['iso 16949', 'ISO/TS 16949:2009'], ['iso ts 16949', 'ISO/TS 16949:2009'],
    ['iso 105-c06', 'ISO 105-C06:2010'], ['105-c06', 'ISO 105-C06:2010'], ['iec60335-1', 'IEC 60335-1:2020'], ['iec 60335-1:2010+amd1:2013 csv', 'IEC 60335-1:2010+AMD1:2013 CSV'], ['jis l 1041', 'JIS L 1041:2011'], ['jisl1041', 'JIS L 1041:2011'], ['l1041', 'JIS L 1041:2011'], ['L 1041', 'JIS L 1041:2011'],
    ['en 71-3', 'BS EN 71-3:2019+A1:2021'], ['bs en 71-3:2019', 'BS EN 71-3:2019+A1:2021'], ['astm e8', 'ASTM E8/E8M-22'], ['e8-22', 'ASTM E8/E8M-22'], ['ASTM E8/E8M-22', 'ASTM E8/E8M-22'], ['guide 98-3', 'ISO/IEC Guide 98-3:2008'], ['iso guide 98-3', 'ISO/IEC Guide 98-3:2008'],
  ])('%s', (text, number) => {
    expect(ask(text)[0]?.number).toBe(number)
  })

  it.each(['GB/T 2912.1-2009', 'gbt2912.1-2009', 'ISO 9001:2015', 'iso/iec 17025:2017', 'JIS L 1041:2011', 'GB/T 2912.1—2009', '2912.1-2009', 'iso 9001 2015', 'T/ZZB 0015-2015'])('is among the rows at every key of %s', text => {
    const last = ask(text)[0].number
    for (let length = 1; length <= text.length; length++) expect(ask(text.slice(0, length)).map(hit => hit.number), text.slice(0, length)).toContain(last)
  })

  it('marks what was hit', () => {
    const marked = (text: string): string => {
      const [hit] = ask(text)
      const parts = (of: string, marks: [number, number][]): string => marks.map(([start, end]) => of.slice(start, end)).join('|')
      return `${parts(hit.number, hit.numberMarks)} ${parts(hit.title, hit.titleMarks)}`
    }
    expect(marked('iso 9001:20')).toBe('ISO 9001:20 ')
    expect(marked('甲醛的测定第')).toBe(' 甲醛的测定 第')
    expect(marked('萃取 甲醛')).toBe(' 甲醛|甲醛|萃取')
    expect(marked('gb2912.1')).toBe('2912.1 ')
    expect(marked('gb/t 2912.1')).toBe('GB/T 2912.1 ')
    expect(marked('qual sys')).toBe(' Qual|sys')
  })

  it('in force first when the year is left out', () => {
    expect(ask('iso 9001').map(hit => hit.number)).toEqual(['ISO 9001:2015', 'ISO 9001:2015/Amd 1:2024', 'ISO 9001:2008', 'ISO 90010:2020'])
  })

  it('folds traditional and Japanese forms', () => {
    expect(ask('樹脂加工织物')[0]?.number).toBe('JIS L 1041:2011')
    expect(ask('紡織品甲醛的測定 第1部分').map(hit => hit.number)).toContain('GB/T 2912.1-2009')
  })
})

describe('keys of a number', () => {
  it.each([
    ['GB/T 2912.1-2009', ['gbt2912.1-2009', 'gb2912.1-2009', '2912.1-2009']],
    ['ISO/IEC 17025:2017', ['isoiec17025-2017', 'iso17025-2017', 'iec17025-2017', '17025-2017']],
    ['ASTM E8/E8M-22', ['astme8e8m-22', 'e8e8m-22', 'astme8-22', 'e8-22']],
    ['ISO 9001:2015/Amd 1:2024', ['iso9001-2015amd1-2024', '9001-2015amd1-2024']],
  ])('%s', (number, keys) => {
    expect(numberKeys(identify(number)!).map(key => key.text)).toEqual(keys)
  })
})
