// Whatever is sent, the hub answers in one of its own words and lives on.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'
import { refusal } from '#shared/sync/refusal.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { type Cast, bringCast } from './cast.fixture.ts'
import { CAST, examples } from './examples.fixture.ts'
import { type TestHub, give, startTestHub } from './hub.fixture.ts'

/** `PINLI_FUZZ_RUNS` asks for more. */
const RUNS = Number(process.env['PINLI_FUZZ_RUNS'] ?? 60)

onPostgres('fuzz', database => {
  let hub: TestHub
  let cast: Cast
  beforeAll(async () => {
    hub = await startTestHub(database().pool)
    cast = await bringCast(hub)
  })
  afterAll(() => hub.close())

  const lives = async (): Promise<void> => {
    expect((await hub.ask('/health')).status).toBe(200)
    expect(hub.logged).toEqual([])
  }
  const inWords = ({ status, body }: { status: number; body: object }): void => {
    expect(status).not.toBe(500)
    if (status !== 200) expect(refusal.safeParse(body).success).toBe(true)
  }

  const tokens = (): string[] => [...CAST.map(role => cast.people[role].session.access), hub.serving.operatorToken, 'x'.repeat(43), '']
  const caller = () => ({ proto: 1, schema: 1, epoch: cast.people.front.session.epoch, group: cast.people.front.session.group, client: cast.people.front.client })
  /** Bodies that pass, to be damaged. */
  const bodies: Record<string, () => object> = {
    '/sync/push': () => ({ ...caller(), commands: [{ mid: 1, name: 'standards.follow', args: { complex: cast.stage.complex }, hash: '0', clientTs: 0, dependsOn: 1 }] }),
    '/sync/parcel': () => ({ group: caller().group, box: 'A'.repeat(200) }),
    '/sync/pull': () => ({ ...caller(), cursors: { [`complex:${cast.stage.complex}`]: { ver: 0, floor: 0 } }, limit: 9, acked: 0 }),
    '/sync/history': () => ({ table: 'companies', complex: cast.stage.complex, id: cast.stage.company.a }),
    '/enrol': () => ({ code: 'ABCD-EFGH-JKMN', name: 'x', key: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } }),
    '/challenge': () => ({ device: cast.desk.id }),
    '/login': () => ({ login: 'front', password: 'x', newPassword: 'y', device: { id: cast.desk.id, challenge: 'x'.repeat(54), signature: 'A'.repeat(86) }, group: caller().group }),
    '/refresh': () => ({ refresh: 'x'.repeat(64), signature: 'A'.repeat(86) }),
    '/recover': () => ({ group: caller().group, box: 'A'.repeat(120) }),
    '/admin/surrendered': () => ({ group: caller().group, box: 'A'.repeat(120), client: caller().client }),
    '/admin/push': () => ({ ...caller(), commands: [{ mid: 1, name: 'standards.follow', args: { complex: cast.stage.complex }, hash: '0', clientTs: 0, dependsOn: 1 }] }),
    '/logout': () => ({}),
    '/admin/users': () => ({ do: 'roles', user: cast.people.b.session.user, memberships: [{ complex: cast.stage.complex, role: 'company', company: cast.stage.company.b }] }),
    '/admin/devices': () => ({ do: 'code', complex: cast.stage.complex }),
    '/admin/complexes': () => ({ do: 'add', name: 'x', district: 'y' }),
  }
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, true, -1, 0, 0.5, 2 ** 53, -(2 ** 53) + 1, 1e308, '', '\0', '\ud800', "'; drop table users; --", '𠀀'.repeat(50), [], {}, [[]], { $ne: null }, '{"a":1}', 'NaN', '../../etc/passwd', '%00'),
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.uuid(),
  )
  /** Replaces, adds or drops one thing anywhere in a value. */
  const damage = (value: unknown, [step, ...path]: readonly number[], other: unknown): unknown => {
    if (value === null || typeof value !== 'object' || step === undefined) return other
    const keys = Object.keys(value)
    const at = step % (keys.length + 2)
    const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>
    if (at === keys.length) copy[Array.isArray(value) ? String(keys.length) : 'more'] = other
    else if (at === keys.length + 1) delete copy[keys[step % Math.max(1, keys.length)]]
    else copy[keys[at]] = damage(copy[keys[at]], path, other)
    return copy
  }
  const damages = fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), odd), { minLength: 1, maxLength: 3 })

  test('a command of any name, hash, number and time is answered, or refused as malformed', async () => {
    const { lab } = cast.people
    const { session: { epoch, group, access }, client } = lab
    const text = fc.oneof(fc.constantFrom('\0', 'a\0b', '\ud800', '__proto__', 'constructor', 'toString', 'x'.repeat(81)), fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }))
    const whole = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 53, -1, 0, 1))
    await fc.assert(
      fc.asyncProperty(text, fc.oneof(text, fc.constant('h')), fc.oneof(whole, fc.constant(0)), fc.option(whole, { nil: undefined }), async (name, hash, clientTs, dependsOn) => {
        const commands = [{ mid: lab.mid + 1, name, args: { complex: cast.stage.complex }, hash, clientTs, dependsOn }]
        const answer = await hub.ask('/sync/push', { token: access, body: { proto: 1, schema: 1, epoch, group, client, commands } })
        inWords(answer)
        if (answer.status === 200) lab.mid++
      }),
      { numRuns: RUNS * 3 },
    )
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
    for (const name of names) expect(await give(hub, lab, name, { complex: cast.stage.complex })).toMatchObject({ outcome: 'rejected', code: 'command-unknown' })
    await lives()
  })

  // After those above: one of its messages may log somebody out.
  test('every command takes damaged arguments: an outcome, never a stop', async () => {
    const made = new Map<string, object>()
    for (const [name, { args }] of Object.entries(examples)) made.set(name, await args(cast.stage))
    const { admin } = cast.people
    const { session: { epoch, group, access }, client } = admin
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(commands)), damages, fc.nat(3), async (name, changes, ts) => {
        const args = changes.reduce((value, [at, other]) => damage(value, at, other), made.get(name) as unknown) ?? null
        const commands = [{ mid: admin.mid + 1, name, args, hash: 'h', clientTs: [0, -(2 ** 53) + 1, 2 ** 53 - 1, Date.now()][ts] }]
        const answer = await hub.ask('/sync/push', { token: access, body: { proto: 1, schema: 1, epoch, group, client, commands } })
        expect([answer.status, answer.body['lastMutationId']]).toEqual([200, admin.mid + 1])
        admin.mid++
      }),
      { numRuns: RUNS * 3 },
    )
    await lives()
  })

  test.each(Object.keys(bodies))('%s takes damaged messages of every kind', async path => {
    await fc.assert(
      fc.asyncProperty(damages, fc.nat(), async (changes, who) => {
        const body = changes.reduce((value, [at, other]) => damage(value, at, other), bodies[path]() as unknown)
        inWords(await hub.ask(path, { token: tokens()[who % tokens().length], body: body === undefined ? null : body }))
      }),
      { numRuns: RUNS },
    )
    await lives()
  })

  test('any address, method and head', async () => {
    const head = fc.constantFrom<Record<string, string>>({}, { authorization: 'Basic eA==' }, { cookie: 'pinli-refresh=x; a=b' }, { range: 'bytes=--' }, { 'if-none-match': '*' }, { 'content-type': 'application/json; charset=x' }, { accept: 'x' })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom('sync', 'push', 'admin', 'users', 'catalogue', '..', '%2e%2e', '%', 'assets', ''), fc.webSegment()), { maxLength: 4 }), fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'), head, async (parts, method, headers) => {
        expect((await hub.ask(`/${parts.join('/')}`, { method, headers })).status).not.toBe(500)
      }),
      { numRuns: RUNS * 2 },
    )
    await lives()
  })
}, true)
