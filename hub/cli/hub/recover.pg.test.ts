import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type KeptKey, wrapToHub } from '#shared/crypto/kept-key.ts'
import { sealer } from '#shared/crypto/seal.ts'
import { framed } from '#shared/lib/records.ts'
import { argsHash } from '#shared/sync/args-hash.ts'
import { headOf, sealedRecord, toBytes } from '#shared/sync/mirror-records.ts'
import { PROTO, SCHEMA, type SentCommand } from '#shared/sync/protocol.ts'
import { recoveryKeyOf } from '../../auth/recovery.ts'
import { onPostgres } from '../../db/database.fixture.ts'
import { type Person, type TestDevice, type TestHub, addPerson, adminOf, enrolDevice, firstAdmin, startTestHub } from '../../http/hub.fixture.ts'
import { hubCommand } from '../hub.ts'

const PHONE = '13857512345'

onPostgres('recover', database => {
  let hub: TestHub
  let admin: Person
  let desk: TestDevice
  let folder: string
  let stdout: string
  let stderr: string
  beforeAll(async () => {
    hub = await startTestHub(database().pool)
    desk = await enrolDevice(hub, firstAdmin(hub).code)
    admin = await adminOf(hub)
    folder = mkdtempSync(join(tmpdir(), 'pinli-recover-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await hub.close()
  })
  beforeEach(() => {
    stdout = stderr = ''
    vi.spyOn(process.stdout, 'write').mockImplementation(text => ((stdout += String(text)), true))
    vi.spyOn(process.stderr, 'write').mockImplementation(text => ((stderr += String(text)), true))
  })
  afterEach(() => void vi.restoreAllMocks())

  const run = async (...words: string[]): Promise<{ exit: number; said: Record<string, unknown> }> => {
    stdout = stderr = ''
    const exit = await hubCommand.run(['recover', ...words, '--data', hub.folder])
    return { exit, said: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>) }
  }

  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
  const complex = () => admin.session.memberships[0].complex
  const registering = async (mid: number, name: string): Promise<SentCommand> => {
    const args = { complex: complex(), id: randomUUID(), name, uscc: null, address: null, contact: null, phone: PHONE }
    return { mid, name: 'companies.register', args, hash: await argsHash(args), clientTs: Date.UTC(2026, 10, 24, 5, mid) }
  }

  /** Somebody's outbox as a desk keeps it beside its database, first of which the hub may have already. */
  const surrender = async (login: string, { sent = 0, key }: { sent?: number; key?: KeptKey } = {}) => {
    const own = random(32)
    const person = await addPerson(hub, admin.session.access, login, [{ complex: complex(), role: 'front', company: null }], desk)
    const { session: { group, user, device, epoch, recoveryKey, access }, client } = person
    const steps = [await registering(1, '示例染整'), await registering(2, '示例织造'), await registering(3, '示例印花')]
    const push = (commands: readonly SentCommand[]) => hub.ask('/sync/push', { token: access, body: { proto: PROTO, schema: SCHEMA, epoch, group, client, commands } })
    if (sent > 0) expect((await push(steps.slice(0, sent))).status).toBe(200)
    const head = headOf({ client, group, user, device, epoch, lastMid: 3 }, complex(), 0, key ?? wrapToHub({}, own, recoveryKey, group, random))
    const file = join(folder, `${group}.log`)
    writeFileSync(file, framed([head, ...steps.map(step => sealedRecord(client, step, sealer(own, random)))].map(toBytes)))
    return { file, steps, person, push }
  }
  const companies = () => database().asOwner<{ name: string }>("select data ->> 'name' as name from companies order by 1")

  test('says whose a surrendered outbox is and what the hub lacks of it, writes it to a new file for its owner alone, and audits it', async () => {
    const { file, steps, person } = await surrender('zhou', { sent: 1 })
    const out = join(folder, 'zhou.jsonl')
    const { exit, said } = await run('--file', file, '--out', out)
    expect([exit, said]).toEqual([0, {
      group: person.session.group, client: person.client, owner: { login: 'zhou', display: 'zhou', device: '2 号窗口', letter: desk.letter, revoked: false }, steps: 3, waits: 2, damaged: 0, out,
      commands: [{ mid: 2, name: 'companies.register', did: 'Register a company', at: '2026-11-24T05:02:00.000Z' }, { mid: 3, name: 'companies.register', did: 'Register a company', at: '2026-11-24T05:03:00.000Z' }],
    }])
    expect(stderr).toMatch(/Work of zhou \(zhou\) on computer [A-Z]+, "2 号窗口"\n {2}3 steps, of which the hub lacks 2\n {7}2 {2}2026-11-24T05:02:00.000Z {2}Register a company/)
    expect(stdout + stderr).not.toContain(PHONE)
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(readFileSync(out, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as unknown)).toEqual(steps.map((step, i) => ({ client: person.client, ...step, waits: i > 0 })))
    expect(await database().asOwner("select target, detail from audit where action = 'work-surrendered'")).toEqual([{ target: person.session.group, detail: { client: person.client, keyGiven: true } }])

    writeFileSync(out, 'held')
    expect([(await run('--file', file, '--out', out)).exit, stderr, readFileSync(out, 'utf8')]).toEqual([1, expect.stringMatching(/is there already and is not written over/), 'held'])
    expect(await database().asOwner("select 1 from audit where action = 'work-surrendered'")).toHaveLength(1)
  })

  test('sends it in its owner’s name, and neither the computer that comes back nor a second time doubles anything', async () => {
    const { file, steps, person, push } = await surrender('wu', { sent: 1 })
    const before = (await companies()).length
    const { exit, said } = await run('--file', file, '--push')
    expect([exit, said['waits'], said['pushed']]).toEqual([0, 2, [{ mid: 2, outcome: 'applied', facts: {} }, { mid: 3, outcome: 'applied', facts: {} }]])
    expect(stderr).toContain('3  Register a company: applied\n')
    expect(await companies()).toHaveLength(before + 2)
    expect(await database().asOwner("select u.login, c.mid::int from commands c join clients k on k.id = c.client_id join client_groups g on g.id = k.group_id join users u on u.id = g.user_id where c.client_id = $1 order by c.mid", [person.client])).toEqual([1, 2, 3].map(mid => ({ login: 'wu', mid })))
    expect(await database().asOwner("select detail from audit where action = 'pushed-for' and target = $1 order by at", [person.session.group])).toEqual([[2], [3]].map(mids => ({ detail: { client: person.client, mids } })))

    expect((await push(steps)).body).toMatchObject({ lastMutationId: 3 })
    expect(await run('--file', file, '--push')).toMatchObject({ exit: 0, said: { steps: 3, waits: 0, pushed: [] } })
    expect(await companies()).toHaveLength(before + 2)
  })

  test('says what the hub refuses of it, by the owner’s rights of now', async () => {
    const { file, person } = await surrender('zheng')
    await hub.ask('/admin/users', { token: admin.session.access, body: { do: 'roles', user: person.session.user, memberships: [] } })
    const { exit, said } = await run('--file', file, '--push')
    expect([exit, (said['pushed'] as { outcome: string; code: string }[]).map(({ outcome, code }) => [outcome, code])]).toEqual([0, Array.from({ length: 3 }, () => ['rejected', 'forbidden'])])
    expect(stderr).toContain('Register a company: rejected. You have no right to this')
  })

  test('sends nothing of a computer or a person that was taken out, nor past a step that is nowhere', async () => {
    const { file, person } = await surrender('feng')
    const whole = readFileSync(file)
    await hub.ask('/admin/users', { token: admin.session.access, body: { do: 'disable', user: person.session.user } })
    expect([await run('--file', file, '--push'), stderr]).toEqual([{ exit: 1, said: {} }, expect.stringMatching(/revoked or whose owner is disabled\n[\s\S]*nothing is sent: the computer was revoked, or its owner is disabled/)])
    await hub.ask('/admin/users', { token: admin.session.access, body: { do: 'enable', user: person.session.user } })

    // The mark of the second step's record is spoilt.
    whole.write('X', whole.indexOf('PLR1', whole.indexOf('"mid":1')))
    writeFileSync(file, whole)
    expect([(await run('--file', file, '--push')).exit, stderr]).toEqual([1, expect.stringMatching(/the hub lacks 2\n[\s\S]*\d+ bytes of the file could not be read[\s\S]*nothing is sent: step 2 is neither in the file nor with the hub/)])
    expect(await database().asOwner('select 1 from commands where client_id = $1', [person.client])).toEqual([])
  })

  test.each<[string, RegExp, () => Promise<string[]>]>([
    ['no file', /there is no .*nowhere\.log/, () => Promise.resolve(['--file', join(folder, 'nowhere.log')])],
    ['another kind of file', /is no copy of an outbox/, () => {
      writeFileSync(join(folder, 'x.log'), 'PLR1 and what else')
      return Promise.resolve(['--file', join(folder, 'x.log')])
    }],
    ['a key sealed to another hub', /sealed to another hub's recovery\.key/, async () => ['--file', (await surrender('jin', { key: wrapToHub({}, random(32), recoveryKeyOf(random(32)), randomUUID(), random) })).file]],
    ['a key that no hub ever got', /was never sealed to a hub/, async () => ['--file', (await surrender('tao', { key: {} })).file]],
    ['no words', /--file is missing/, () => Promise.resolve([])],
    ['both at once', /one at a time/, () => Promise.resolve(['--file', 'x', '--out', 'y', '--push'])],
  ])('with %s ends with a word and writes nothing', async (_, text, words) => {
    const { exit, said } = await run(...(await words()))
    expect([exit > 0, said, stderr]).toEqual([true, {}, expect.stringMatching(text)])
    expect(existsSync('y')).toBe(false)
  })
}, true)
