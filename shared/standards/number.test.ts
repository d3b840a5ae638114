import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from './number-cases.json' with { type: 'json' }
import { assemble, formatNumber, type ParsedNumber, type Parts } from './number-format.ts'
import { normaliseNumber, SECTOR_CODES } from './number-normalise.ts'
import { displayNumber, identify, parseNumber } from './number.ts'

describe('the given cases', () => {
  it.each(cases as { input: string; expect: Record<string, unknown> | null }[])('$input', ({ input, expect: expected }) => {
    const parsed = parseNumber(input)
    if (expected === null) expect(parsed).toBeNull()
    else expect(parsed).toMatchObject(expected)
  })
})

describe('spellings of one number', () => {
  it.each([
    ['GB/T 2912.1-2009', ['gbt2912.1-2009', 'GB/T2912.1—2009', 'GB T 2912.1-2009', ' gb/t 2912.1 - 2009 ', 'ＧＢ／Ｔ\u3000２９１２．１－２００９', 'GB/T 2912.1:2009', 'GB/T 2912.1——2009', 'GB/T 2912.1–2009《纺织品 甲醛的测定》', 'GB-T 2912.1-2009', 'GB/T 2912.1一2009', 'GB/T\u200b 2912.1-2009。']],
    ['DB3306/T 045-2022', ['db3306t045-2022', 'DB 3306/T 045-2022', 'DB3306/T045—2022']],
    ['T/ZZB 0512-2018', ['t/zzb 0512—2018', 'T ZZB 0512-2018', 'T/ZZB0512-2018']],
    ['Q/330600KQ 0003S-2020', ['q/330600kq 0003s—2020', 'Q/330600KQ0003S-2020']],
    ['ISO 9001:2015', ['iso9001:2015', 'ISO 9001 : 2015', 'ISO 9001-2015', 'ISO\u30009001：2015']],
    ['ISO/IEC 17025:2017', ['iso/iec17025:2017', 'ISO / IEC 17025:2017']],
    ['IEC TS 62257-9-5:2018', ['IEC/TS 62257-9-5:2018', 'iec ts 62257-9-5:2018']],
    ['IEC 60335-1:2010/Amd 1:2013', ['IEC 60335-1:2010/AMD1:2013', 'IEC 60335-1:2010/Amd 1:2013', 'iec60335-1:2010/amd 1:2013']],
    ['ISO/TS 21356-1:2021', ['ISO TS 21356-1:2021', 'ISO/TS21356-1:2021']],
    ['JIS L 1096:2010', ['jis l1096:2010', 'JIS L 1096-2010', 'JISL1096:2010']],
    ['ASTM D5034-21', ['astm d5034-2021', 'ASTM D 5034-21']],
    ['EN ISO 105-C06:2010', ['en iso 105-c06:2010', 'EN ISO 105-C06-2010']],
    ['GB 3102.11-1993', ['GB3102.11-93', 'gb 3102.11—1993']],
  ])('%s', (canonical, spellings) => {
    for (const spelling of [canonical, ...spellings]) expect(parseNumber(spelling)?.canonical, spelling).toBe(canonical)
  })
})

