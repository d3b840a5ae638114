import { expect, test } from 'vitest'
import { fail, ok } from '#shared/lib/result.ts'
import { memoryFile } from '#shared/readers/input-file.ts'
import { lookAt } from '#shared/readers/look.ts'
import { importCatalogue } from '#shared/standards/import/run.ts'
import { suggestFields } from '#shared/standards/import/suggest.ts'
import { contentsOf } from '#shared/standards/index/records.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import type { Standard } from '#shared/standards/standard.ts'
import type { NewCatalogue } from '../../db/catalogue.ts'
import { importFiles, installStandards, type Means } from './import-job.ts'
import type { ImportJob, News } from './protocol.ts'
import { readReport } from './report.ts'

const DATE = '2026-11-20'

/** A desk in memory: `held` is its active catalogue. */
const desk = (more: Partial<Means> = {}) => {
  const told: Partial<News>[] = []
  const kept: NewCatalogue[] = []
  const means: Means = {
    read: importCatalogue,
    held: async () => {
      const last = kept.at(-1)
      if (!last) return ok(null)
      return ok({ meta: last.meta, ...(await contents(last)) })
    },
    activate: catalogue => {
      kept.push(catalogue)
      return Promise.resolve(ok({ id: String(kept.length) }))
    },
    tell: news => { told.push(news) },
    breathe: () => Promise.resolve(),
    maySave: () => Promise.resolve(true),
    now: () => '2026-11-24T06:03:00.000Z',
    signal: new AbortController().signal,
    ...more,
  }
  return { means, told, kept }
}

const job = async (mode: ImportJob['mode'], ...texts: string[]): Promise<ImportJob> => {
  const files = await Promise.all(texts.map(async (text, i) => {
    const file = memoryFile(`${i + 1}.csv`, text)
    const look = await lookAt(file)
    if (!look.ok) throw new Error(look.problem.code)
    return { file: file as unknown as File, look: look.value, mapping: suggestFields(look.value) }
  }))
  return { files, mode, date: DATE }
}

const CSV = '编号,名称,国际分类\nGB/T 1-2020,甲,1.12\nGB/T 2-2020,乙,13.110\n无,丙,\n'
const numbers = (catalogue: NewCatalogue) => held(catalogue).then(standards => standards.map(each => each.number).sort())
const held = async (catalogue: NewCatalogue): Promise<Standard[]> => [...(await contents(catalogue)).standards]
const contents = async ({ hot, cold }: NewCatalogue) => {
  const opened = contentsOf(await hot.arrayBuffer(), await cold.arrayBuffer(), DATE)
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value
}

test('an import builds a catalogue with its tallies and its report, and makes it the active one', async () => {
  const { means, told, kept } = desk()
  const end = await importFiles(await job('replace', CSV), means)
  expect(end).toMatchObject({ ok: true, value: { before: null, changes: null, differing: 0, repairs: { 'ics-zeros': 1 } } })
  expect(kept).toHaveLength(1)
  expect(kept[0].meta).toMatchObject({ date: DATE, records: 2, origin: 'import', tallies: { read: 3, kept: 2, merged: 0, refused: 1, repaired: 1 }, sources: [{ name: '1.csv', rows: 3 }] })
  expect(await numbers(kept[0])).toEqual(['GB/T 1-2020', 'GB/T 2-2020'])
  const report = await readReport(kept[0].report!)
  expect(report!.refused).toMatchObject([{ file: '1.csv', line: 4, reason: { code: 'placeholder-number' } }])
  expect([...new Set(told.map(news => news.phase))]).toEqual(['reading', 'comparing', 'indexing', 'saving'])
  expect(told.filter(news => news.phase === 'indexing').at(-1)).toMatchObject({ done: 9, total: 9 })
})

test('replacing says what changed against the catalogue before', async () => {
  const { means, kept } = desk()
  await importFiles(await job('replace', CSV), means)
  const end = await importFiles(await job('replace', '编号,名称\nGB/T 1-2020,甲\nGB/T 3-2020,丁\n'), means)
  expect(end).toMatchObject({ ok: true, value: { before: { records: 2 }, changes: { added: 1, changed: 1, same: 0, gone: 1 } } })
  expect(await numbers(kept[1])).toEqual(['GB/T 1-2020', 'GB/T 3-2020'])
})

