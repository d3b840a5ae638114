// What an empty hub needs before anybody can log in.
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { writePrivate } from '../private-file.ts'
import { writeAudit } from './audit.ts'
import { addComplex } from './complexes.ts'
import type { AccessDatabase, Sql } from './database.ts'
import { CODE_MS, makeCode } from './enrolment.ts'
import { hashOf, newCode } from './secrets.ts'

export const FIRST_ADMIN = 'admin'

/**
 * As long as nobody has a passphrase: makes sure of a complex and its first admin, and writes a secret that is good for one login
 * within 24 hours, with a code for the first desk, into a file of mode 0600. Gives its path; null = there are people already.
 */
export const firstStart = async (database: AccessDatabase, complex: { name: string; district: string }, file: string, now: number): Promise<string | null> => {
  const said = await database.transaction(async sql => {
    const [{ begun }] = await sql<{ begun: boolean }>('select exists (select from users where pw_hash is not null) as begun')
    if (begun) return null
    const id = (await sql<{ id: string }>('select id from complexes order by made_at, id limit 1'))[0]?.id ?? (await addComplex(sql, complex))
    const secret = newCode()
    await giveFirstAdmin(sql, id, secret, now)
    await writeAudit(sql, { complex: id, action: 'first-admin' })
    return { secret, code: (await makeCode(sql, id, null, now)).code }
  })
  if (!said) {
    await rm(file, { force: true })
    return null
  }
  const until = new Date(now + CODE_MS).toISOString()
  await writePrivate(file, `# 品立中心的第一位管理员，一次有效。 The first administrator of this Pinli hub, good once.\nlogin: ${FIRST_ADMIN}\nsecret: ${said.secret}\n# 第一台电脑的加入码，一次有效。 Code for the first desk, good once.\ncode: ${said.code}\nuntil: ${until}\n`)
  return file
}

const giveFirstAdmin = async (sql: Sql, complex: string, secret: string, now: number): Promise<void> => {
  const [{ id }] = await sql<{ id: string }>(
    `insert into users (id, login, display, secret_hash, secret_until) values ($1, $2, '管理员', $3, $4)
     on conflict (login) do update set secret_hash = excluded.secret_hash, secret_until = excluded.secret_until returning id`,
    [randomUUID(), FIRST_ADMIN, hashOf(secret), new Date(now + CODE_MS)],
  )
  await sql("insert into memberships (user_id, complex_id, role) values ($1, $2, 'admin') on conflict do nothing", [id, complex])
}