describe('forms of the catalogues', () => {
  it.each([
    ['ISO/R 1016:1969', 'ISO/R 1016'],
    ['ISO/IEC ISP 10607-1:1990/Amd 1:1991', 'ISO/IEC ISP 10607-1'],
    ['ISO/CD TS 10303-1001', 'ISO/TS 10303-1001'],
    ['ISO/DTS 15143-4.2', 'ISO/TS 15143-4'],
    ['ISO/DIS 10239.2', 'ISO 10239'],
    ['ISO 10087:2022/CD Amd 1', 'ISO 10087'],
    ['ISO 105-A:1984', 'ISO 105-A'],
    ['ISO 9001:2015(E)', 'ISO 9001'],
    ['ISO Guide 64:1997', 'ISO Guide 64'],
    ['ISO/DGuide 84', 'ISO Guide 84'],
    ['IWA 14-1:2013', 'IWA 14-1'],
    ['CISPR TR 16-2-5:2008', 'CISPR/TR 16-2-5'],
    ['IEC 60034-12:1980+AMD1:1992 CSV', 'IEC 60034-12'],
    ['IEC 60529:1989+AMD1:1999+AMD2:2013 CSV/Cor 1:2013', 'IEC 60529'],
    ['IEC 60079-10-1:2020 CMV/Cor 1:2021', 'IEC 60079-10-1'],
    ['IEC 60335-2-101:2024 EXV-CMV', 'IEC 60335-2-101'],
    ['IEC 60695-2-1/0:1994', 'IEC 60695-2-1/0'],
    ['IEC 60076-11:2018/ISH1:2020', 'IEC 60076-11'],
    ['JIS Q 14031:2000', 'JIS Q 14031'],
    ['JIS K 0101:1998/AMENDMENT 1:2017', 'JIS K 0101'],
    ['TR X 0021-1:1999', 'TR X 0021-1'],
    ['ASTM D1776/D1776M-20a', 'ASTM D1776'],
    ['ASTM D737-18(2023)e1', 'ASTM D737'],
    ['DIN EN ISO 105-C06:2010-08', 'EN ISO 105-C06'],
    ['prEN 71-3:2020', 'EN 71-3'],
    ['JJF(纺织) 055-2012', 'JJF(纺织) 055'],
    ['JTG D60-2015', 'JTG D60'],
    ['DBJ/T 33-1001-2020', 'DBJ 33-1001'],
    ['DBJ33/T 1001-2020', 'DBJ33 1001'],
    ['GSB 16-2159-2007', 'GSB 16-2159'],
    ['GB 50016-2014(2018年版)', 'GB 50016'],
    ['GBZ/T 160.1-2004', 'GBZ 160.1'],
    ['GB/T 1.1', 'GB 1.1'],
  ])('%s is its own canonical form, key %s', (number, key) => {
    expect(parseNumber(number)).toMatchObject({ canonical: number, key })
  })

  it.each(['', '无', 'abc 123', 'GB', 'GB/T', 'GB/T 2912.1-20', 'GB/T 2912.1-200', 'GB 1-1800', 'DB99/T 1-2020', 'XX 123-2020', 'JIS Z 8210:2017 SYMBOL 51100', 'IEC 60068A:1976', 'ISO/TC 184/SC 4 N1110', 'ISO/IEC DIR 1 IEC:1986', 'ISO 10062:2022/DAM 1', 'OIML R 60:2000 (E)', 'ISO 10303-1473:2018-13', 'T/ZZB 0512S-2018', 'ASTM Z5034-21', 'GB/T 1-2000, GB/T 2-2000'])('%s is none', text => {
    expect(parseNumber(text)).toBeNull()
  })

  it('reads adoption, parts and amendment sheets', () => {
    expect(parseNumber('GB/T 19001-2000 idt ISO 9001:2000')).toMatchObject({ counterpart: 'ISO 9001:2000', degree: 'IDT' })
    expect(parseNumber('GB/T 2423.1-2008(IEC 60068-2-1:2007)')).toMatchObject({ counterpart: 'IEC 60068-2-1:2007', degree: null })
    expect(parseNumber('YY/T 0287-2017/ISO 13485:2016')).toMatchObject({ canonical: 'YY/T 0287-2017', degree: 'IDT' })
    expect(parseNumber('ISO 105 (all parts)')).toMatchObject({ canonical: 'ISO 105', allParts: true })
    expect(parseNumber('GB 4943.1-2011/XG1-2017/XG2-2019')).toMatchObject({ amendment: 'XG1-2017/XG2-2019' })
  })
})

