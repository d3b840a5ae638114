import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { joinText } from '#shared/sync/join-text.ts'
import { onPostgres } from '../../db/database.fixture.ts'
import { type TestHub, enrolDevice, startTestHub } from '../../http/hub.fixture.ts'
import { readOperator, writeOperator } from '../../operator.ts'
import { terminalQr } from '../../terminal-qr.ts'
import { hubCommand } from '../hub.ts'

onPostgres('pinli hub', database => {
  describe.each([['http', false], ['https', true]] as const)('over %s', (scheme, tls) => {
    let hub: TestHub
    let stdout: string
    let stderr: string
    beforeAll(async () => (hub = await startTestHub(database().pool, { tls })))
    afterAll(() => hub.close())
    beforeEach(() => {
      stdout = stderr = ''
      vi.spyOn(process.stdout, 'write').mockImplementation(text => ((stdout += String(text)), true))
      vi.spyOn(process.stderr, 'write').mockImplementation(text => ((stderr += String(text)), true))
    })
    afterEach(() => void vi.restoreAllMocks())

    const run = async (...words: string[]): Promise<{ exit: number; said: Record<string, unknown> }> => {
      stdout = stderr = ''
      const exit = await hubCommand.run([...words, '--data', hub.folder])
      return { exit, said: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>) }
    }

    test('says how the hub is, adds people and takes them out again', async () => {
      expect(await run('status')).toMatchObject({ exit: 0, said: { hub: '柯桥综合体', version: 'test', complexes: [{ name: '柯桥综合体' }] } })
      const login = `zhou-${scheme}`
      const { said } = await run('user', 'add', login, '--name', '周', '--role', 'front')
      expect(said).toMatchObject({ secret: expect.stringMatching(/^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/) as string })
      expect(await run('user', 'disable', login.toUpperCase())).toMatchObject({ exit: 0, said: { user: said['user'] } })
      const { said: { users } } = await run('user', 'list')
      expect(users).toContainEqual(expect.objectContaining({ login, display: '周', disabled: true }))
      expect([await run('user', 'add', login, '--name', '周', '--role', 'front'), stderr]).toEqual([{ exit: 1, said: {} }, 'pinli hub: This account name is taken; choose another.\n'])
    })

    test('a secret and a code come with where to join, and that as a QR code where it is asked for', async () => {
      const place = tls ? { hub: '柯桥综合体', address: hub.url, fingerprint: new X509Certificate(readFileSync(join(hub.folder, 'tls', 'authority.crt'))).fingerprint256.replaceAll(':', '').toLowerCase() } : undefined
      expect((await run('user', 'add', `wu-${scheme}`, '--name', '吴', '--role', 'front')).said['place']).toEqual(place)
      const { said } = await run('enrol', '--qr')
      expect([said['place'], stderr]).toEqual([place, place ? terminalQr(joinText({ ...place, code: said['code'] as string })) : ''])
    })

    test.each<[string[], number, RegExp]>([
      [['user', 'disable', 'nobody'], 1, /no user nobody/],
      [['user', 'add', 'x', '--name', 'x', '--role', 'king'], 2, /--role is one of/],
      [['device', 'revoke', 'ZZZ'], 1, /no device ZZZ/],
      [['enrol', '--complex', '月球'], 1, /no complex 月球/],
      [['complex', 'add', '上虞'], 2, /--district/],
      [['status', '--speed'], 2, /speed/],
      [['dance'], 2, /no command "dance"/],
    ])('%j ends with %i and a word', async (words, exit, text) => {
      expect(await run(...words)).toEqual({ exit, said: {} })
      expect(stderr).toMatch(text)
    })

    test('believes nobody else on the hub’s port, and says when no hub runs', async () => {
      const line = (await readOperator(hub.folder))!
      if (tls) {
        await writeOperator(hub.folder, { ...line, certificate: '00:11' })
        expect([(await run('status')).exit, stderr]).toEqual([1, expect.stringMatching(/another program answers/)])
      }
      await writeOperator(hub.folder, { ...line, url: line.url.replace(/:\d+$/, ':1') })
      expect([(await run('status')).exit, stderr]).toEqual([1, expect.stringMatching(/does not answer/)])
      await writeOperator(hub.folder, line)
      expect(await hubCommand.run(['status', '--data', join(hub.folder, 'nowhere')])).toBe(1)
      expect(stderr).toMatch(/no hub runs on/)
    })
  })

  test('gives a code for a desk and revokes the desk by its letter', async () => {
    const hub = await startTestHub(database().pool)
    const out: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation(text => (out.push(String(text)), true))
    try {
      await hubCommand.run(['enrol', '--data', hub.folder])
      const desk = await enrolDevice(hub, (JSON.parse(out[0]) as { code: string }).code)
      expect(await hubCommand.run(['device', 'revoke', desk.letter.toLowerCase(), '--wipe', '--data', hub.folder])).toBe(0)
      expect(await hub.serving.database.sql('select revoked_at is not null as revoked, wipe from devices where id = $1', [desk.id])).toEqual([{ revoked: true, wipe: true }])
    } finally {
      vi.restoreAllMocks()
      await hub.close()
    }
  })
}, true)
