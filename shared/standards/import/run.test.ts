import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Standard } from '../standard.ts'
import { importFile, imported, lines, must } from './files.fixture.ts'
import type { Progress } from './outcome.ts'
import { importCatalogue } from './run.ts'

describe('every row ends in one place', () => {
  const cell = fc.oneof(
    fc.constantFrom('GB/T 2912.1-2009', 'GB 18401-2010', 'gbt2912.1-2009', 'ISO 9001:2015', '无', '', '-', 'GB 10133', '"', '甲醛', '2020-13-01', '97.14', 'k73', '现行', '=1+1'),
    fc.string({ maxLength: 8 }),
  )
  const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 30 })

  it('in a csv', async () => {
    await fc.assert(fc.asyncProperty(rows, async data => {
      const file = await importFile('a.csv', `标准号,名称,发布日期,ICS\nGB 1-2020,首行,2020-01-01,01.120\n${data.map(row => row.join(',')).join('\n')}`)
      const { tallies, refused, standards, sources } = must(await importCatalogue({ files: [file] }))
      expect(tallies.kept + tallies.merged + tallies.refused).toBe(tallies.read)
      expect([tallies.kept, tallies.refused]).toEqual([standards.length, refused.length])
      expect(sources).toEqual([{ name: 'a.csv', rows: tallies.read }])
    }), { numRuns: 60 })
  })

  it('in several files with broken lines, and progress tells the same', async () => {
    const line = fc.oneof(fc.record({ number: cell, titleZh: cell, ics: cell, replaces: fc.array(cell, { maxLength: 3 }) }).map(row => JSON.stringify(row)), fc.constantFrom('{', '[]', '{"number":1}', 'null', '{"number":{}}'))
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.array(line, { maxLength: 20 }), async (one, two) => {
      const told: Progress[] = []
      const first = lines({ number: 'GB 1-2020' })
      const { tallies, refused, repairs } = await imported({ a: [first, ...one].join('\n'), b: [first, first, ...two].join('\n') }, { onProgress: progress => told.push(progress) })
      expect(tallies.read).toBe(3 + one.length + two.length)
      expect(tallies.kept + tallies.merged + tallies.refused).toBe(tallies.read)
      expect(told.flatMap(progress => progress.refused)).toEqual(refused)
      expect(told.flatMap(progress => progress.repairs)).toEqual(repairs.held.filter(repair => repair.kind !== 'title-related'))
      expect(told.at(-1)!.bytes).toBe(told.at(-1)!.totalBytes)
    }), { numRuns: 60 })
  })
})

