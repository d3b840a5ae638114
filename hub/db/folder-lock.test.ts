import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pinli-lock-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('one holds it until it lets go, and nothing is left behind', () => {
  const first = lockFolder(folder)
  expect(first.ok).toBe(true)
  expect(lockFolder(folder)).toEqual({ ok: false, problem: { code: 'hub-running', path: folder, pid: process.pid } })
  expect(readdirSync(folder)).toEqual(['hub.lock'])
  if (first.ok) first.value()
  expect(readdirSync(folder)).toEqual([])
  expect(lockFolder(folder).ok).toBe(true)
})

test.each([['of a process that is no more', '4194305 1'], ['of a number that another process has by now', `${process.pid} 1`], ['that is empty', ''], ['that is none', 'x y z']])('a lock %s is taken over', (_, text) => {
  writeFileSync(join(folder, 'hub.lock'), text)
  expect(lockFolder(folder).ok).toBe(true)
  expect(readdirSync(folder)).toEqual(['hub.lock'])
})
