import { liveQuery, type Observable } from 'dexie'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueMeta, Changes } from '#shared/standards/catalogue.ts'
import type { CatalogueProblem } from '#shared/standards/index/problem.ts'
import { database as own, type Database, type StoredCatalogue, type StoredPart } from './database.ts'

/** A catalogue as it was built, ready to be kept. `report` holds the rows that were refused or mended. */
export type NewCatalogue = { meta: CatalogueMeta; changes: Changes | null; hot: Blob; cold: Blob; report: Blob | null }

/**
 * Writes a catalogue, makes it the active one and deletes the one before, all in one transaction: after a crash
 * at any moment exactly one of the two is there, whole. Every window's search follows by itself.
 */
export const activateCatalogue = async (catalogue: NewCatalogue, database: Database = own): Promise<Result<{ id: string }, CatalogueProblem>> => {
  const { meta, changes, hot, cold, report } = catalogue
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  try {
    await database.transaction('rw', database.catalogues, database.parts, async () => {
      await database.parts.clear()
      await database.catalogues.clear()
      await database.parts.bulkAdd([{ catalogue: id, part: 'hot', blob: hot }, { catalogue: id, part: 'cold', blob: cold }, ...(report ? [{ catalogue: id, part: 'report' as const, blob: report }] : [])])
      await database.catalogues.add({ id, meta, changes })
    })
    return ok({ id })
  } catch (error) {
    return fail(isQuota(error) ? { code: 'CAT-store-full', neededBytes: hot.size + cold.size + (report?.size ?? 0) } : { code: 'CAT-store-refused', detail: String(error) })
  }
}

/** The active catalogue without its bytes, again whenever this or another window changes it; null = there is none. */
export const activeMeta = (database: Database = own): Observable<StoredCatalogue | null> => liveQuery(() => active(database))

/** The active catalogue with the part that search needs at once; null = there is none. */
export const loadHot = async (database: Database = own): Promise<Result<(StoredCatalogue & { hot: Blob }) | null, CatalogueProblem>> => {
  try {
    return await database.transaction('r', database.catalogues, database.parts, async () => {
      const catalogue = await active(database)
      if (!catalogue) return ok(null)
      const hot = await part(database, catalogue.id, 'hot')
      return hot ? ok({ ...catalogue, hot }) : fail({ code: 'CAT-part-missing', part: 'hot' })
    })
  } catch (error) {
    return fail({ code: 'CAT-store-unreadable', detail: String(error) })
  }
}

/** The rest of the catalogue that `loadHot` named; null = it isn't there any more. */
export const loadCold = (id: string, database: Database = own): Promise<Blob | null> => part(database, id, 'cold')

/** Refused and mended rows of the active catalogue's import; null = none were kept. */
export const loadReport = async (database: Database = own): Promise<Blob | null> => {
  const catalogue = await active(database)
  return catalogue && part(database, catalogue.id, 'report')
}

const active = async (database: Database): Promise<StoredCatalogue | null> => (await database.catalogues.toCollection().first()) ?? null

const part = async (database: Database, catalogue: string, name: StoredPart['part']): Promise<Blob | null> => (await database.parts.get([catalogue, name]))?.blob ?? null

// Dexie wraps the browser's error; a full disk shows at the write or only at the commit.
export const isQuota = (error: unknown): boolean => {
  for (let e = error; e && typeof e === 'object'; e = (e as { inner?: unknown }).inner) if ((e as { name?: unknown }).name === 'QuotaExceededError') return true
  return false
}
