// Foreign ids: every command, table and endpoint against every role. What a role may not do leaves nothing behind and says no more than
// that; the rightful caller does the very same and succeeds, so that no row passes for a wrong reason.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandName, commands } from '#shared/commands.ts'
import { fromBase64 } from '#shared/crypto/base64.ts'
import { wrapToHub } from '#shared/crypto/kept-key.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { applyCommand } from '#shared/sync/apply-command.ts'
import { sealParcel } from '#shared/sync/parcel.ts'
import type { Change, Outcome, PushRequest } from '#shared/sync/protocol.ts'
import { companyScope, type Scope, scope } from '#shared/sync/scopes.ts'
import type { Row } from '#shared/sync/tx.ts'
import { tables } from '#shared/tables.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { ownClient } from '../sync/own-client.ts'
import { type Cast, bringCast } from './cast.fixture.ts'
import { CAST, type Role, examples } from './examples.fixture.ts'
import { type Person, type TestHub, enrolDevice, give, logInOn, PASSPHRASE, pullAs, startTestHub } from './hub.fixture.ts'

const ROLES = CAST.filter(role => role !== 'none')

onPostgres('foreign ids', database => {
  let hub: TestHub
  let cast: Cast
  beforeAll(async () => {
    hub = await startTestHub(database().pool)
    cast = await bringCast(hub)
  })
  afterAll(() => hub.close())

  /** Versions of all scopes: they move with every change that anybody could see. */
  const versions = (): Promise<object[]> => database().asOwner('select name, ver from scopes order by name')
  const as = (role: Role, name: CommandName, args: object): Promise<Outcome> => give(hub, cast.people[role], name, args)
  const byHub = async (name: CommandName, args: object): Promise<Pick<Outcome, 'outcome'>> => {
    const own = await ownClient(hub.serving.database)
    hub.clock.now += 3600_000
    const { epoch, last } = await hub.serving.hub.store.read(async t => ({ epoch: await t.epoch(), last: (await t.client(own.client, own.login))?.last ?? 0 }))
    const applied = await applyCommand(hub.serving.hub, { ...own, epoch, proto: 1 }, { mid: last + 1, name, args, hash: createHash('sha256').update(canonicalJson(args)).digest('hex'), clientTs: 0 })
    hub.clock.now -= 3600_000
    return { outcome: applied.error === null && applied.moved.length > 0 ? 'applied' : 'rejected' }
  }

  describe.each(Object.keys(commands) as CommandName[])('%s', name => {
    const { may, args, creates } = examples[name]
    const [rightful] = may
    const refused = CAST.filter(role => !may.includes(role))

    test.each(refused)('is refused to %s, and done for the rightful', async role => {
      const meant = await args(cast.stage)
      const before = await versions()
      const { outcome, code, facts } = await as(role, name, meant)
      expect([outcome, code === 'forbidden' || code === 'not-found', facts]).toEqual(['rejected', true, {}])
      expect(await versions()).toEqual(before)
      const seesIt = role !== 'b' && role !== 'frontY' && role !== 'none'
      if (!creates && !seesIt) expect((await as(role, name, { ...meant, id: randomUUID() })).code).toBe(code)
      expect(await (rightful === 'hub' ? byHub(name, meant) : as(rightful, name, meant))).toMatchObject({ outcome: 'applied' })
    })

    const others = may.filter(role => role !== 'hub' && role !== rightful) as Role[]
    if (others.length > 0) test.each(others)('is done for %s', async role => expect(await as(role, name, await args(cast.stage))).toMatchObject({ outcome: 'applied' }))

    test.each(ROLES.filter(role => role !== 'frontY'))('never reaches into another complex for %s', async role => {
      const before = await versions()
      expect(await as(role, name, { ...(await args({ ...cast.stage, give: () => Promise.resolve() })), complex: cast.complexY })).toMatchObject({ outcome: 'rejected' })
      expect(await versions()).toEqual(before)
    })
  })

  /** By hand, beside what the hub reckons. */
  const audiences = (): Record<Exclude<Role, 'none'>, Scope[]> => {
    const { people, stage: { complex, company }, complexY } = cast
    const user = (role: Role): Scope => scope('user', people[role].session.user)
    const staff = (role: Role): Scope[] => [user(role), scope('complex', complex), scope('public', complex)]
    return {
      front: staff('front'), lab: staff('lab'), trainer: staff('trainer'), admin: staff('admin'), frontY: [user('frontY'), scope('complex', complexY), scope('public', complexY)],
      a: [user('a'), companyScope(complex, company.a), scope('public', complex)], b: [user('b'), companyScope(complex, company.b), scope('public', complex)],
    }
  }

  describe('rows', () => {
    let pulled: Record<Role, Change[]>
    const audienceOf = (table: string, row: Row): Scope[] => (tables as unknown as Record<string, { scopes(row: Row): Scope[] }>)[table].scopes(row)
    beforeAll(async () => {
      const { stage: { complex, company, resource }, people } = cast
      // Two who change one field: what each said is kept.
      for (const name of ['丙', '丁']) await as('front', 'companies.patch', { complex, id: company.a, fields: { name: { old: '甲', new: name, conflict: randomUUID() } } })
      await as('lab', 'resources.setOpen', { complex, id: resource.approval, open: false })
      pulled = {} as typeof pulled
      for (const role of CAST) pulled[role] = (await pullAs(hub, people[role], {})).changes.filter(({ row }) => row !== null)
    })

    describe.each(Object.keys(tables))('of %s', table => {
      test.each([...CAST])('reach %s in the scopes of their audience and in no other', role => {
        const own = role === 'none' ? [scope('user', cast.people.none.session.user)] : audiences()[role]
        const of = (who: Role): Change[] => pulled[who].filter(change => change.table === table)
        for (const { scope, row } of of(role)) expect([own.includes(scope), audienceOf(table, row!).includes(scope)]).toEqual([true, true])
        const seen = new Set(of(role).map(({ id }) => id))
        expect(of('front').length).toBeGreaterThan(0)
        for (const { id, row } of of('front')) expect([id, seen.has(id)]).toEqual([id, audienceOf(table, row!).some(one => own.includes(one))])
      })
    })
  })

  type Endpoint = { method: 'GET' | 'POST'; path: string; body?: () => object; answers: (role: Role | 'nobody' | 'revoked') => number }
  const logged = (status: number) => (role: Role | 'nobody' | 'revoked'): number => (role === 'nobody' || role === 'revoked' ? 401 : status)
  const adminsOnly = (role: Role | 'nobody' | 'revoked'): number => (role === 'admin' ? 200 : logged(403)(role))
  /** What an admin of X may not see is not found, and his rights don't matter then. */
  const ofY = (role: Role | 'nobody' | 'revoked'): number => (role === 'admin' ? 404 : logged(403)(role))
  const boxOf = ({ session: { group, recoveryKey } }: Person): string => wrapToHub({}, new Uint8Array(32), recoveryKey, group, bytes => crypto.getRandomValues(new Uint8Array(bytes))).hub!.box
  const parcelOf = (request: PushRequest): object => sealParcel(fromBase64(cast.people.front.session.recoveryKey), request, bytes => crypto.getRandomValues(new Uint8Array(bytes)))
  const caller = () => ({ proto: 1, schema: 1, epoch: cast.people.front.session.epoch, group: cast.people.front.session.group, client: cast.people.front.client })
  const own = (status: number) => (role: Role | 'nobody' | 'revoked'): number => (role === 'front' ? status : logged(403)(role))
  /** Company a's own record: for it and for the staff of its complex. */
  const ofA = (role: Role | 'nobody' | 'revoked'): number => logged(['a', 'front', 'lab', 'trainer', 'admin'].includes(role) ? 200 : 404)(role)
  const endpoints: Endpoint[] = [
    { method: 'POST', path: '/sync/history', body: () => ({ table: 'companies', complex: cast.stage.complex, id: cast.stage.company.a }), answers: ofA },
    { method: 'POST', path: '/sync/history', body: () => ({ table: 'bookings', complex: cast.stage.complex, id: cast.stage.company.a }), answers: logged(404) },
    { method: 'POST', path: '/sync/history', body: () => ({ table: 'companies', complex: cast.complexY, id: cast.stage.company.a }), answers: logged(404) },
    { method: 'POST', path: '/sync/push', body: () => ({ ...caller(), commands: [{ mid: 1, name: 'x', args: {}, hash: '0', clientTs: 0 }] }), answers: own(409) },
    { method: 'POST', path: '/sync/parcel', body: () => parcelOf({ ...caller(), commands: [{ mid: 1, name: 'x', args: {}, hash: '0', clientTs: 0 }] }), answers: own(409) },
    { method: 'POST', path: '/sync/parcel', body: () => ({ ...parcelOf({ ...caller(), commands: [{ mid: 1, name: 'x', args: {}, hash: '0', clientTs: 0 }] }), group: cast.people.lab.session.group }), answers: logged(404) },
    { method: 'POST', path: '/sync/pull', body: () => ({ ...caller(), cursors: {}, limit: 1, acked: 0 }), answers: own(200) },
    { method: 'GET', path: '/admin/users', answers: adminsOnly },
    { method: 'GET', path: '/admin/devices', answers: adminsOnly },
    { method: 'GET', path: '/admin/complexes', answers: adminsOnly },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'roles', user: cast.people.frontY.session.user, memberships: [] }), answers: ofY },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'disable', user: cast.people.frontY.session.user }), answers: ofY },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'secret', user: cast.people.frontY.session.user }), answers: ofY },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'enable', user: randomUUID() }), answers: ofY },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'unlock', user: cast.people.frontY.session.user }), answers: ofY },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'unlock', user: cast.people.trainer.session.user }), answers: adminsOnly },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'add', login: randomUUID(), display: 'x', memberships: [{ complex: cast.complexY, role: 'admin', company: null }] }), answers: ofY },
    { method: 'POST', path: '/admin/users', body: () => ({ do: 'add', login: randomUUID(), display: 'x', memberships: [{ complex: cast.stage.complex, role: 'front', company: null }] }), answers: adminsOnly },
    { method: 'POST', path: '/admin/devices', body: () => ({ do: 'code', complex: cast.complexY }), answers: ofY },
    { method: 'POST', path: '/admin/devices', body: () => ({ do: 'code', complex: cast.stage.complex }), answers: adminsOnly },
    { method: 'POST', path: '/admin/devices', body: () => ({ do: 'revoke', device: randomUUID(), wipe: true }), answers: ofY },
    { method: 'POST', path: '/admin/complexes', body: () => ({ do: 'add', name: 'Z', district: 'Z' }), answers: logged(403) },
    { method: 'POST', path: '/admin/surrendered', body: () => ({ group: caller().group, box: boxOf(cast.people.front), client: caller().client }), answers: logged(403) },
    { method: 'POST', path: '/admin/push', body: () => ({ ...caller(), commands: [{ mid: 1, name: 'x', args: {}, hash: '0', clientTs: 0 }] }), answers: logged(403) },
    { method: 'POST', path: '/recover', body: () => ({ group: caller().group, box: boxOf(cast.people.front) }), answers: role => (role === 'front' ? 200 : logged(404)(role)) },
    { method: 'POST', path: '/logout', body: () => ({}), answers: role => (role === 'nobody' || role === 'revoked' ? 401 : 200) },
    { method: 'GET', path: '/sync/poke', answers: role => (role === 'nobody' || role === 'revoked' ? 401 : 200) },
  ]
  /** Open to anyone: tried in the tests of login and server. */
  const open = ['GET /health', 'POST /enrol', 'POST /challenge', 'POST /login', 'POST /refresh', 'GET /catalogue/current', 'GET /catalogue/:sha256']

  const status = async (endpoint: Endpoint, token: string | undefined): Promise<number> => {
    if (endpoint.path !== '/sync/poke') return (await hub.ask(endpoint.path, { method: endpoint.method, ...(token !== undefined && { token }), ...(endpoint.body && { body: endpoint.body() }) })).status
    const abort = new AbortController()
    const response = await fetch(hub.url + endpoint.path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` }, signal: abort.signal })
    abort.abort()
    return response.status
  }

  test('who had numbers shown stands in the audit, and nobody who was refused', async () => {
    const { complex, company } = cast.stage
    const read = () => database().asOwner<{ actor: string; target: string }>("select actor, target from audit where action = 'companies.reveal' order by id desc limit 1")
    expect((await as('front', 'companies.reveal', { complex, id: company.b })).outcome).toBe('applied')
    const seen = await read()
    expect(seen).toEqual([{ actor: cast.people.front.session.user, target: `${complex}/${company.b}` }])
    expect((await as('a', 'companies.reveal', { complex, id: company.b })).outcome).toBe('rejected')
    expect(await read()).toEqual(seen)
  })

  test('every endpoint is in the matrix', () => {
    const known = new Set([...open, ...endpoints.map(({ method, path }) => `${method} ${path}`)])
    expect(routesOf(hub).filter(route => !known.has(route))).toEqual([])
    expect([...known].filter(route => !routesOf(hub).includes(route))).toEqual([])
  })

  test.each([...CAST, 'nobody', 'revoked'] as const)('every endpoint as %s', async role => {
    const token = role === 'revoked' ? await revokedToken() : role === 'nobody' ? undefined : cast.people[role].session.access
    // Logging out comes last: it ends the token.
    for (const endpoint of [...endpoints].sort((one, two) => Number(one.path === '/logout') - Number(two.path === '/logout')))
      expect([endpoint.method, endpoint.path, await status(endpoint, token)]).toEqual([endpoint.method, endpoint.path, endpoint.answers(role)])
  })

  const revokedToken = async (): Promise<string> => {
    const { body: { code } } = await hub.ask('/admin/devices', { token: hub.serving.operatorToken, body: { do: 'code', complex: cast.stage.complex } })
    const device = await enrolDevice(hub, code as string)
    const { body } = await logInOn(hub, device, 'front', PASSPHRASE)
    await hub.ask('/admin/devices', { token: hub.serving.operatorToken, body: { do: 'revoke', device: device.id, wipe: false } })
    return body['access'] as string
  }
}, true)

/** `METHOD /path` of every route, as the server itself lists them. */
const routesOf = ({ serving: { app } }: TestHub): string[] => {
  const trail: string[] = []
  const found: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const parts = /^([│ ]*)[├└]── (\S*)(?: \((.*)\))?/.exec(line)
    if (!parts) continue
    const depth = parts[1].length / 4
    trail.length = depth
    trail.push(parts[2])
    for (const method of (parts[3] ?? '').split(', ')) if (method !== '' && method !== 'HEAD') found.push(`${method} ${trail.join('')}`)
  }
  return found.sort()
}