describe('an import', () => {
  it('makes a standard of a row, with each mending told', async () => {
    const { standards, tallies, repairs } = await imported({
      'a.csv': '标准编号,标准名称,标准状态,发布日期,实施日期,ICS分类号,CCS,代替标准,采标号,备注\n' + 'gb/t2912.1-2009,纺织品　甲醛的测定（停止下载文本）,现行,2009/6/11,20100101,59.08,w04,GB/T2912.1-1998,ISO 14184-1:1998 MOD,无\n',
    })
    expect(standards).toEqual([{
      number: 'GB/T 2912.1-2009', key: 'GB 2912.1', recognised: true, year: 2009, kind: 'gbt',
      titles: { zh: '纺织品 甲醛的测定' }, remarks: ['停止下载文本'], word: 'current', printed: '现行', published: '2009-06-11', effective: '2010-01-01',
      ics: ['59.080'], ccs: ['W04'], replaces: [{ number: 'GB/T 2912.1-1998', part: false }], replacedBy: [], adopts: [{ number: 'ISO 14184-1:1998', degree: 'MOD' }], sources: [{ name: 'a.csv', line: 2 }],
    }])
    expect(repairs.held.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['number-space', 'gb/t2912.1-2009', 'GB/T 2912.1-2009'],
      ['title-remark', '纺织品 甲醛的测定（停止下载文本）', '纺织品 甲醛的测定'],
      ['reference-form', 'GB/T2912.1-1998', 'GB/T 2912.1-1998'],
      ['ics-zeros', '59.08', '59.080'],
      ['ccs-case', 'w04', 'W04'],
    ])
    expect(tallies).toEqual({ read: 1, kept: 1, merged: 0, refused: 0, repaired: 1 })
  })

  it('keeps a row with nothing but a number, known or not', async () => {
    const { standards } = await imported({ a: lines({ number: 'GB/T 1-2020' }, { number: 'XYZ 12-A' }) })
    expect(standards.map(({ number, recognised, titles, word }) => [number, recognised, titles, word])).toEqual([['GB/T 1-2020', true, {}, null], ['XYZ 12-A', false, {}, null]])
  })

  it('refuses a row without a usable number, and says why', async () => {
    const { refused } = await imported({ a: ['{"number":"GB 1-2020"}', '{"titleZh":"甲"}', '{"number":"无"}', '{"number":"甲乙"}', '{"number":'].join('\n') })
    expect(refused.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [2, { code: 'no-number' }, '{"titleZh":"甲"}'],
      [3, { code: 'placeholder-number', text: '无' }, '{"number":"无"}'],
      [4, { code: 'unusable-number', text: '甲乙' }, '{"number":"甲乙"}'],
      [5, { code: 'json' }, '{"number":'],
    ])
  })

  it('merges by the canonical number; the first file decides and the difference is listed', async () => {
    const { standards, tallies } = await imported({ a: lines({ number: 'ISO 1:2016', titleEn: 'First' }), b: lines({ number: 'iso 1 : 2016', titleEn: 'Second', titleFr: 'Deux' }) })
    expect(standards).toMatchObject([{ titles: { en: 'First', fr: 'Deux' }, differs: [{ field: 'titles.en', source: 'b', value: 'Second' }], sources: [{ name: 'a' }, { name: 'b' }] }])
    expect(tallies).toMatchObject({ read: 2, kept: 1, merged: 1, refused: 0 })
  })

  it('gives a row without a title that of the row it relates to, over several steps and in any order', async () => {
    const related = (number: string, type = 'instanceOf') => [{ type, number }]
    const { standards, tallies, repairs } = await imported({
      a: lines({ number: 'OIML R 1 (G)', related: related('OIML R 1 (E)', 'translatedFrom') }, { number: 'OIML R 1 (E)', related: related('OIML R 1') }, { number: 'OIML R 1', titleEn: 'Cylindrical weights' }, { number: 'OIML X', related: related('OIML X') }),
    })
    expect(standards.map(standard => standard.titles)).toEqual([...Array<object>(3).fill({ en: 'Cylindrical weights' }), {}])
    expect([tallies.repaired, repairs.counts]).toEqual([2, { 'title-related': 2 }])
  })

  it('reads the untidied values that a file carries along', async () => {
    const { standards, repairs } = await imported({ a: lines({ number: 'GB 1-2020', titleZh: '甲', ics: ['97.140'], ccs: 'K73', status: 'published', statusZh: '现行', raw: { ics: '97.14', ccs: 'k73' } }) })
    expect(standards).toMatchObject([{ ics: ['97.140'], ccs: ['K73'], printed: '现行' }])
    expect(repairs.counts).toEqual({ 'ics-zeros': 1, 'ccs-case': 1 })
  })

  it('takes a column that only later rows have by its name, and heeds one that was left out', async () => {
    const file = await importFile('a', lines(...Array.from({ length: 9_000 }, (_, i) => ({ number: `GB ${i + 1}-2020`, titleZh: '一个相当长的名称，使前一兆字节装不下所有的行，好让后面的列不在其中', note: 'x' })), { number: 'GB 99999-2020', withdrawn: '2026-01-01' }))
    expect(file.look.columns.map(column => column.name)).not.toContain('withdrawn')
    const { standards } = must(await importCatalogue({ files: [{ ...file, mapping: { ...file.mapping, note: null } }] }))
    expect(standards.at(-1)!.withdrawn).toBe('2026-01-01')
    expect(standards[0].note).toBeUndefined()
  })

  it('keeps both dates where the effective one comes first, and points it out without counting a mending', async () => {
    const { standards, tallies, repairs } = await imported({ a: lines({ number: 'GB 1-2010', published: '2010-11-10', effective: '2010-10-01' }, { number: 'GB 2-2010', published: '2010', effective: '2010-10-01' }) })
    expect(standards[0]).toMatchObject({ published: '2010-11-10', effective: '2010-10-01' })
    expect([repairs.counts, tallies.repaired]).toEqual([{ 'date-order': 1 }, 0])
  })

  it('leaves an impossible date out and lists it', async () => {
    const { standards, repairs } = await imported({ a: lines({ number: 'GB 1-2010', published: '2010-02-30' }) })
    expect(standards[0].published).toBeUndefined()
    expect(repairs.held).toMatchObject([{ kind: 'date-dropped', field: 'published', from: '2010-02-30', to: '', file: 'a', line: 1, number: 'GB 1-2010' }])
  })

  it('knows a classification list and counts its rows alike', async () => {
    const { classNames, tallies, standards } = await imported({
      'std.csv': '标准号,名称\nGB 1-2020,甲\n',
      'ics.csv': '代码,中文,英文\n01,综合,Generalities\n01.040,词汇,\n1.04,再来,Vocabularies\n',
      ccs: lines({ code: 'A', zh: '综合' }, { code: 'A65/74', zh: '标准化' }),
    })
    expect(classNames).toEqual({ ics: { '01': { zh: '综合', en: 'Generalities' }, '01.040': { zh: '词汇', en: 'Vocabularies' } }, ccs: { A: { zh: '综合' }, 'A65/74': { zh: '标准化' } } })
    expect(tallies).toEqual({ read: 6, kept: 5, merged: 1, refused: 0, repaired: 1, classes: 4 })
    expect(standards).toHaveLength(1)
  })

  it('adds to what is held: the file decides, gaps are filled, the rest stays', async () => {
    const base = (await imported({ old: lines({ number: 'GB 1-2020', titleZh: '旧', ccs: 'K73' }, { number: 'GB 2-2020', titleZh: '留' }) })).standards
    const { standards, tallies } = await imported({ new: lines({ number: 'GB 1-2020', titleZh: '新' }) }, { base })
    expect(standards.map(({ number, titles, ccs }: Standard) => [number, titles.zh, ccs])).toEqual([['GB 1-2020', '新', ['K73']], ['GB 2-2020', '留', []]])
    expect(tallies.read).toBe(1)
  })
})

