import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64 } from '#shared/crypto/base64.ts'
import { argsHash } from '#shared/sync/args-hash.ts'
import { sealParcel } from '#shared/sync/parcel.ts'
import { pushRequest } from '#shared/sync/protocol.ts'
import { companyScope } from '#shared/sync/scopes.ts'
import { recoveryKeyOf } from '../auth/recovery.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { type Person, type TestDevice, type TestHub, addPerson, adminOf, enrolDevice, firstAdmin, give, pullAs, pushAs, startTestHub } from '../http/hub.fixture.ts'

const HOUR = 3600_000
const HOURS = Array.from({ length: 7 }, (_, day) => ({ day: day + 1, from: 0, to: 1440 }))

onPostgres('push, pull and pokes', database => {
  let hub: TestHub
  let desk: TestDevice
  let admin: Person
  let front: Person
  let a: Person
  let complex: string
  const [companyA, companyB, machine] = [randomUUID(), randomUUID(), randomUUID()]

  beforeAll(async () => {
    hub = await startTestHub(database().pool, { pokes: 2, heartbeatMs: 30, workMs: 20 })
    desk = await enrolDevice(hub, firstAdmin(hub).code)
    admin = await adminOf(hub)
    complex = admin.session.memberships[0].complex
    front = await addPerson(hub, admin.session.access, 'front', [{ complex, role: 'front', company: null }], desk)
    for (const [id, name] of [[companyA, '甲'], [companyB, '乙']]) await give(hub, front, 'companies.register', { complex, id, name, uscc: null, address: null, contact: null, phone: null })
    await give(hub, admin, 'resources.add', { complex, id: machine, name: '拉力机', lanes: 1, approval: false, open: true, hours: HOURS, granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 60 })
    a = await addPerson(hub, admin.session.access, 'a', [{ complex, role: 'company', company: companyA }])
  })
  afterAll(() => hub.close())

  const ask = (company: string, from: number, name = 'bookings.place', id = randomUUID()) => {
    const start = Math.ceil(hub.clock.now / (24 * HOUR)) * 24 * HOUR + from * HOUR
    return { name, args: { complex, id, company, purpose: '', start, end: start + HOUR, slots: [{ id: randomUUID(), resource: machine }] } }
  }
  const caller = ({ session: { epoch, group }, client }: Person, more: object = {}) => ({ proto: 1, schema: 1, epoch, group, client, ...more })
  const pull = (person: Person, more: object = {}, token: string | null = person.session.access) => hub.ask('/sync/pull', { ...(token !== null && { token }), body: { ...caller(person), cursors: {}, limit: 10, acked: 0, ...more } })

  test('a command that is pushed is answered with the last page and seen by its audience', async () => {
    const { name, args } = ask(companyA, 9)
    expect(await give(hub, a, name, args)).toMatchObject({ outcome: 'applied' })
    const seen = (await pullAs(hub, front)).changes.find(({ id }) => id === args.id)!
    expect(seen.row).toMatchObject({ company: companyA, status: 'confirmed', by: { user: a.session.user } })
    expect(await give(hub, front, 'bookings.place', { ...args, id: randomUUID(), company: companyB, slots: [{ id: randomUUID(), resource: machine }] })).toMatchObject({ outcome: 'waitlisted', code: 'slot-taken' })
  })

  test('sent twice it is done once; another command under its number is a fork; a gap stops it', async () => {
    const { name, args } = ask(companyA, 11)
    const first = await pushAs(hub, a, name, args)
    expect(await pushAs(hub, a, name, args)).toMatchObject({ status: 200, body: { lastMutationId: first.body['lastMutationId'] } })
    expect(await pushAs(hub, a, name, ask(companyA, 12).args)).toMatchObject({ status: 409, body: { code: 'client-forked' } })
    a.mid += 2
    expect(await pushAs(hub, a, name, args)).toMatchObject({ status: 409, body: { code: 'mid-gap', expected: a.mid } })
    a.mid--
  })

  test('what was sealed to the hub is taken by its owner’s token like a push of theirs, and by nobody else’s', async () => {
    const args = { complex, id: randomUUID(), name: '丙', uscc: null, address: null, contact: null, phone: null }
    const request = pushRequest.parse(caller(front, { commands: [{ mid: front.mid + 1, name: 'companies.register', args, hash: await argsHash(args), clientTs: 0 }] }))
    const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
    const body = sealParcel(fromBase64(front.session.recoveryKey), request, random)
    const hand = (person: Person, sealed: object = body) => hub.ask('/sync/parcel', { token: person.session.access, body: sealed })
    expect((await hand(admin)).body).toEqual({ code: 'not-yours' })
    expect((await hand(front, { ...body, group: admin.session.group })).status).toBe(404)
    expect((await hand(front, sealParcel(fromBase64(recoveryKeyOf(random(32))), request, random))).status).toBe(404)
    for (let twice = 0; twice < 2; twice++) expect(await hand(front)).toMatchObject({ status: 200, body: { lastMutationId: front.mid + 1 } })
    front.mid++
    const { changes, outcomes } = await pullAs(hub, front)
    expect([changes.filter(({ id }) => id === args.id).length, outcomes.at(-1)]).toEqual([1, { mid: front.mid, outcome: 'applied', facts: {} }])
  })

  test.each([
    ['another history', { epoch: 'another' }, 409, { code: 'epoch-changed' }],
    ['an older app', { schema: 0 }, 426, { code: 'schema-too-old', min: 1 }],
    ['a number of rows above the cap', { limit: 501 }, 400, { code: 'malformed', where: 'limit' }],
    ['a scope that is none', { cursors: { 'company:x': { ver: 0, floor: 0 } } }, 400, { code: 'malformed' }],
  ])('%s is refused with its own word', async (_, more, status, body) => expect(await pull(front, more)).toMatchObject({ status, body }))

  test('nobody speaks for a client of another, logged in or not', async () => {
    const { name, args } = ask(companyA, 13)
    expect(await pushAs(hub, { ...a, client: front.client, mid: front.mid }, name, args)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect(await pushAs(hub, { ...a, client: randomUUID(), session: { ...a.session, group: front.session.group }, mid: 0 }, name, args)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect(await pull(a, { client: front.client })).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    for (const token of [null, 'x'.repeat(43)]) expect(await pull(front, {}, token)).toMatchObject({ status: 401, body: { code: 'not-logged-in' } })
  })

  test('a foreign scope in a pull is dropped, and nothing of it is told', async () => {
    const foreign = { [`complex:${complex}`]: { ver: 0, floor: 0 }, [companyScope(complex, companyB)]: { ver: 0, floor: 0 }, [`user:${front.session.user}`]: { ver: 0, floor: 0 } }
    const { changes, scopesDrop } = await pullAs(hub, { ...a }, foreign)
    expect(scopesDrop.sort()).toEqual(Object.keys(foreign).sort())
    expect(new Set(changes.map(({ scope }) => scope))).toEqual(new Set([companyScope(complex, companyA), `public:${complex}`]))
  })

  test('a membership that was taken back is gone between push and pull', async () => {
    const person = await addPerson(hub, admin.session.access, 'leaving', [{ complex, role: 'front', company: null }], desk)
    expect((await pullAs(hub, person)).changes.length).toBeGreaterThan(0)
    await hub.ask('/admin/users', { token: admin.session.access, body: { do: 'roles', user: person.session.user, memberships: [] } })
    const { changes, scopesDrop } = await pullAs(hub, person)
    expect([changes, scopesDrop.sort()]).toEqual([[], [`complex:${complex}`, `public:${complex}`]])
    expect(await give(hub, person, 'standards.follow', { complex, id: randomUUID(), key: 'GB/T 1' })).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
  })

  /** Reads a stream of pokes; `epochs` are those told. */
  const listen = async (person: Person) => {
    const abort = new AbortController()
    const response = await fetch(`${hub.url}/sync/poke`, { headers: { authorization: `Bearer ${person.session.access}` }, signal: abort.signal })
    const pokes: { scope: string; ver: number }[] = []
    const epochs: string[] = []
    let text = ''
    let ended = false
    const reading = (async () => {
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += new TextDecoder().decode(part)
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          if (text.startsWith('data: ')) {
            const hint = JSON.parse(text.slice(6, end)) as { scope: string; ver: number } | { epoch: string }
            if ('epoch' in hint) epochs.push(hint.epoch)
            else pokes.push(hint)
          }
          text = text.slice(end + 2)
        }
      }
    })().catch(() => undefined).finally(() => (ended = true))
    return { status: response.status, headers: response.headers, pokes, epochs, ended: () => ended, stop: async () => { abort.abort(); await reading } }
  }

  test('pokes name scopes of their receiver only', async () => {
    const [ofFront, ofA] = [await listen(front), await listen(a)]
    expect(ofFront.headers.get('content-type')).toBe('text/event-stream')
    const { name, args } = ask(companyB, 15)
    await give(hub, front, name, args)
    const mine = ask(companyA, 16)
    await give(hub, a, mine.name, mine.args)
    await expect.poll(() => ofA.pokes.some(({ scope }) => scope === companyScope(complex, companyA)), { timeout: 2000 }).toBe(true)
    await expect.poll(() => ofFront.pokes.length, { timeout: 2000 }).toBeGreaterThan(1)
    expect(new Set(ofA.pokes.map(({ scope }) => scope))).toEqual(new Set([companyScope(complex, companyA), `public:${complex}`]))
    expect(new Set(ofFront.pokes.map(({ scope }) => scope))).toEqual(new Set([`complex:${complex}`, `public:${complex}`]))
    await Promise.all([ofFront.stop(), ofA.stop()])
  })

  test('who changed a record is told newest first, with what they changed, and refused tries are not', async () => {
    const args = { complex, id: companyA, fields: { phone: { old: null, new: '13800000000', conflict: randomUUID() } } }
    expect((await give(hub, front, 'companies.patch', args)).outcome).toBe('applied')
    const b = await addPerson(hub, admin.session.access, 'b-history', [{ complex, role: 'company', company: companyB }])
    expect((await give(hub, b, 'companies.patch', { ...args, fields: { phone: { old: '13800000000', new: '1', conflict: randomUUID() } } })).outcome).toBe('rejected')
    const { body } = await hub.ask('/sync/history', { token: a.session.access, body: { table: 'companies', complex, id: companyA } })
    expect(body).toMatchObject({ more: false, steps: [{ name: 'companies.patch', by: 'front', changes: [{ field: 'phone', old: null, now: '13800000000' }], start: null }, { name: 'companies.register', by: 'front', changes: [] }] })
  })

  test('the admin sees which devices listen', async () => {
    const listening = async () => ((await hub.ask('/admin/devices', { token: hub.serving.operatorToken })).body['devices'] as { id: string; listening: boolean }[]).filter(one => one.listening).map(({ id }) => id)
    expect(await listening()).toEqual([])
    const one = await listen(front)
    expect(await listening()).toEqual([front.session.device])
    await one.stop()
    await expect.poll(listening, { timeout: 2000 }).toEqual([])
  })

  test('whoever listens is told first where the scopes stand, so that nothing which moved meanwhile is missed', async () => {
    const { name, args } = ask(companyA, 17)
    await give(hub, a, name, args)
    const late = await listen(front)
    await expect.poll(() => late.pokes.map(({ scope }) => scope), { timeout: 2000 }).toContain(`complex:${complex}`)
    expect(late.epochs).toEqual([front.session.epoch])
    await late.stop()
    await database().asOwner("update hub_meta set epoch = '019ac000-0000-7000-8000-0000000000ee'")
    const restored = await listen(front)
    await expect.poll(() => restored.epochs, { timeout: 2000 }).toEqual(['019ac000-0000-7000-8000-0000000000ee'])
    await restored.stop()
    await database().asOwner('update hub_meta set epoch = $1', [front.session.epoch])
  })

  test('above the cap the newcomer is told to come later, and nobody is put out', async () => {
    const held = [await listen(front), await listen(a)]
    const refused = await hub.ask('/sync/poke', { token: admin.session.access })
    expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([503, 'busy', '30'])
    expect(held.map(one => one.ended())).toEqual([false, false])
    await Promise.all(held.map(one => one.stop()))
    await expect.poll(async () => {
      const again = await listen(admin)
      await again.stop()
      return again.status
    }, { timeout: 2000 }).toBe(200)
  })

  test('a stream ends when its listener loses the right to it', async () => {
    const person = await addPerson(hub, admin.session.access, 'listening', [{ complex, role: 'front', company: null }], desk)
    const stream = await listen(person)
    await hub.ask('/admin/users', { token: admin.session.access, body: { do: 'disable', user: person.session.user } })
    await expect.poll(() => stream.ended(), { timeout: 2000 }).toBe(true)
    const other = await addPerson(hub, admin.session.access, 'listening2', [{ complex, role: 'front', company: null }], desk)
    const past = await listen(other)
    await database().asOwner('update logins set revoked_at = now() where user_id = $1', [other.session.user])
    await expect.poll(() => past.ended(), { timeout: 2000 }).toBe(true)
  })

  test('a hold that has run out is expired by the hub itself, and whoever waited moves up', async () => {
    const held = ask(companyA, 20, 'bookings.hold')
    expect(await give(hub, a, held.name, held.args)).toMatchObject({ outcome: 'applied' })
    const waiting = { ...held.args, id: randomUUID(), company: companyB, slots: [{ id: randomUUID(), resource: machine }] }
    expect(await give(hub, front, 'bookings.place', waiting)).toMatchObject({ outcome: 'waitlisted' })
    const statusOf = async (id: string): Promise<string | undefined> => (await hub.serving.hub.store.write(t => t.tx(complex).get('bookings', id)))?.status
    expect(await statusOf(held.args.id)).toBe('held')
    hub.clock.now += 61 * 60_000
    await expect.poll(() => statusOf(held.args.id), { timeout: 5000 }).toBe('expired')
    expect(await statusOf(waiting.id)).toBe('held')
    expect(hub.logged).toEqual([])
  })
})