describe('display', () => {
  it.each([
    ['GB/T 2912.1-2009', 'GB/T 2912.1—2009'],
    ['GB 4943.1-2011/XG1-2017', 'GB 4943.1—2011/XG1—2017'],
    ['T/ZZB 0512-2018', 'T/ZZB 0512—2018'],
    ['GSB 16-2159-2007', 'GSB 16-2159—2007'],
    ['JJF(纺织) 055-2012', 'JJF(纺织) 055—2012'],
    ['ISO 10303-1473:2018-11', 'ISO 10303-1473:2018-11'],
    ['ASTM D5034-21', 'ASTM D5034-21'],
    ['CIE 001-1980', 'CIE 001-1980'],
  ])('%s', (canonical, shown) => {
    expect(displayNumber(canonical)).toBe(shown)
    expect(normaliseNumber(shown).toUpperCase()).toBe(canonical.toUpperCase())
  })
})

describe('identity of a row', () => {
  it.each([
    ['GB/T 2912.1—2009', 'GB/T 2912.1-2009', []],
    ['GB/T2912.1-2009', 'GB/T 2912.1-2009', ['space']],
    ['gbt 2912.1-2009', 'GB/T 2912.1-2009', ['slash', 'case']],
    ['ＧＢ/T 2912.1-2009', 'GB/T 2912.1-2009', []],
    ['GB 2548-93', 'GB 2548-1993', ['year']],
    ['GB/T 29I2.1-2OO9', 'GB/T 2912.1-2009', ['letter']],
    ['GB1840I-2O1O', 'GB 18401-2010', ['space', 'letter']],
    ['GB/T 2912.1-200O', 'GB/T 2912.1-2000', ['letter']],
    ['ISO 9OO1:2015', 'ISO 9001:2015', ['letter']],
    ['GB/T 2912.1:2009', 'GB/T 2912.1-2009', ['separator']],
    ['ISO 9001-2015', 'ISO 9001:2015', ['separator']],
    ['GB/T 2912.1-2009 纺织品 甲醛的测定', 'GB/T 2912.1-2009', ['remark']],
    ['【GB 18401-2010】', 'GB 18401-2010', ['remark']],
    ['IEC 60335-1:2010/AMD1:2013', 'IEC 60335-1:2010/Amd 1:2013', []],
    ['ISO/IEC Guide 98-3:2008', 'ISO/IEC Guide 98-3:2008', []],
  ])('%s', (text, number, repairs) => {
    const identity = identify(text)!
    expect(identity).toMatchObject({ number, recognised: true })
    expect(identity.repairs.filter(repair => repair !== 'wide')).toEqual(repairs)
    expect(identity.mended).toBe(identity.repairs.length > 0)
  })

  it('tells full width', () => expect(identify('ＧＢ/T 2912.1-2009')?.repairs).toContain('wide'))

  it.each(['', '  ', '无', '—', '-', 'N/A', '#REF!', 'null', 'GB/T', '暂无', '《纺织品》', '=HYPERLINK("http://x")', '=GB/T 1', 'x'.repeat(200)])('%s is no usable number', text => expect(identify(text)).toBeNull())

  it.each([
    ['OIML R 60:2000 (E)', 'OIML R 60 (E)', 2000, 'oiml'],
    ['OIML Bulletin', 'OIML BULLETIN', null, 'oiml'],
    ['JIS Z 8210:2017 SYMBOL 51100', 'JIS Z 8210 SYMBOL 51100', 2017, 'jis'],
    ['ETSI EN 300 001 V1.5.1 (1998-10)', 'ETSI EN 300 001 V1.5.1', 1998, 'regional'],
    ['CIE 001-1980', 'CIE 001', 1980, 'other'],
    ['IEC 60417O:1996', 'IEC 60417O', 1996, 'iec'],
    ['IEC 60417L:1993', 'IEC 60417L', 1993, 'iec'],
    ['ISO 10062:2022/DAM 1', 'ISO 10062/DAM 1', 2022, 'iso'],
  ])('keeps what the grammar does not know: %s', (text, key, year, kind) => {
    expect(identify(text)).toMatchObject({ number: text.toUpperCase(), key, recognised: false, year, kind, mended: false })
  })

  it.each([
    ['GB 18401-2010', 'gb'], ['GB/T 1.1-2020', 'gbt'], ['GB/Z 19579-2012', 'gbz'], ['GBZ 2.1-2019', 'gb'], ['JJG 1036-2022', 'metrology'], ['FZ/T 73001-2016', 'sector'], ['DB33/T 2428-2022', 'local'],
    ['T/ZZB 0512-2018', 'group'], ['Q/ZJSX 001-2021', 'enterprise'], ['ISO/IEC 17025:2017', 'iso'], ['IWA 14-1:2013', 'iso'], ['CISPR 11:2015', 'iec'], ['BS EN 71-3:2019', 'regional'], ['JIS L 1096:2010', 'jis'], ['TS X 0025:2005', 'jis'], ['ASTM D5034-21', 'astm'], ['GJB 9001C-2017', 'other'],
  ])('%s is of kind %s', (text, kind) => expect(identify(text)?.kind).toBe(kind))

  it('an amendment and a consolidation are two documents', () => {
    expect(identify('IEC 60034-12:1980/AMD1:1992')?.number).not.toBe(identify('IEC 60034-12:1980+AMD1:1992 CSV')?.number)
    expect(identify('IEC 60034-12:1980/AMD1:1992')?.number).toBe(identify('IEC 60034-12:1980/Amd 1:1992')?.number)
  })

  it('says what a double number adopts', () => {
    expect(identify('GB/T 19001-2016/ISO 9001:2015')).toMatchObject({ number: 'GB/T 19001-2016', adopts: [{ number: 'ISO 9001:2015', degree: 'IDT' }] })
  })
})

