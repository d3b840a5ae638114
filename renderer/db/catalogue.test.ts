import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { activateCatalogue, activeMeta, loadCold, loadHot, loadReport, type NewCatalogue } from './catalogue.ts'
import { openDatabase, type Database, type StoredCatalogue } from './database.ts'

const meta = (records: number): CatalogueMeta => ({ date: '2026-11-01', built: '2026-11-25T08:00:00.000Z', records, origin: 'import', sources: [], tallies: { read: records, kept: records, merged: 0, refused: 0, repaired: 0 } })
const catalogue = (records: number, report: string | null = null): NewCatalogue => ({ meta: meta(records), changes: null, hot: new Blob([`hot ${records}`]), cold: new Blob([`cold ${records}`]), report: report === null ? null : new Blob([report]) })

let database: Database
let names = 0
beforeEach(() => {
  database = openDatabase(`test-${++names}`)
})

const held = async (): Promise<string[]> => {
  const hot = await loadHot(database)
  if (!hot.ok || !hot.value) return []
  const cold = await loadCold(hot.value.id, database)
  return [await hot.value.hot.text(), (await cold?.text()) ?? 'no cold', `${hot.value.meta.records}`]
}

describe('the kept catalogue', () => {
  it('is none at first', async () => {
    expect(await loadHot(database)).toEqual({ ok: true, value: null })
    expect(await loadReport(database)).toBeNull()
  })

  it('is the last that was activated, and the one before is gone', async () => {
    await activateCatalogue(catalogue(1, 'refused rows'), database)
    expect(await (await loadReport(database))?.text()).toBe('refused rows')
    await activateCatalogue(catalogue(2), database)
    expect(await held()).toEqual(['hot 2', 'cold 2', '2'])
    expect(await loadReport(database)).toBeNull()
    expect([await database.catalogues.count(), await database.parts.count()]).toEqual([1, 2])
  })

  it('stays the old one when writing breaks off anywhere', async () => {
    await activateCatalogue(catalogue(1), database)
    for (const failing of ['parts', 'catalogues'] as const) {
      const stop = (): never => {
        throw new Error('the power went off')
      }
      database[failing].hook('creating', stop)
      expect(await activateCatalogue(catalogue(2), database)).toMatchObject({ ok: false, problem: { code: 'CAT-store-refused' } })
      database[failing].hook('creating').unsubscribe(stop)
      expect(await held()).toEqual(['hot 1', 'cold 1', '1'])
    }
  })

  it('stays the old one when the disk is full, and the problem says how much is needed', async () => {
    await activateCatalogue(catalogue(1), database)
    const stop = (): never => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    database.catalogues.hook('creating', stop)
    expect(await activateCatalogue(catalogue(2), database)).toEqual({ ok: false, problem: { code: 'CAT-store-full', neededBytes: 11 } })
    database.catalogues.hook('creating').unsubscribe(stop)
    expect(await held()).toEqual(['hot 1', 'cold 1', '1'])
  })

  it('with a part missing says so', async () => {
    await activateCatalogue(catalogue(1), database)
    await database.parts.clear()
    expect(await loadHot(database)).toEqual({ ok: false, problem: { code: 'CAT-part-missing', part: 'hot' } })
  })

  it('tells who follows it of every change', async () => {
    const seen: (number | null)[] = []
    const changed = new Promise<void>(done => {
      activeMeta(database).subscribe({
        next: (active: StoredCatalogue | null) => {
          seen.push(active?.meta.records ?? null)
          if (seen.length === 1) void activateCatalogue(catalogue(7), database)
          else done()
        },
        error: done,
      })
    })
    await changed
    expect(seen).toEqual([null, 7])
  })
})