describe('an import that comes to nothing leaves only its problem', () => {
  const run = async (contents: Record<string, string>, mapping?: Record<string, null>) => {
    const files = await Promise.all(Object.entries(contents).map(([name, content]) => importFile(name, content)))
    return importCatalogue({ files: files.map(file => (mapping ? { ...file, mapping } : file)) })
  }
  it('when no column has the number', async () => expect(await run({ a: lines({ code: 'A01x', name: 'x' }) })).toEqual({ ok: false, problem: { code: 'no-number-column', file: 'a', columns: ['code', 'name'] } }))
  it('when every row is refused', async () => expect(await run({ a: lines({ number: '无' }) })).toEqual({ ok: false, problem: { code: 'nothing-kept', read: 1, refused: 1 } }))
  it('when only class names were given', async () => expect(await run({ a: lines({ code: '01', zh: '综合' }) })).toEqual({ ok: false, problem: { code: 'only-class-names' } }))
  it('when a file breaks in the middle', async () => expect(await run({ a: lines({ number: 'GB 1-2020' }), b: '[{"number":"GB 2-2020"},\n{"number":"GB 3-2020"},\n{"numb' }).catch((error: Error) => error.message)).toMatch(/broken-json/))
  it('when it is cancelled', async () => {
    const file = await importFile('a', lines(...Array.from({ length: 20_000 }, (_, i) => ({ number: `GB ${i + 1}-2020` }))))
    const abort = new AbortController()
    let calls = 0
    const result = await importCatalogue({ files: [file], signal: abort.signal, onProgress: () => { calls++; abort.abort() } })
    expect([result, calls]).toEqual([{ ok: false, problem: { code: 'cancelled' } }, 1])
  })
})