const digits = (max: number): fc.Arbitrary<string> => fc.integer({ min: 1, max }).map(String)
const year = fc.integer({ min: 1950, max: 2049 })
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some)
const dotted = fc.tuple(digits(99999), fc.array(digits(99), { maxLength: 2 })).map(([first, parts]) => [first, ...parts].join('.'))
const dashed = fc.tuple(digits(99999), fc.array(fc.oneof(digits(99), fc.constantFrom('C06', '1A', 'X12')), { maxLength: 3 })).map(([first, parts]) => [first, ...parts].join('-'))
const mandate = fc.constantFrom('mandatory' as const, 'recommended' as const, 'guide' as const)
const adopted = fc.constantFrom({ counterpart: null, degree: null }, { counterpart: 'ISO 9001:2015', degree: 'IDT' as const }, { counterpart: 'IEC 60529:2013', degree: 'MOD' as const }, { counterpart: 'JIS L 1096:2010', degree: null })

const chinese: fc.Arbitrary<Parts> = fc.oneof(
  fc.record({ scope: fc.constant('national' as const), prefix: fc.constantFrom('GB', 'GBJ', 'GJB'), mandate, number: dotted, year: maybe(year), amendment: maybe(fc.constantFrom('XG1-2017', 'XG1-2001/XG2-2004')), variant: maybe(fc.constant('2018年版')), allParts: fc.boolean() }),
  fc.record({ scope: fc.constant('sector' as const), prefix: fc.constantFrom(...SECTOR_CODES), mandate, number: dotted, year: maybe(year) }),
  fc.record({ scope: fc.constant('local' as const), prefix: fc.constantFrom('DB33', 'DB3306', 'DBJ33'), mandate: fc.constantFrom('mandatory' as const, 'recommended' as const), number: dotted, year: maybe(year) }),
  fc.record({ scope: fc.constant('group' as const), prefix: fc.constantFrom('T/ZZB', 'T/CNTAC', 'T/CAS2'), number: dotted, year: maybe(year) }),
  fc.record({ scope: fc.constant('enterprise' as const), prefix: fc.constantFrom('Q/ZJSX', 'Q/330600KQ'), number: dotted.map(n => `${n}S`), year: maybe(year) }),
).chain(parts => adopted.map(adoption => ({ ...parts, ...adoption })))

