import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, onPostgres } from '../db/database.fixture.ts'
import { PASSPHRASE, type Person, type TestDevice, type TestHub, addPerson, adminOf, enrolDevice, firstAdmin, logInOn, makeKey, personOf, refreshOn, startTestHub } from '../http/hub.fixture.ts'
import { ACCESS_MS, PAGE_MS } from './sessions.ts'

onPostgres('login', database => {
  let hub: TestHub
  let desk: TestDevice
  let complex: string
  let first: ReturnType<typeof firstAdmin>
  const LOGIN = 'zhou'
  beforeAll(async () => {
    hub = await startTestHub(database().pool)
    first = firstAdmin(hub)
    desk = await enrolDevice(hub, first.code)
    const admin = await adminOf(hub)
    complex = admin.session.memberships[0].complex
    await addPerson(hub, admin.session.access, LOGIN, [{ complex, role: 'front', company: null }], desk)
  })
  afterAll(() => hub.close())

  const enter = async (device = desk, login = LOGIN, password = PASSPHRASE): Promise<Person> => personOf(await logInOn(hub, device, login, password))
  const isIn = async (token: string): Promise<number> => (await hub.ask('/admin/users', { token })).status
  /** A new one each time, since tests move the clock. */
  const adminToken = async (): Promise<string> => (await hub.ask('/login', { body: { login: 'admin', password: PASSPHRASE } })).body['access'] as string
  const code = async (): Promise<string> => (await hub.ask('/admin/devices', { token: await adminToken(), body: { do: 'code', complex } })).body['code'] as string

  test('the first secret lies in a file for its owner alone and is good once', async () => {
    expect(statSync(join(hub.folder, 'first-admin.txt')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(hub.folder, 'first-admin.txt'), 'utf8')).toContain('login: admin')
    expect(await hub.ask('/login', { body: { login: 'admin', password: first.secret, newPassword: `${PASSPHRASE}二` } })).toMatchObject({ status: 401, body: { code: 'wrong-login' } })
    expect(await isIn(await adminToken())).toBe(200)
  })

  test('a one-time secret asks for a passphrase, which is not too short and not the account', async () => {
    const added = await hub.ask('/admin/users', { token: await adminToken(), body: { do: 'add', login: 'a-long-login', display: '吴', memberships: [{ complex, role: 'lab', company: null }] } })
    const { secret } = added.body as { secret: string }
    const typed = secret.toLowerCase().replaceAll('-', ' ')
    const ask = (newPassword?: string) => logInOn(hub, desk, 'a-long-login', typed, newPassword)
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'choose-password' } })
    for (const weak of ['短', 'A-LONG-LOGIN']) expect(await ask(weak)).toMatchObject({ status: 400, body: { code: 'weak-password', min: 10 } })
    expect(await ask(PASSPHRASE)).toMatchObject({ status: 200, body: { display: '吴', memberships: [{ complex, role: 'lab', complexName: '柯桥综合体' }] } })
    expect(await ask(PASSPHRASE)).toMatchObject({ status: 401 })
    hub.clock.now += 25 * 3600_000
    const late = await hub.ask('/admin/users', { token: await adminToken(), body: { do: 'secret', user: added.body['user'] } })
    hub.clock.now += 25 * 3600_000
    expect(await logInOn(hub, desk, 'a-long-login', late.body['secret'] as string, PASSPHRASE)).toMatchObject({ status: 401, body: { code: 'wrong-login' } })
  })

  test('a session lives by its refresh token; the access token ends by itself', async () => {
    const one = await enter()
    const again = await enter()
    expect(again.session.group).toBe(one.session.group)
    hub.clock.now += ACCESS_MS
    expect(await isIn(one.session.access)).toBe(401)
    const renewed = await refreshOn(hub, desk, one.session.refresh!)
    expect(renewed).toMatchObject({ status: 200, body: { user: one.session.user, group: one.session.group } })
    expect(await isIn(renewed.body['access'] as string)).toBe(403)
  })

  test('a refresh token used twice ends the session, however often it was renewed since; a lost answer does not', async () => {
    const { session: { refresh } } = await enter()
    const lost = await refreshOn(hub, desk, refresh!)
    const second = await refreshOn(hub, desk, refresh!)
    expect([lost.status, second.status]).toEqual([200, 200])
    const third = await refreshOn(hub, desk, second.body['refresh'] as string)
    const fourth = await refreshOn(hub, desk, third.body['refresh'] as string)
    expect(fourth.status).toBe(200)
    hub.clock.now += 61_000
    expect(await refreshOn(hub, desk, refresh!)).toMatchObject({ status: 401, body: { code: 'not-logged-in' } })
    expect((await refreshOn(hub, desk, fourth.body['refresh'] as string)).status).toBe(401)
    expect(await isIn(fourth.body['access'] as string)).toBe(401)
    expect(await database().asOwner("select 1 from audit where action = 'refresh-reused'")).toHaveLength(1)
  })

  test('a refresh token is bound to the key of its device', async () => {
    const { session: { refresh } } = await enter()
    expect(await hub.ask('/refresh', { body: { refresh } })).toMatchObject({ status: 403, body: { code: 'device-refused' } })
    const thief = { ...desk, sign: makeKey().sign }
    expect(await refreshOn(hub, thief, refresh!)).toMatchObject({ status: 403, body: { code: 'device-refused' } })
    expect((await refreshOn(hub, desk, refresh!)).status).toBe(200)
  })

  test('a browser keeps the refresh token in a cookie that no script and no other site gets', async () => {
    const entered = await hub.ask('/login', { body: { login: LOGIN, password: PASSPHRASE } })
    expect(entered.body).not.toHaveProperty('refresh')
    const cookie = entered.headers.get('set-cookie')!
    expect(cookie).toMatch(/^pinli-refresh=[\w-]{64}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/)
    const headers = { cookie: cookie.split(';')[0] }
    const renewed = await hub.ask('/refresh', { body: {}, headers })
    expect(renewed).toMatchObject({ status: 200, body: { device: entered.body['device'] } })
    const again = await hub.ask('/login', { body: { login: LOGIN, password: PASSPHRASE, device: { id: entered.body['device'] } } })
    expect(again.body).toMatchObject({ device: entered.body['device'], group: entered.body['group'] })
    expect(await hub.ask('/login', { body: { login: 'admin', password: PASSPHRASE, device: { id: entered.body['device'] } } })).toMatchObject({ status: 403, body: { code: 'device-refused' } })
    expect((await hub.ask('/refresh', { body: {} })).status).toBe(401)
  })

  test('a page without encryption holds the refresh token itself: no cookie, renewed within the hour, good once', async () => {
    const entered = await hub.ask('/login', { body: { login: LOGIN, password: PASSPHRASE, holds: true } })
    expect(entered.headers.get('set-cookie')).toBeNull()
    const refresh = entered.body['refresh'] as string
    expect(entered.body['refreshUntil']).toBe(hub.clock.now + PAGE_MS)
    hub.clock.now += PAGE_MS - 1
    const renewed = await hub.ask('/refresh', { body: { refresh } })
    expect(renewed).toMatchObject({ status: 200, body: { device: entered.body['device'], group: entered.body['group'], refreshUntil: hub.clock.now + PAGE_MS } })
    expect(renewed.headers.get('set-cookie')).toBeNull()
    hub.clock.now += PAGE_MS
    expect((await hub.ask('/refresh', { body: { refresh: renewed.body['refresh'] } })).status).toBe(401)
    const next = await hub.ask('/login', { body: { login: LOGIN, password: PASSPHRASE, device: { id: entered.body['device'] }, holds: true } })
    expect(next.body).toMatchObject({ device: entered.body['device'], group: entered.body['group'] })
    const once = { body: { refresh: next.body['refresh'] as string } }
    expect((await hub.ask('/refresh', once)).status).toBe(200)
    hub.clock.now += 120_000
    expect((await hub.ask('/refresh', once)).status).toBe(401)
  })

  test('logging out ends the session at once', async () => {
    const { session: { access, refresh } } = await enter()
    expect(await hub.ask('/logout', { token: access, body: {} })).toMatchObject({ status: 200 })
    expect([await isIn(access), (await refreshOn(hub, desk, refresh!)).status]).toEqual([401, 401])
  })

  test('a device proves itself by its key, with a challenge that is good once and soon gone', async () => {
    const { body: { challenge } } = await hub.ask('/challenge', { body: { device: desk.id } })
    const ask = (sign = desk.sign, login = LOGIN, named = challenge as string) =>
      hub.ask('/login', { body: { login: LOGIN, password: PASSPHRASE, device: { id: desk.id, challenge: named, signature: sign(`pinli login\n${named}\n${desk.id}\n${login}`) } } })
    expect((await ask(makeKey().sign)).body).toEqual({ code: 'device-refused' })
    const other = async () => (await hub.ask('/challenge', { body: { device: desk.id } })).body['challenge'] as string
    expect((await ask(desk.sign, 'admin', await other())).body).toEqual({ code: 'device-refused' })
    const good = await other()
    expect((await ask(desk.sign, LOGIN, good)).status).toBe(200)
    expect((await ask(desk.sign, LOGIN, good)).body).toEqual({ code: 'device-refused' })
    const late = await other()
    hub.clock.now += 121_000
    expect((await ask(desk.sign, LOGIN, late)).body).toEqual({ code: 'device-refused' })
    expect((await hub.ask('/login', { body: { login: LOGIN, password: PASSPHRASE, device: { id: desk.id } } })).body).toEqual({ code: 'device-refused' })
  })

  test('an enrolment code is good once, for a day, and every desk gets a letter of its own', async () => {
    const [one, two] = [await code(), await code()]
    const { letter } = await enrolDevice(hub, one.toLowerCase())
    expect((await enrolDevice(hub, two)).letter).not.toBe(letter)
    const { key } = makeKey()
    expect(await hub.ask('/enrol', { body: { code: one, name: '再来', key } })).toMatchObject({ status: 403, body: { code: 'code-refused' } })
    const late = await code()
    hub.clock.now += 25 * 3600_000
    expect(await hub.ask('/enrol', { body: { code: late, name: '晚了', key } })).toMatchObject({ status: 403, body: { code: 'code-refused' } })
    expect(await hub.ask('/enrol', { body: { code: late, name: '不在线上', key: { ...key, x: 'A'.repeat(43) } } })).toMatchObject({ status: 400, body: { code: 'malformed', where: 'key' } })
  })

  test('wrong passphrases lock the account for a while, the same whether it exists or not', async () => {
    for (const login of ['nobody', LOGIN]) {
      for (let left = 4; left >= 0; left--) expect(await logInOn(hub, desk, login, 'wrong wrong')).toMatchObject({ status: 401, body: { code: 'wrong-login', left } })
      const locked = await logInOn(hub, desk, login, PASSPHRASE)
      expect(locked).toMatchObject({ status: 429, body: { code: 'locked', retryAfter: 900 } })
      expect(locked.headers.get('retry-after')).toBe('900')
    }
    const { body } = await hub.ask('/admin/users', { token: await adminToken() })
    expect((body['users'] as { login: string; lockedUntil: number | null }[]).find(({ login }) => login === LOGIN)!.lockedUntil).toBe(hub.clock.now + 900_000)
    hub.clock.now += 900_000
    expect((await logInOn(hub, desk, LOGIN, PASSPHRASE)).status).toBe(200)
  })

  test('an admin unlocks an account, and its passphrase stays', async () => {
    const token = await adminToken()
    const person = await addPerson(hub, token, 'suo', [{ complex, role: 'front', company: null }], desk)
    for (let tries = 0; tries < 5; tries++) await logInOn(hub, desk, 'suo', 'wrong wrong')
    expect((await logInOn(hub, desk, 'suo', PASSPHRASE)).status).toBe(429)
    expect((await hub.ask('/admin/users', { token, body: { do: 'unlock', user: person.session.user } })).status).toBe(200)
    expect((await logInOn(hub, desk, 'suo', PASSPHRASE)).status).toBe(200)
  })

  test('a person counts as joined once they have a passphrase of their own', async () => {
    const token = await adminToken()
    const joined = async () => ((await hub.ask('/admin/users', { token })).body['users'] as { login: string; joined: boolean }[]).find(({ login }) => login === 'xin')!.joined
    const { body } = await hub.ask('/admin/users', { token, body: { do: 'add', login: 'xin', display: '新', memberships: [{ complex, role: 'front', company: null }] } })
    expect(await joined()).toBe(false)
    await logInOn(hub, desk, 'xin', body['secret'] as string, PASSPHRASE)
    expect(await joined()).toBe(true)
    await hub.ask('/admin/users', { token, body: { do: 'secret', user: body['user'] } })
    expect(await joined()).toBe(false)
  })

  test('a disabled user is out at once and not told so', async () => {
    const person = await addPerson(hub, await adminToken(), 'feng', [{ complex, role: 'front', company: null }], desk)
    const change = async (what: string) => hub.ask('/admin/users', { token: await adminToken(), body: { do: what, user: person.session.user } })
    expect((await change('disable')).status).toBe(200)
    expect([await isIn(person.session.access), (await refreshOn(hub, desk, person.session.refresh!)).status]).toEqual([401, 401])
    expect((await logInOn(hub, desk, 'feng', PASSPHRASE)).body).toMatchObject({ code: 'wrong-login' })
    await change('enable')
    expect((await logInOn(hub, desk, 'feng', PASSPHRASE)).status).toBe(200)
  })

  test('a login under way while the passphrase is taken back does not come in', async () => {
    const person = await addPerson(hub, await adminToken(), 'zheng', [{ complex, role: 'front', company: null }], desk)
    const { asOwner } = database()
    await asOwner('begin')
    await asOwner('select from users where id = $1 for update', [person.session.user])
    const coming = logInOn(hub, desk, 'zheng', PASSPHRASE)
    await expect.poll(() => asOwner('select 1 from pg_locks where not granted'), { timeout: 10_000 }).not.toEqual([])
    await asOwner('update users set pw_hash = null where id = $1', [person.session.user])
    await asOwner('commit')
    expect(await coming).toMatchObject({ status: 401, body: { code: 'wrong-login' } })
  })

  test('a revoked device hears of it with its next request, whatever it asks', async () => {
    const lost = await enrolDevice(hub, await code())
    const person = await enter(lost)
    expect((await hub.ask('/admin/devices', { token: await adminToken(), body: { do: 'revoke', device: lost.id, wipe: true } })).status).toBe(200)
    const revoked = { status: 401, body: { code: 'device-revoked', wipe: true } }
    const told = async () => ((await hub.ask('/admin/devices', { token: await adminToken() })).body['devices'] as { id: string; told: boolean }[]).find(({ id }) => id === lost.id)!.told
    // Who only knows its name isn't it, and nothing counts as told by that.
    expect((await logInOn(hub, { ...lost, sign: desk.sign }, LOGIN, PASSPHRASE)).body).toEqual({ code: 'device-refused' })
    expect(await told()).toBe(false)
    const { epoch, group } = person.session
    const caller = { proto: 1, schema: 1, epoch, group, client: person.client }
    expect(await hub.ask('/sync/pull', { token: person.session.access, body: { ...caller, cursors: {}, limit: 1, acked: 0 } })).toMatchObject(revoked)
    expect(await told()).toBe(true)
    expect(await hub.ask('/sync/push', { token: person.session.access, body: { ...caller, commands: [{ mid: 1, name: 'x', args: {}, hash: 'x', clientTs: 0 }] } })).toMatchObject(revoked)
    expect(await hub.ask('/sync/poke', { token: person.session.access })).toMatchObject(revoked)
    expect(await refreshOn(hub, lost, person.session.refresh!)).toMatchObject(revoked)
    expect(await logInOn(hub, lost, LOGIN, PASSPHRASE)).toMatchObject(revoked)
  })

  test('what is kept of secrets cannot be used, and the audit has none of them', async () => {
    const { session: { access, refresh } } = await enter()
    const kept = JSON.stringify(await Promise.all(['users', 'logins', 'access_tokens', 'enrolment_codes', 'audit'].map(table => rowsOf(database(), table))))
    for (const secret of [access, refresh!, PASSPHRASE, first.secret, first.code]) expect(kept).not.toContain(secret)
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('a second start with people keeps no secret lying about', async () => {
    const again = await startTestHub(database().pool)
    expect(again.serving.firstAdminFile).toBeNull()
    await again.close()
  })
})

const rowsOf = ({ asOwner }: TestDatabase, table: string): Promise<object[]> => asOwner(`select * from ${table}`)
