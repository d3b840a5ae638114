import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '#shared/lib/dates.ts'
import { identify } from './number.ts'
import { resolveRelations, type Resolved } from './relations.ts'
import type { Standard } from './standard.ts'
import { deriveStatus, NONE, type Derived } from './status.ts'

type Given = Partial<Pick<Standard, 'word' | 'published' | 'effective' | 'withdrawn'>> & { replaces?: string[]; part?: string[]; replacedBy?: string[] }

const row = (text: string, { word = 'current', replaces = [], part = [], replacedBy = [], ...dates }: Given = {}): Standard => {
  const { number, key, recognised, year, kind } = identify(text)!
  return { number, key, recognised, year, kind, titles: {}, word, ...dates, replaces: [...replaces.map(n => ({ number: n, part: false })), ...part.map(n => ({ number: n, part: true }))], replacedBy: replacedBy.map(n => ({ number: n, part: false })), adopts: [], ics: [], ccs: [], sources: [] }
}
const resolve = (...rows: Standard[]): Resolved & { status(number: string, day?: string): Derived } => {
  const resolved = resolveRelations(rows)
  return { ...resolved, status: (number, day = '2026-11-24') => deriveStatus(resolved.facts(resolved.position(number)), dayNumber(day), dayNumber('2026-11-20')) }
}

describe('both directions', () => {
  it('unites what either side says, and keeps what is partial', () => {
    const found = resolve(
      row('GB 17120-2025', { word: 'upcoming', published: '2025-10-05', effective: '2026-05-01', replaces: ['GB 17120-2012'], part: ['GB 26485-2011'] }),
      row('GB 17120-2012', { published: '2012-11-05', effective: '2013-10-01' }),
      row('GB 26485-2011', { published: '2011-05-12', effective: '2012-05-01' }),
      row('GB 10035-2006', { word: 'withdrawn', published: '2006-03-13', replacedBy: ['GB 10035-2017'] }),
      row('GB 10035-2017', { published: '2017-12-29', effective: '2019-07-01' }),
    )
    expect(found.replacedBy(1)).toEqual([{ number: 'GB 17120-2025', part: false }])
    expect(found.replacedBy(2)).toEqual([{ number: 'GB 17120-2025', part: true }])
    expect(found.replaces(4)).toEqual([{ number: 'GB 10035-2006', part: false }])
    expect(found.successor(1)).toEqual({ number: 'GB 17120-2025', row: 0, from: '2026-05-01', inferred: false })
    expect(found.successor(2)).toBeNull()
    expect(found.status('GB 17120-2012')).toMatchObject({ status: 'replaced', reason: { code: 'successor', from: '2026-05-01' } })
    expect(found.status('GB 17120-2012', '2026-04-30').status).toBe('current')
    expect(found.status('GB 26485-2011')).toMatchObject({ status: 'partly', reason: { code: 'part-successor', from: '2026-05-01' } })
    expect(found.status('GB 17120-2025')).toMatchObject({ status: 'current', reason: { code: 'start-reached' } })
  })

  it('one side says the whole and the other a part: a part', () => {
    const found = resolve(row('GB 1-2020', { published: '2020-01-01', part: ['GB 2-2010'] }), row('GB 2-2010', { replacedBy: ['GB 1-2020'] }))
    expect(found.replacedBy(1)).toEqual([{ number: 'GB 1-2020', part: true }])
    expect(found.replaces(0)).toEqual([{ number: 'GB 2-2010', part: true }])
  })

  it('knows a number that only references name', () => {
    const found = resolve(row('GB/T 32444-2015', { published: '2015-12-31', effective: '2016-07-01', replacedBy: ['GB/T 32444-2026'] }))
    expect(found.successor(0)).toEqual({ number: 'GB/T 32444-2026', row: -1, from: null, inferred: false })
    expect(found.position('GB/T 32444-2026')).toBe(-1)
    expect(found.status('GB/T 32444-2015').status).toBe('current')
  })

  it('finds the edition that has turned from mandatory to recommended since', () => {
    const found = resolve(row('GB/T 3102.11-1993', { published: '1993-12-27' }), row('GB/T 3102.11-2020', { published: '2020-01-01', replaces: ['GB 3102.11-1993'] }))
    expect(found.replacedBy(0)).toEqual([{ number: 'GB/T 3102.11-2020', part: false }])
    expect(found.replaces(1)).toEqual([{ number: 'GB/T 3102.11-1993', part: false }])
  })
})

