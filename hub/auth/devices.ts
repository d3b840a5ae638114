import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { DeviceChange, DeviceChanged, DeviceList } from '#shared/sync/login.ts'
import type { Refusal } from '#shared/sync/refusal.ts'
import type { Pokes } from '../sync/pokes.ts'
import type { Admin } from './admin.ts'
import { writeAudit } from './audit.ts'
import type { AccessDatabase } from './database.ts'
import { makeCode } from './enrolment.ts'
import { endSessions } from './sessions.ts'

export type DeviceParts = { database: AccessDatabase; pokes: Pokes; now: () => number }

export const listDevices = async ({ database: { sql }, pokes }: DeviceParts, { complexes }: Admin): Promise<DeviceList> => {
  const rows = await sql<Omit<DeviceList['devices'][number], 'created' | 'lastSeen' | 'listening'> & { made_at: Date; last_seen: Date | null }>(
    `select d.id, d.complex_id as complex, d.letter, d.name, d.kind, d.revoked_at is not null as revoked, d.told_at is not null as told, d.made_at, d.last_seen,
     array(select distinct user_id from logins l where l.device_id = d.id and (l.revoked_at is null or l.revoked_at >= d.revoked_at) order by 1) as users
     from devices d where d.complex_id = any($1) order by d.complex_id, d.made_at, d.id`,
    [complexes],
  )
  return { devices: rows.map(({ made_at: made, last_seen: seen, ...device }) => ({ ...device, created: made.getTime(), lastSeen: seen?.getTime() ?? null, listening: pokes.hears(device.id) })) }
}

/** `changed`: users whose access is another now. */
export const changeDevice = async ({ database: { transaction }, now }: DeviceParts, { user, complexes }: Admin, change: DeviceChange): Promise<Result<{ said: DeviceChanged; changed: string[] }, Refusal>> =>
  transaction(async sql => {
    if (change.do === 'code') return complexes.includes(change.complex) ? ok({ said: await makeCode(sql, change.complex, user, now()), changed: [] }) : fail({ code: 'not-found' })
    const [held] = await sql<{ complex: string }>('select complex_id as complex from devices where id = $1 and complex_id = any($2) for update', [change.device, complexes])
    if (!held) return fail({ code: 'not-found' })
    const users = await sql<{ user: string }>('select distinct user_id as user from logins where device_id = $1 and revoked_at is null', [change.device])
    await sql('update devices set revoked_at = coalesce(revoked_at, $2), wipe = wipe or $3 where id = $1', [change.device, new Date(now()), change.wipe])
    await endSessions(sql, 'device_id = $1', change.device, now())
    await writeAudit(sql, { complex: held.complex, actor: user, action: 'device-revoke', target: change.device, detail: { wipe: change.wipe } })
    return ok({ said: {}, changed: users.map(one => one.user) })
  })
