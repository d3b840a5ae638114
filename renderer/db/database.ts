import Dexie, { type EntityTable, type Table } from 'dexie'
import type { CatalogueMeta, Changes } from '#shared/standards/catalogue.ts'
import { declareVersions } from './versions.ts'

/** A built catalogue: what search needs at once (`hot`), the rest (`cold`), and the rows that were refused or mended (`report`). */
export type StoredCatalogue = { id: string; meta: CatalogueMeta; changes: Changes | null; hot: Blob; cold: Blob; report: Blob | null }

/** One value of the settings of this computer; the key names it, its schema stands with its reader. */
export type StoredSetting = { key: string; value: unknown }

export type Database = Dexie & { catalogues: EntityTable<StoredCatalogue, 'id'>; settings: Table<StoredSetting, string> }

export const openDatabase = (name = 'pinli'): Database => {
  const database = new Dexie(name) as Database
  declareVersions(database)
  return database
}

export const database = openDatabase()
