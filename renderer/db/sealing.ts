// Between Dexie and IndexedDB: what goes to the disk is sealed, what comes from it is opened, and nobody above knows.
import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie'
import type { Sealer } from '#shared/crypto/seal.ts'

/** null = locked: a row that is sealed can't be read, and none that would have to be sealed can be written. */
export type Lock = { sealer: Sealer | null }

/** The desk's key isn't here. */
export class Locked extends Error {}

/** `fields`: by table, what lies in one sealed box a row (`_x`). A row of before the sealing reads as it lies. */
export const sealing = (fields: { readonly [table: string]: readonly string[] }, lock: Lock): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'sealing',
  // Below all of Dexie's own, which know rows only as they were put.
  level: -100,
  create: core => ({ ...core, table: name => (fields[name] ? sealedTable(core.table(name), fields[name], lock) : core.table(name)) }),
})

type Value = { [field: string]: unknown }

const sealedTable = (table: DBCoreTable, fields: readonly string[], lock: Lock): DBCoreTable => {
  const placeOf = (value: Value): string => `${table.name}/${String(table.schema.primaryKey.extractKey!(value))}`
  const sealer = (): Sealer => lock.sealer ?? raise(new Locked(`${table.name} is locked`))
  const closed = (value: Value): Value => {
    const [open, box]: [Value, Value] = [{}, {}]
    for (const [field, held] of Object.entries(value)) (fields.includes(field) ? box : open)[field] = held
    return { ...open, [BOX]: sealer().seal(box, placeOf(value)) }
  }
  const opened = (value: unknown): unknown => {
    if (!isSealed(value)) return value
    const { [BOX]: box, ...open } = value
    return { ...open, ...(sealer().open(box, placeOf(open)) as Value) }
  }
  return {
    ...table,
    mutate: request => table.mutate(request.type === 'add' || request.type === 'put' ? { ...request, values: (request.values as Value[]).map(closed) } : request),
    get: request => table.get(request).then(opened),
    getMany: request => table.getMany(request).then(found => found.map(opened)),
    query: request => table.query(request).then(found => (request.values ? { ...found, result: found.result.map(opened) } : found)),
    openCursor: request => table.openCursor(request).then(cursor => cursor && (request.values ? openedBy(cursor, opened) : cursor)),
  }
}

/** The same cursor, whose own getters want the cursor itself. */
const openedBy = (cursor: DBCoreCursor, opened: (value: unknown) => unknown): DBCoreCursor =>
  Object.create(cursor, { key: { get: () => cursor.key as unknown }, primaryKey: { get: () => cursor.primaryKey as unknown }, value: { get: () => opened(cursor.value) } }) as DBCoreCursor

const BOX = '_x'
const isSealed = (value: unknown): value is Value & { [BOX]: Uint8Array } => typeof value === 'object' && value !== null && BOX in value

const raise = (error: Error): never => {
  throw error
}
