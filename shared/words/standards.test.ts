import { describe, expect, it } from 'vitest'
import { YEAR_BANDS } from '#shared/standards/query.ts'
import { REPAIRS } from '#shared/standards/number-repair.ts'
import { KINDS, SOURCE_WORDS, STATUSES } from '#shared/standards/standard.ts'
import type { StatusReason } from '#shared/standards/status-reason.ts'
import { degreeText, kindShortText, kindText, languageText, markText, notInCatalogueText, numberRepairText, reasonText, revisionText, sourceWordText, statusText, unrecognisedText, yearBandText } from './standards.ts'

const LOCALES = ['zh', 'en'] as const

describe('terms', () => {
  it('are there in both languages, each its own', () => {
    for (const locale of LOCALES) {
      for (const texts of [
        STATUSES.map(s => statusText(s, locale)),
        KINDS.map(k => kindText(k, locale)),
        KINDS.map(k => kindShortText(k, locale)),
        YEAR_BANDS.map(b => yearBandText(b, locale)),
        REPAIRS.map(r => numberRepairText(r, locale)),
        SOURCE_WORDS.map(w => sourceWordText(w, locale)),
        (['IDT', 'MOD', 'NEQ', 'EQV'] as const).map(d => degreeText(d, locale)),
        (['zh', 'en', 'ja', 'fr'] as const).map(l => languageText(l, locale)),
        (['by-date', 'by-month', 'by-year'] as const).map(m => markText(m, locale)),
        [unrecognisedText(locale), notInCatalogueText(locale), revisionText(locale)],
      ]) {
        expect(texts.every(Boolean)).toBe(true)
        expect(new Set(texts).size).toBe(texts.length)
      }
    }
  })

  it('use the seven words of the trade', () => {
    expect(STATUSES.map(s => statusText(s, 'zh'))).toEqual(['制定中', '即将实施', '现行', '部分有效', '被代替', '废止', '状态不详'])
  })
})

describe('reasons', () => {
  const since = '2026-11-20'
  it.each<[StatusReason, string, string?]>([
    [{ code: 'start-reached', start: '2026-05-01' }, '实施日期 2026-05-01 已到，目录原注“即将实施”', '即将实施'],
    [{ code: 'successor', from: '2019-07-01', inferred: false }, '代替它的标准 2019-07-01 起实施'],
    [{ code: 'successor', from: '2010-05-17', inferred: true }, '目录原注已被代替，同号新版 2010-05-17 起实施'],
    [{ code: 'in-force', start: '2015-09', published: true, until: null }, '2015-09 发布，实施日期未载'],
    [{ code: 'in-force', start: '2006-12-01', published: false, until: { on: '2026-09-01', by: 'withdrawal' } }, '2006-12-01 起实施，2026-09-01 废止'],
    [{ code: 'ended-later', start: '2000-12', until: { on: '2008-11', by: 'successor' } }, '2000-12 起实施，2008-11 起被代替'],
    [{ code: 'word', word: 'withdrawn', since }, '目录（2026-11-20）注明“作废”', '作废'],
    [{ code: 'word', word: 'withdrawn', since }, '目录（2026-11-20）注明“废止”'],
  ])('%o', (reason, zh, printed) => {
    expect(reasonText(reason, 'zh', printed)).toBe(zh)
    expect(reasonText(reason, 'en', printed)).toMatch(/^[a-z0-9].*[^.]$/)
  })

  it.each<StatusReason>([
    { code: 'replaced-on', on: '2001-05-17' }, { code: 'withdrawn-on', on: '2001' }, { code: 'not-ended', until: { on: '2027-01-01', by: 'withdrawal' } }, { code: 'not-started', start: '2027-01-01' }, { code: 'not-published', published: '2027-01' },
    { code: 'part-successor', from: '2026-01-01' }, { code: 'no-date' }, { code: 'word-later', word: 'current', since }, { code: 'end-undated', word: 'withdrawn', since }, { code: 'successor-undated' }, { code: 'before-start', start: '2017-10-01' },
  ])('$code is said in both languages', reason => {
    const [zh, en] = LOCALES.map(locale => reasonText(reason, locale))
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    for (const fact of Object.values(reason)) if (typeof fact === 'string' && /^\d/.test(fact)) for (const text of [zh, en]) expect(text).toContain(fact)
  })
})