const abroad: fc.Arbitrary<Parts> = fc.oneof(
  fc.record({
    scope: fc.constant('international' as const), prefix: fc.constantFrom('ISO', 'ISO/IEC', 'IEC', 'CISPR', 'ISO/IEC/IEEE', 'ISO/ASTM'), type: maybe(fc.constantFrom('TS', 'TR', 'PAS', 'GUIDE')), number: dashed, year: maybe(year),
    amendment: maybe(fc.constantFrom('Amd 1:2015', 'Amd 1:1997/Cor 1:1999', '+AMD1:2004', '+AMD1:2004+AMD2:2006', 'ISH1:2020', 'CD Amd 1')), variant: maybe(fc.constantFrom('CSV', 'RLV', 'EXV-CMV', '(E)')),
  }),
  fc.record({ scope: fc.constant('international' as const), prefix: fc.constantFrom('ISO', 'ISO/IEC', 'IEC'), stage: fc.constantFrom('CD', 'DIS', 'FDIS', 'WD'), iteration: maybe(fc.integer({ min: 1, max: 9 })), number: dashed }),
  fc.record({ scope: fc.constant('regional' as const), prefix: fc.constantFrom('EN', 'BS EN', 'EN ISO', 'DIN EN ISO'), number: dashed, year: maybe(year), amendment: maybe(fc.constantFrom('+A1:2021', 'A11:2014', 'AC:2010')) }),
  fc.record({ scope: fc.constant('foreign' as const), prefix: fc.constant('ASTM'), number: fc.constantFrom('D5034', 'E8/E8M', 'D3776M'), year, revision: maybe(fc.constantFrom('a', 'b')), reapproved: maybe(year), variant: maybe(fc.constantFrom('e1', 'e2')) }),
  fc.record({ scope: fc.constant('foreign' as const), prefix: fc.constant('JIS'), number: fc.constantFrom('L 1096', 'B 1514-1', 'X 25012'), year: maybe(year), amendment: maybe(fc.constant('AMENDMENT 1:2009')) }),
)
const anyNumber: fc.Arbitrary<ParsedNumber> = fc.oneof(chinese, abroad).map(assemble)

/** Any code points, surrogates aside; `unit: 'binary'` of fast-check says the same and takes seconds to set up. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff }).filter(code => code < 0xd800 || code > 0xdfff), { maxLength: 12 }).map(codes => String.fromCodePoint(...codes))

/** Enough for every run of the tests; a new seed each time. */
const RUNS = 400

describe('properties', () => {
  it('parse(format(x)) = x', () => {
    fc.assert(fc.property(anyNumber, x => {
      expect(parseNumber(formatNumber(x))).toEqual(x)
    }), { numRuns: RUNS })
  })

  it('the canonical form and the displayed form lead back to it', () => {
    fc.assert(fc.property(anyNumber, ({ canonical, key }) => {
      expect(parseNumber(canonical)).toMatchObject({ canonical, key })
      expect(parseNumber(displayNumber(canonical))).toMatchObject({ canonical, key })
    }), { numRuns: RUNS })
  })

  it('normalise is idempotent, on any text', () => {
    fc.assert(fc.property(fc.oneof(anyText, fc.string(), anyNumber.map(formatNumber)), text => {
      const once = normaliseNumber(text)
      expect(normaliseNumber(once)).toBe(once)
    }), { numRuns: RUNS })
  })

  it('case, width, dash and spare spaces give one number', () => {
    const dash = fc.constantFrom('-', '—', '–', '‐', '－', '−', '——', ' - ')
    fc.assert(fc.property(anyNumber, dash, fc.boolean(), fc.boolean(), (x, sign, lower, wide) => {
      let text = formatNumber(x).replaceAll('-', sign).replaceAll(' ', '  ')
      if (lower) text = text.toLowerCase()
      if (wide) text = text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      expect(parseNumber(` ${text}\u3000`)).toEqual(x)
    }), { numRuns: RUNS })
  })

  it('identify never throws, and what it gives is stable', () => {
    // A stop before the sign of a formula is dropped, and leaves the formula.
    expect(identify('.=0')).toBeNull()
    fc.assert(fc.property(fc.oneof(anyText, fc.string()), text => {
      const identity = identify(text)
      if (identity) expect(identify(identity.number)).toMatchObject({ number: identity.number, key: identity.key, recognised: identity.recognised })
    }), { numRuns: RUNS })
  })
})
