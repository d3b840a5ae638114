import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { auditCommand } from '../cli/hub/audit.ts'
import { accessDatabase } from '../db/access-database.ts'
import { onPostgres } from '../db/database.fixture.ts'
import { startTestHub } from '../http/hub.fixture.ts'
import { sealAudit } from './audit-chain.ts'
import { writeAudit } from './audit.ts'

onPostgres('audit chain', database => {
  let folder: string
  let stdout: string
  let stderr: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pinli-audit-'))
    vi.stubEnv('DATABASE_URL', database().url)
    vi.spyOn(process.stdout, 'write').mockImplementation(text => ((stdout += String(text)), true))
    vi.spyOn(process.stderr, 'write').mockImplementation(text => ((stderr += String(text)), true))
    await database().asOwner('truncate audit restart identity')
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  const audit = async (...words: string[]): Promise<{ exit: number; said: Record<string, unknown>; stderr: string }> => {
    stdout = stderr = ''
    const exit = await auditCommand.run([...words, '--data', folder])
    return { exit, said: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>), stderr }
  }
  const access = () => accessDatabase(database().pool)
  const write = async (...actions: string[]): Promise<void> => {
    for (const action of actions) await writeAudit(access().sql, { actor: 'u1', action, target: '柯桥', detail: { b: 2, a: 'é"\u0000' } })
  }
  const sealed = async (...actions: string[]): Promise<string> => {
    await write(...actions)
    await sealAudit(access())
    const { exit, said } = await audit('verify')
    expect(exit).toBe(0)
    return said['head'] as string
  }

  test('it goes on from pass to pass, and what is not sealed yet is shown', async () => {
    expect(await audit('verify')).toMatchObject({ exit: 0, said: { sealed: 0, unsealed: { rows: 0, since: null } } })
    const head = await sealed('a', 'b')
    await sealed('c')
    await write('d')
    const said = { sealed: 3, unsealed: { rows: 1, since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{6}Z$/) as string } }
    expect(await audit('verify', '--head', head.toUpperCase())).toMatchObject({ exit: 0, said })
    const file = join(folder, 'audit.ndjson')
    expect(await audit('export', '--out', file)).toMatchObject({ exit: 0, said: { ...said, file } })
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ seq, action }) => [seq, action])).toEqual([[1, 'a'], [2, 'b'], [3, 'c'], [null, 'd']])
    expect(lines[1]).toMatchObject({ prev: lines[0]['hash'], hash: head, actor: 'u1', target: '柯桥', detail: { b: 2, a: 'é"\u0000' } })
  })

  test('a row that was committed late follows those sealed before it', async () => {
    await access().transaction(async sql => {
      await writeAudit(sql, { action: 'slow' })
      expect(await sealed('quick')).toMatch(/^[0-9a-f]{64}$/)
    })
    await sealed()
    expect(await database().asOwner('select action, seq from audit order by seq')).toEqual([{ action: 'quick', seq: '1' }, { action: 'slow', seq: '2' }])
  })

  test.each<[string, string, RegExp]>([
    ['a word', "update audit set action = 'x' where seq = 2", /row 2 of the audit \(id 2, x of .*is not what was sealed/],
    ['a fact', "update audit set detail = '{\"a\":1}' where seq = 2", /row 2 .*not what was sealed/],
    ['a microsecond', "update audit set at = at + interval '1 microsecond' where seq = 3", /row 3 .*not what was sealed/],
    ['an actor taken out', 'update audit set actor = null where seq = 1', /row 1 .*not what was sealed/],
    ['a row taken out', 'delete from audit where seq = 2', /row 2 of the audit is missing/],
    ['the first one taken out', 'delete from audit where seq = 1', /row 1 of the audit is missing/],
    ['two that changed places', 'update audit set seq = case seq when 2 then 12 else 13 end where seq in (2, 3); update audit set seq = 15 - seq where seq > 10', /row 2 .*does not follow/],
    ['a seal taken off, and sealed again', 'update audit set seq = null, prev_hash = null, hash = null where seq = 2', /row 2 of the audit is missing/],
  ])('%s is found', async (_, change, words) => {
    await sealed('a', 'b', 'c', 'd')
    await database().asOwner(change)
    await write('e')
    await sealAudit(access())
    expect(await audit('verify')).toMatchObject({ exit: 1, said: {}, stderr: expect.stringMatching(words) as string })
    const file = join(folder, 'audit.ndjson')
    expect((await audit('export', '--out', file)).stderr).toContain(`${file} holds all rows as they are`)
    expect(readFileSync(file, 'utf8')).toContain('"action":"e"')
  })

  test('rows taken off the end are found by an earlier head', async () => {
    const head = await sealed('a', 'b')
    await database().asOwner('delete from audit where seq = 2')
    await sealed('c')
    expect(await audit('verify', '--head', head)).toMatchObject({ exit: 1, stderr: expect.stringMatching(/no row has the hash/) as string })
  })

  test('wrong words and places are said', async () => {
    expect(await audit('export', '--out', folder)).toMatchObject({ exit: 1, stderr: `pinli hub: ${folder} is a folder, not a file\n` })
    expect(await audit('export', '--out', join(folder, 'none', 'x'))).toMatchObject({ exit: 1, stderr: `pinli hub: there is no ${join(folder, 'none')}\n` })
    expect(await audit()).toMatchObject({ exit: 2, stderr: expect.stringMatching(/what about the audit/) as string })
    expect(await audit('export')).toMatchObject({ exit: 2, stderr: expect.stringMatching(/--out is missing/) as string })
    expect(await audit('verify', '--out', 'x')).toMatchObject({ exit: 2, stderr: expect.stringMatching(/--out belongs to export/) as string })
  })

  test('a hub that serves seals by itself', async () => {
    const hub = await startTestHub(database().pool)
    const [{ rows }] = await database().asOwner<{ rows: number }>('select count(*)::int as rows from audit')
    expect(rows).toBeGreaterThan(0)
    await write('x')
    await expect.poll(async () => (await audit('verify')).said, { timeout: 10_000 }).toMatchObject({ sealed: rows + 1, unsealed: { rows: 0 } })
    await hub.close()
  })
})