describe('what replaces nothing', () => {
  it('itself, and its own amendment', () => {
    const found = resolve(
      row('ISO 57:1975', { word: 'withdrawn', published: '1975-02', replacedBy: ['ISO 57:1975', 'ISO 57:1975/Amd 1:1996'] }),
      row('ISO 57:1975/Amd 1:1996', { published: '1975', replaces: ['ISO 57:1975'] }),
      row('IEC 60034-12:1980', { replacedBy: ['IEC 60034-12:1980+AMD1:1992 CSV'] }),
    )
    expect([found.replacedBy(0), found.replaces(1), found.replacedBy(2)]).toEqual([[], [], []])
  })

  it('a draft or an undated project', () => {
    const found = resolve(
      row('ISO 10254:2016', { published: '2016-07', replacedBy: ['ISO 10254', 'ISO/DIS 10254'] }),
      row('ISO 10254'),
      row('ISO/DIS 10254', { word: 'draft', published: '2016', replacedBy: ['ISO 10254:2016'] }),
    )
    expect(found.replacedBy(0)).toEqual([])
    expect(found.revisions(0).sort()).toEqual(['ISO 10254', 'ISO/DIS 10254'])
    expect(found.successor(0)).toBeNull()
    expect(found.status('ISO 10254:2016')).toMatchObject({ status: 'current', revision: true })
    expect(found.status('ISO/DIS 10254')).toMatchObject({ status: 'draft' })
    expect(found.replaces(0)).toEqual([])
  })

  it('a successor that its source dropped again while it keeps this one', () => {
    const found = resolve(row('ISO/IEC 19794-7:2007', { published: '2007-06', replacedBy: ['ISO/IEC 19794-7:2014'] }), row('ISO/IEC 19794-7:2014', { word: 'withdrawn', published: '2014-02' }))
    expect(found.status('ISO/IEC 19794-7:2007').status).toBe('current')
  })

  it('one that began before it: the date says nothing then', () => {
    const found = resolve(row('ISO 10494:1993', { word: 'withdrawn', published: '1993-07', replacedBy: ['ISO 6190:1988'] }), row('ISO 6190:1988', { word: 'withdrawn', published: '1988-12' }))
    expect(found.facts(0).fullSuccessor).toBe(NONE)
    expect(found.status('ISO 10494:1993')).toMatchObject({ status: 'replaced', reason: { code: 'word' } })
  })
})

describe('contradictions', () => {
  it('of two that replace each other the later stays', () => {
    const found = resolve(row('GB 1-2010', { published: '2010-01-01', replaces: ['GB 1-2020'] }), row('GB 1-2020', { published: '2020-01-01', replaces: ['GB 1-2010'] }))
    expect([found.replacedBy(0), found.replacedBy(1)]).toEqual([[{ number: 'GB 1-2020', part: false }], []])
  })

  it('neither, where that cannot be told', () => {
    const found = resolve(row('GB 1-2010', { published: '2010-01-01', replaces: ['GB 2-2010'] }), row('GB 2-2010', { published: '2010-01-01', replaces: ['GB 1-2010'] }))
    expect([found.replacedBy(0), found.replacedBy(1)]).toEqual([[], []])
  })
})

describe('IEC, which names no successor', () => {
  const rows = (): Standard[] => [
    row('IEC 60335-1:1991', { word: 'replaced', published: '1991-04-30', withdrawn: '2001-05-17' }),
    row('IEC 60335-1:2001', { word: 'replaced', published: '2001-05-17' }),
    row('IEC 60335-1:2010', { published: '2010-05-17' }),
    row('IEC 60335-1:2001/Amd 1:2004', { word: 'replaced', published: '2004-07-22' }),
    row('IEC 60335-1:2001+AMD1:2004 CSV', { word: 'withdrawn', published: '2004-07-22' }),
  ]
  it('the next edition counts where it says replaced', () => {
    const found = resolve(...rows())
    expect(found.successor(0)).toMatchObject({ number: 'IEC 60335-1:2001', inferred: true })
    expect(found.facts(0).fullSuccessor).toBe(NONE)
    expect(found.status('IEC 60335-1:1991')).toMatchObject({ reason: { code: 'replaced-on', on: '2001-05-17' } })
    expect(found.successor(1)).toMatchObject({ number: 'IEC 60335-1:2010', from: '2010-05-17', inferred: true })
    expect(found.status('IEC 60335-1:2001')).toMatchObject({ status: 'replaced', reason: { code: 'successor', from: '2010-05-17', inferred: true } })
    expect(found.successor(3)).toMatchObject({ number: 'IEC 60335-1:2010', inferred: true })
    expect([found.successor(2), found.successor(4)]).toEqual([null, null])
  })
})

describe('any graph', () => {
  const number = fc.integer({ min: 0, max: 11 }).map(n => `GB ${1 + (n % 4)}-${2000 + Math.floor(n / 4) * 5}`)
  const some = fc.array(number, { maxLength: 3 })
  const rows = fc.uniqueArray(fc.tuple(number, some, some, some, fc.option(fc.integer({ min: 1995, max: 2026 }), { nil: undefined })), { selector: ([n]) => n, maxLength: 12 })

  it('has no self-replacement, no pair both ways, and both directions agree', () => {
    fc.assert(fc.property(rows, given => {
      const all = given.map(([n, replaces, part, replacedBy, published]) => row(n, { replaces, part, replacedBy, ...(published && { published: String(published) }) }))
      const found = resolveRelations(all)
      for (const [at, { number: own }] of all.entries()) {
        const successors = found.replacedBy(at)
        expect(successors.map(s => s.number)).not.toContain(own)
        for (const { number: other, part } of successors) {
          const position = found.position(other)
          if (position < 0) continue
          expect(found.replaces(position)).toContainEqual({ number: own, part })
          expect(found.replacedBy(position).map(s => s.number)).not.toContain(own)
        }
      }
    }), { numRuns: 300 })
  })
})
