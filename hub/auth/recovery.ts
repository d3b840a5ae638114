// The hub's own key to which desks seal theirs, so that whoever forgets a passphrase doesn't lose the work that lies on a computer.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromBase64, toBase64 } from '#shared/crypto/base64.ts'
import { openAtHub } from '#shared/crypto/kept-key.ts'
import { SealBroken } from '#shared/crypto/seal.ts'
import { sealingKeyOf } from '#shared/crypto/sealed-to.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Surrendered, SurrenderRequest } from '#shared/sync/login.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import { readIfThere, writePrivate } from '../private-file.ts'
import { writeAudit } from './audit.ts'
import type { AccessDatabase } from './database.ts'
import type { Caller } from './sessions.ts'

const keyFile = z.object({ kind: z.literal('pinli-recovery-key'), secret: z.string().regex(/^[\w-]{43}$/) })

/** The secret of the file at `path`, made where there is none. Lost, no desk's key can be opened by it any more. */
export const recoverySecret = async (path: string): Promise<Uint8Array> => {
  const text = await readIfThere(path)
  if (text !== null) {
    const read = keyFile.safeParse(parsed(text))
    if (!read.success) throw new Error(`${path} is no recovery key: put back a copy of it`)
    return fromBase64(read.data.secret)
  }
  const secret = new Uint8Array(randomBytes(32))
  await writePrivate(path, `${JSON.stringify({ kind: 'pinli-recovery-key', secret: toBase64(secret) })}\n`)
  return secret
}

export const recoveryKeyOf = (secret: Uint8Array): string => toBase64(sealingKeyOf(secret))

/** Only to whom the group belongs; each time is told in the audit. */
export const recover = async ({ database, recovery }: { database: AccessDatabase; recovery: Uint8Array }, { login: { user, device } }: Caller, { group, box }: { group: string; box: string }): Promise<Result<{ key: string }, Refusal>> =>
  database.transaction(async sql => {
    const [own] = await sql('select 1 from client_groups where id = $1 and user_id = $2', [group, user])
    if (!own) return fail({ code: 'not-found' })
    const key = opened(recovery, box, group)
    if (key === null) return fail({ code: 'not-found' })
    await writeAudit(sql, { actor: user, device, action: 'key-recovered', target: group })
    return ok({ key })
  })

/** For the operator, who holds what a computer wrote: whose it is, and the key. Each time is told in the audit. */
export const openSurrendered = ({ database, recovery }: { database: AccessDatabase; recovery: Uint8Array }, { group, box, client }: SurrenderRequest): Promise<Surrendered> =>
  database.transaction(async sql => {
    const key = box === undefined ? null : opened(recovery, box, group)
    const [owner = null] = await sql<NonNullable<Surrendered['owner']>>(
      'select u.login, u.display, d.name as device, d.letter, o.revoked from client_owners o join users u on u.id = o.user_id join devices d on d.id = o.device_id where o.group_id = $1',
      [group],
    )
    const [{ epoch, last }] = await sql<{ epoch: string; last: number | null }>('select epoch, (select last_mutation_id from clients where id = $1 and group_id = $2) as last from hub_meta', [client, group])
    await writeAudit(sql, { action: 'work-surrendered', target: group, detail: { client, keyGiven: key !== null } })
    return { key, owner, epoch, last: last ?? 0 }
  })

/** null = not sealed to this hub, or of another group. */
const opened = (recovery: Uint8Array, box: string, group: string): string | null => {
  try {
    return openAtHub(recovery, box, group)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
