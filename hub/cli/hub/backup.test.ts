import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectOwner, openDatabase } from '../../db/database.ts'
import { startEngine } from '../../db/engine.ts'
import { writeOperator } from '../../operator.ts'
import { hubCommand } from '../hub.ts'
import { valueOf } from './database.ts'

let parent: string
let data: string
let stdout: string
let stderr: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'pinli-backup-cli-'))
  chmodSync(parent, 0o711)
  data = join(parent, 'hub')
  vi.stubEnv('DATABASE_URL', '')
  vi.spyOn(process.stdout, 'write').mockImplementation(text => ((stdout += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => ((stderr += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
})

const run = async (...words: string[]): Promise<{ exit: number; said: Record<string, unknown> }> => {
  stdout = stderr = ''
  const exit = await hubCommand.run([...words, '--data', data])
  return { exit, said: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>) }
}

/** Runs a statement on the hub's own database, which is stopped before and after. */
const inHub = async <R extends object>(sql: string): Promise<R[]> => {
  const engine = valueOf(await startEngine(data))
  const opened = valueOf(await openDatabase(engine.url))
  await opened.close()
  const owner = valueOf(await connectOwner(engine.url))
  const { rows } = await owner.query<R>(sql)
  await owner.end()
  await engine.stop()
  return rows
}

test('a hub is backed up, looked through and restored as another history, and what was there is kept', async () => {
  const file = join(parent, 'hub.backup')
  expect([(await run('backup', '--out', file)).exit, stderr]).toEqual([1, expect.stringMatching(/no hub has its data in/)])
  expect(existsSync(data)).toBe(false)

  await inHub("insert into complexes (id, name, district) values ('a', '柯桥', '柯桥')")
  const [{ epoch }] = await inHub<{ epoch: string }>('select epoch from hub_meta')
  const made = await run('backup', '--out', file)
  expect(made).toMatchObject({ exit: 0, said: { file, epoch, rows: 1 } })
  expect(await run('verify', file)).toEqual({ exit: 0, said: { ...made.said, verified: true } })
  const spoilt = join(parent, 'spoilt.backup')
  writeFileSync(spoilt, gzipSync(gunzipSync(readFileSync(file)).toString().replace('柯桥', '上虞')))
  for (const word of ['verify', 'restore']) expect([(await run(word, spoilt)).exit, stderr]).toEqual([1, expect.stringMatching(/its bytes have changed/)])

  await inHub("insert into complexes (id, name, district) values ('b', '上虞', '上虞')")
  expect([(await run('restore', file)).exit, stderr]).toEqual([1, expect.stringMatching(/0 commands[\s\S]*kept in[\s\S]*nothing has been done; say --yes/)])
  expect(await inHub('select id from complexes order by id')).toEqual([{ id: 'a' }, { id: 'b' }])

  const restored = await run('restore', file, '--yes')
  expect(restored).toMatchObject({ exit: 0, said: { restored: { epoch, rows: 1 } } })
  expect(await inHub('select id from complexes')).toEqual([{ id: 'a' }])
  expect((await inHub<{ epoch: string }>('select epoch from hub_meta'))[0].epoch).not.toBe(epoch)
  expect(readdirSync(restored.said['setAside'] as string).sort()).toEqual(['postgres', 'postgres-password'])
  expect(existsSync(join(data, 'restoring'))).toBe(false)
}, 120_000)

test('beside a running hub it backs up and does not restore', async () => {
  const engine = valueOf(await startEngine(data))
  try {
    await valueOf(await openDatabase(engine.url)).close()
    await writeOperator(data, { url: 'http://127.0.0.1:1', token: 't', certificate: null, database: engine.url })
    const file = join(parent, 'hub.backup')
    expect((await run('backup', '--out', file)).exit).toBe(0)
    expect([(await run('restore', file, '--yes')).exit, stderr]).toEqual([1, expect.stringMatching(/Another hub \(process \d+\) uses/)])
  } finally {
    await engine.stop()
  }
}, 120_000)
