// The hub's own key to which desks seal theirs, so that whoever forgets a passphrase doesn't lose the work that lies on a computer.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromBase64, toBase64 } from '#shared/crypto/base64.ts'
import { openAtHub } from '#shared/crypto/kept-key.ts'
import { SealBroken } from '#shared/crypto/seal.ts'
import { sealingKeyOf } from '#shared/crypto/sealed-to.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
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
    try {
      const key = openAtHub(recovery, box, group)
      await writeAudit(sql, { actor: user, device, action: 'key-recovered', target: group })
      return ok({ key })
    } catch (error) {
      if (error instanceof SealBroken) return fail({ code: 'not-found' })
      throw error
    }
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
