import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wrapToHub } from '#shared/crypto/kept-key.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { type Person, type TestHub, addPerson, adminOf, startTestHub } from '../http/hub.fixture.ts'
import { recoveryKeyOf, recoverySecret } from './recovery.ts'

test('the key is made once, for its owner alone, and a file that is none is never written over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-recovery-'))
  const path = join(folder, 'recovery.key')
  const made = await recoverySecret(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(await recoverySecret(path)).toEqual(made)
  writeFileSync(path, 'x')
  await expect(recoverySecret(path)).rejects.toThrow('is no recovery key')
  expect(readFileSync(path, 'utf8')).toBe('x')
  rmSync(folder, { recursive: true })
})

onPostgres('recovery', database => {
  let hub: TestHub
  let one: Person
  let two: Person
  beforeAll(async () => {
    hub = await startTestHub(database().pool)
    const admin = await adminOf(hub)
    const grant = { complex: admin.session.memberships[0].complex, role: 'front' as const, company: null }
    one = await addPerson(hub, admin.session.access, 'one', [grant])
    two = await addPerson(hub, admin.session.access, 'two', [grant])
  })
  afterAll(() => hub.close())

  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
  const key = random(32)
  const boxFor = (group: string, to = one.session.recoveryKey): string => wrapToHub({}, key, to, group, random).hub!.box
  const ask = (person: Person, body: object) => hub.ask('/recover', { token: person.session.access, body })

  test('gives the key back to whom the group belongs, and says so in the audit', async () => {
    const { group } = one.session
    const given = await ask(one, { group, box: boxFor(group) })
    expect([given.status, Buffer.from(given.body['key'] as string, 'base64url').equals(key)]).toEqual([200, true])
    expect(await database().asOwner('select action, target from audit where action = $1', ['key-recovered'])).toEqual([{ action: 'key-recovered', target: group }])
  })

  test('not to another, not for another group, and not what was sealed to another hub', async () => {
    const { group } = one.session
    expect((await ask(two, { group, box: boxFor(group) })).status).toBe(404)
    expect((await ask(two, { group: two.session.group, box: boxFor(group) })).status).toBe(404)
    expect((await ask(one, { group, box: boxFor(group, recoveryKeyOf(random(32))) })).status).toBe(404)
  })
})
