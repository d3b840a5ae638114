import { describe, expect, it } from 'vitest'
import type { Hit } from '#shared/standards/query.ts'
import { rowFacts } from './row-facts.ts'

const DAY = '2026-11-24'
const hit = (part: Partial<Hit>): Hit => ({
  doc: 1, number: 'GB 17120-2025', kind: 'gb', recognised: true, category: null, status: 'current', mark: null, title: '锻压机械 安全技术规范', titleLanguage: 'zh',
  published: '2025-10-05', effective: '2026-05-01', ics: [], ccs: [], replaces: { count: 0, first: null }, replacedBy: null, titleMarks: [], numberMarks: [], ...part,
})
const keys = (part: Partial<Hit>) => rowFacts(hit(part), DAY).map(fact => fact.key)

describe('rowFacts', () => {
  it('says when it holds, its field and what it replaced', () => {
    expect(rowFacts(hit({ ics: ['71.120', '83.200'], replaces: { count: 12, first: 'GB 6077-1985' } }), DAY)).toEqual([
      { key: 'effective', words: { day: '2026-05-01' } },
      { key: 'ics', words: { codes: ['71.120', '83.200'] } },
      { key: 'replacesMany', words: { n: 12 } },
    ])
  })

  it('puts a replacement to come before everything else', () => {
    const facts = rowFacts(hit({ effective: '2011-06-01', replacedBy: { number: 'GB 25974.1-2026', from: '2027-03-01', held: true } }), DAY)
    expect(facts[0]).toEqual({ key: 'replacedFrom', words: { from: '2027-03-01' }, warning: true })
    expect(facts[1].key).toBe('effective')
  })

  it('warns of a successor that the catalogue does not hold, and of one without a date', () => {
    expect(keys({ replacedBy: { number: 'GB/T 32444-2026', from: null, held: false } })[0]).toBe('successorNotHeld')
    expect(keys({ replacedBy: { number: 'ISO 105-A01', from: null, held: true } })[0]).toBe('successorUndated')
  })

  it('says by what a replaced one is replaced, and nothing more', () => {
    expect(keys({ status: 'replaced', replacedBy: { number: 'GB 17120-2025', from: '2026-05-01', held: true } })).toEqual(['replacedByFrom'])
    expect(keys({ status: 'withdrawn', replacedBy: { number: 'GB 17120-2025', from: null, held: false } })).toEqual(['replacedBy'])
  })

  it('says what is not stated', () => {
    expect(keys({ effective: null })).toEqual(['published'])
    expect(keys({ effective: null, published: null })).toEqual(['undated'])
  })
})
