import type Dexie from 'dexie'

/** Versions are appended and frozen; none imports code of the app. */
export const declareVersions = (database: Dexie): void => {
  database.version(1).stores({ catalogues: 'id', parts: '[catalogue+part]', settings: 'key' })
  database.version(2).stores({ pieces: '[pack+at]' })
}
