// A desk joins: an admin gives a code that is good once, the desk gives its name and its key.
import { randomUUID } from 'node:crypto'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { EnrolReply, EnrolRequest } from '#shared/sync/login.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { writeAudit } from './audit.ts'
import type { AccessDatabase, Sql } from './database.ts'
import { keyBytes } from './device-proof.ts'
import { hashOf, newCode, readCode } from './secrets.ts'
import type { Throttle } from './throttle.ts'

export const CODE_MS = 24 * 3600_000

export type EnrolmentParts = { database: AccessDatabase; addresses: Throttle; now: () => number }

export const enrol = async ({ database, addresses, now }: EnrolmentParts, { code, name, key }: EnrolRequest, address: string): Promise<Result<Omit<EnrolReply, 'hub' | 'packKey'>, Refusal>> => {
  const tried = addresses.try(address)
  if ('retryAfter' in tried) return fail({ code: 'locked', retryAfter: tried.retryAfter })
  const pubkey = keyBytes(key)
  if (!pubkey) return fail({ code: 'malformed', where: 'key' })
  const enrolled = await database.transaction(async sql => {
    const [held] = await sql<{ complex: string; name: string }>(
      `select e.complex_id as complex, c.name from enrolment_codes e join complexes c on c.id = e.complex_id
       where e.code_hash = $1 and e.used_at is null and e.expires_at > $2 for update`, // the complex is locked too: its letters are given one by one
      [hashOf(readCode(code)), new Date(now())],
    )
    if (!held) return null
    const device = randomUUID()
    const letter = await nextLetter(sql, held.complex)
    await sql("insert into devices (id, complex_id, kind, name, letter, pubkey) values ($1, $2, 'desktop', $3, $4, $5)", [device, held.complex, name, letter, pubkey])
    await sql('update enrolment_codes set used_at = $2, device_id = $3 where code_hash = $1', [hashOf(readCode(code)), new Date(now()), device])
    await writeAudit(sql, { complex: held.complex, device, action: 'enrol', target: device, detail: { address, letter } })
    return { device, letter, complex: { id: held.complex, name: held.name } }
  })
  if (!enrolled) return fail({ code: 'code-refused' })
  addresses.forgive(address)
  return ok(enrolled)
}

/** A new code for a desk of the complex; it is said this once. `by` null = the operator. */
export const makeCode = async (sql: Sql, complex: string, by: string | null, now: number): Promise<{ code: string; codeUntil: number }> => {
  const code = newCode()
  const codeUntil = now + CODE_MS
  await sql('insert into enrolment_codes (code_hash, complex_id, made_by, expires_at) values ($1, $2, $3, $4)', [hashOf(code), complex, by, new Date(codeUntil)])
  await writeAudit(sql, { complex, actor: by, action: 'enrolment-code' })
  return { code, codeUntil }
}

/** A, B, …, Z, AA, AB, …: never one that was given before, since it stands in printed numbers. */
const nextLetter = async (sql: Sql, complex: string): Promise<string> => {
  const [{ given }] = await sql<{ given: number }>('select count(*)::int as given from devices where complex_id = $1 and letter is not null', [complex])
  let letter = ''
  for (let left = given; left >= 0; left = Math.floor(left / 26) - 1) letter = String.fromCharCode(65 + (left % 26)) + letter
  return letter
}
