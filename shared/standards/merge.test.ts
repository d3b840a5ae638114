import { describe, expect, it } from 'vitest'
import { mergeStandard } from './merge.ts'
import { identify } from './number.ts'
import type { Standard } from './standard.ts'

const row = (source: string, more: Partial<Standard> = {}): Standard => {
  const { number, key, recognised, year, kind } = identify('ISO/IEC 17025:2017')!
  return { number, key, recognised, year, kind, titles: {}, word: null, replaces: [], replacedBy: [], adopts: [], ics: [], ccs: [], sources: [{ name: source }], ...more }
}

describe('two sources of one number', () => {
  it('the first decides, gaps are filled, and differences are told', () => {
    const held = row('iso.ndjson', { titles: { en: 'General requirements' }, word: 'current', published: '2017-11', committee: 'ISO/CASCO', ics: ['03.120.20'] })
    const merged = mergeStandard(held, row('iec.ndjson', { titles: { en: 'Requirements', fr: 'Exigences' }, word: 'replaced', printed: 'REPLACED', published: '2018-01-02', withdrawn: '2025-01-01', ics: ['03.120.20', '19.020'], edition: '3' }))
    expect(merged).toBe(held)
    expect(merged).toMatchObject({ titles: { en: 'General requirements', fr: 'Exigences' }, word: 'current', published: '2017-11', withdrawn: '2025-01-01', ics: ['03.120.20', '19.020'], edition: '3' })
    expect(merged.differs).toEqual([
      { field: 'titles.en', source: 'iec.ndjson', value: 'Requirements' },
      { field: 'status', source: 'iec.ndjson', value: 'REPLACED' },
      { field: 'published', source: 'iec.ndjson', value: '2018-01-02' },
    ])
    expect(merged.sources.map(s => s.name)).toEqual(['iso.ndjson', 'iec.ndjson'])
  })

  it('a more exact date within the held one is taken over, a looser one is no difference', () => {
    expect(mergeStandard(row('a', { published: '2017-11' }), row('b', { published: '2017-11-29' }))).toMatchObject({ published: '2017-11-29' })
    const exact = mergeStandard(row('a', { published: '2017-11-29' }), row('b', { published: '2017' }))
    expect(exact.published).toBe('2017-11-29')
    expect(exact.differs).toBeUndefined()
  })

  it('spaces, case and signs make no other title', () => {
    expect(mergeStandard(row('a', { titles: { en: 'Testing – Part 1: General' } }), row('b', { titles: { en: 'Testing - Part 1 : general' } })).differs).toBeUndefined()
  })

  it('unites relations; a part against the whole is told', () => {
    const merged = mergeStandard(row('a', { replaces: [{ number: 'GB 1-2000', part: false }] }), row('b', { replaces: [{ number: 'GB 1-2000', part: true }, { number: 'GB 2-2000', part: false }] }))
    expect(merged.replaces).toEqual([{ number: 'GB 1-2000', part: false }, { number: 'GB 2-2000', part: false }])
    expect(merged.differs).toEqual([{ field: 'replaces', source: 'b', value: 'GB 1-2000 (part)' }])
  })

  it('a degree fills a missing one, and another one is told', () => {
    const iso = { number: 'ISO 9001:2015', degree: null }
    const merged = mergeStandard(mergeStandard(row('a', { adopts: [iso] }), row('b', { adopts: [{ ...iso, degree: 'IDT' }] })), row('c', { adopts: [{ ...iso, degree: 'MOD' }] }))
    expect(merged.adopts).toEqual([{ number: 'ISO 9001:2015', degree: 'IDT' }])
    expect(merged.differs).toEqual([{ field: 'adopts', source: 'c', value: 'ISO 9001:2015 MOD' }])
  })

  it('the same row twice changes nothing', () => {
    const once = row('a', { titles: { zh: '要求' }, word: 'current', published: '2017', ics: ['03.120.20'], remarks: ['停止下载文本'] })
    expect(mergeStandard(structuredClone(once), structuredClone(once))).toEqual(once)
  })
})