test('adding keeps what was there; for the same number the import decides, its sources come first', async () => {
  const { means, kept } = desk()
  await importFiles(await job('replace', CSV), means)
  const end = await importFiles(await job('add', '编号,名称\nGB/T 1-2020,新甲\nGB/T 3-2020,丁\n'), means)
  expect(end).toMatchObject({ ok: true, value: { changes: { added: 1, changed: 1, same: 1, gone: 0 } } })
  expect(await numbers(kept[1])).toEqual(['GB/T 1-2020', 'GB/T 2-2020', 'GB/T 3-2020'])
  expect((await held(kept[1])).find(each => each.number === 'GB/T 1-2020')!.titles.zh).toBe('新甲')
  expect(kept[1].meta).toMatchObject({ records: 3, tallies: { read: 2, kept: 2 } })
})

test('a catalogue that does not open can be replaced, not added to', async () => {
  const broken = fail({ code: 'CAT-part-missing' as const, part: 'hot' as const })
  const { means, kept } = desk({ held: () => Promise.resolve(broken) })
  expect(await importFiles(await job('add', CSV), means)).toEqual(broken)
  expect(kept).toHaveLength(0)
  expect(await importFiles(await job('replace', CSV), means)).toMatchObject({ ok: true, value: { before: null } })
})

test.each(['comparing', 'indexing'] as const)('a cancel heard after %s stores nothing', async phase => {
  const cancel = new AbortController()
  const { means, kept } = desk({ signal: cancel.signal })
  const tell: Means['tell'] = news => { if (news.phase === phase) cancel.abort() }
  expect(await importFiles(await job('replace', CSV), { ...means, tell })).toEqual({ ok: false, problem: { code: 'cancelled' } })
  expect(kept).toHaveLength(0)
})

test('a page that takes back its word at the last moment stores nothing', async () => {
  const { means, kept } = desk({ maySave: () => Promise.resolve(false) })
  expect(await importFiles(await job('replace', CSV), means)).toEqual({ ok: false, problem: { code: 'cancelled' } })
  expect(kept).toHaveLength(0)
})

test('what the store refuses is the end of the import', async () => {
  const full = fail({ code: 'CAT-store-full' as const, neededBytes: 8e7 })
  const { means } = desk({ activate: () => Promise.resolve(full) })
  expect(await importFiles(await job('replace', CSV), means)).toEqual(full)
})

test('a file whose mapping lacks the number stores nothing', async () => {
  const { means, kept } = desk()
  const { files, ...rest } = await job('replace', CSV)
  const without = files.map(file => ({ ...file, mapping: { ...file.mapping, 编号: null } }))
  expect(await importFiles({ ...rest, files: without }, means)).toMatchObject({ ok: false, problem: { code: 'no-number-column', file: '1.csv' } })
  expect(kept).toHaveLength(0)
})

test('standards that come with the product are installed without reading', async () => {
  const { means, kept } = desk()
  await importFiles(await job('replace', CSV), means)
  const standards = await held(kept[0])
  const sources: CatalogueMeta['sources'] = [{ name: '公开来源', rows: 2 }]
  expect(await installStandards({ standards, date: DATE, origin: 'starter', sources }, means)).toMatchObject({ ok: true, value: { meta: { origin: 'starter', records: 2 }, changes: { added: 0, changed: 0, same: 2, gone: 0 } } })
  expect(kept[1].report).toBeNull()
})

test('names of classes stay under every later catalogue, until a list names them anew', async () => {
  const { means, kept } = desk()
  const list = (name: string) => `code,zh\n01,综合\n01.120,${name}\n`
  await importFiles(await job('replace', CSV), means)
  await importFiles(await job('add', list('旧名')), means)
  await importFiles(await job('replace', CSV), means)
  expect((await contents(kept[2])).classNames?.ics['01.120']).toEqual({ zh: '旧名' })
  await importFiles(await job('add', list('新名')), means)
  expect((await contents(kept[3])).classNames?.ics['01.120']).toEqual({ zh: '新名' })
})
