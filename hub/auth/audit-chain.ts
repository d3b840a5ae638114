// The audit's chain: a sealed row carries its number, the hash of the row before it and its own, so that what was changed, taken out or
// put in behind the hub's back is found. Taking rows off its end is found by an earlier head alone.
import { sha256 } from '#shared/crypto/digest.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import type { AccessDatabase, Sql } from './database.ts'

/** `at`: UTC to the microsecond, as it is kept. */
export type AuditRow = { id: number; at: string; complex: string | null; actor: string | null; device: string | null; action: string; target: string | null; detail: unknown }
/** `seq` counts from 1; hashes are SHA-256 in hex. */
export type SealedRow = AuditRow & { seq: number; prev: string; hash: string }
export type Head = { seq: number; hash: string }
/** `missing`: no row has the number. `unlinked`: it follows another row than the one before it. `changed`: it isn't what was sealed. */
export type Broken = { seq: number; why: 'missing' | 'unlinked' | 'changed'; row: AuditRow | null }

const START: Head = { seq: 0, hash: '0'.repeat(64) }

/** Of all that a row says, with its place: SHA-256 over canonical JSON. */
const sealOf = (row: AuditRow & { seq: number; prev: string }): Promise<string> => sha256(new TextEncoder().encode(canonicalJson({ ...row, hash: undefined })))

const ROW = `id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, complex_id as complex, actor, device, action, target, detail`
const SEALED = `select ${ROW}, seq, encode(prev_hash, 'hex') as prev, encode(hash, 'hex') as hash from audit where seq > $1 order by seq limit $2`
const UNSEALED = `select ${ROW} from audit where seq is null and id > $1 order by id limit $2`
const AT_ONCE = 1000

/** Seals what was committed since, the oldest first. True: there may be more. One at a time a database; a second one fails by the number. */
export const sealAudit = ({ transaction }: AccessDatabase): Promise<boolean> =>
  transaction(async sql => {
    const rows = await sql<AuditRow>(UNSEALED, [0, AT_ONCE])
    if (rows.length === 0) return false
    let [{ seq, hash } = START] = await sql<Head>("select seq, encode(hash, 'hex') as hash from audit where seq is not null order by seq desc limit 1")
    const seals: { id: number; seq: number; prev: string; hash: string }[] = []
    for (const row of rows) {
      const prev = hash
      hash = await sealOf({ ...row, seq: ++seq, prev })
      seals.push({ id: row.id, seq, prev, hash })
    }
    await sql("update audit a set seq = s.seq, prev_hash = decode(s.prev, 'hex'), hash = decode(s.hash, 'hex') from json_to_recordset($1) s (id bigint, seq bigint, prev text, hash text) where a.id = s.id", [JSON.stringify(seals)])
    return rows.length === AT_ONCE
  })

export const sealedRows = (sql: Sql): AsyncGenerator<SealedRow> => paged<SealedRow>(sql, SEALED, ({ seq }) => seq)

/** What the sealer hasn't come to yet: at most about a second's rows beside a hub that runs. */
export const unsealedRows = (sql: Sql): AsyncGenerator<AuditRow> => paged<AuditRow>(sql, UNSEALED, ({ id }) => id)

async function* paged<R extends AuditRow>(sql: Sql, text: string, keyOf: (row: R) => number): AsyncGenerator<R> {
  for (let after = 0; ; ) {
    const rows = await sql<R>(text, [after, AT_ONCE])
    yield* rows
    if (rows.length < AT_ONCE) return
    after = keyOf(rows[rows.length - 1])
  }
}

/** Follows the chain row by row, in the order of its numbers, up to the first break; the head is that of what holds. */
export const followChain = () => {
  let head = START
  let broken: Broken | null = null
  return {
    take: async (row: SealedRow): Promise<void> => {
      if (broken) return
      const seq = head.seq + 1
      if (row.seq !== seq) broken = { seq, why: 'missing', row: null }
      else if (row.prev !== head.hash) broken = { seq, why: 'unlinked', row }
      else if ((await sealOf(row)) !== row.hash) broken = { seq, why: 'changed', row }
      else head = { seq, hash: row.hash }
    },
    end: (): { head: Head; broken: Broken | null } => ({ head, broken }),
  }
}
