import Dexie, { type EntityTable, type Table } from 'dexie'
import type { CatalogueMeta, Changes } from '#shared/standards/catalogue.ts'
import { declareVersions } from './versions.ts'

/** What is known of the active catalogue; at most one stands. Its bytes lie apart, so that reading this is cheap. */
export type StoredCatalogue = { id: string; meta: CatalogueMeta; changes: Changes | null }

/** What search needs at once (`hot`), the rest (`cold`), and the rows that were refused or mended (`report`). */
export type StoredPart = { catalogue: string; part: 'hot' | 'cold' | 'report'; blob: Blob }

/** What has come of a pack that is being fetched: `pack` is the SHA-256 of the whole, `at` the byte of it where the piece begins. */
export type StoredPiece = { pack: string; at: number; blob: Blob }

/** One value of the settings of this computer; the key names it, its schema stands with its reader. */
export type StoredSetting = { key: string; value: unknown }

export type Database = Dexie & {
  catalogues: EntityTable<StoredCatalogue, 'id'>
  parts: Table<StoredPart, [catalogue: string, part: StoredPart['part']]>
  settings: Table<StoredSetting, string>
  pieces: Table<StoredPiece, [pack: string, at: number]>
}

export const openDatabase = (name = 'pinli'): Database => {
  const database = new Dexie(name) as Database
  declareVersions(database)
  return database
}

export const database = openDatabase()
