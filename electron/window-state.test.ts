import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepWindowState, readWindowState } from './window-state.ts'

let folder: string
vi.mock('electron', () => ({ app: { getPath: () => folder } }))
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'pinli-window-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const state = { bounds: { x: 12, y: 8, width: 1300, height: 740 }, maximized: true }

test('comes back as it was kept, in one file', () => {
  keepWindowState(state)
  expect(readWindowState()).toEqual(state)
  expect(readdirSync(folder)).toEqual(['window.json'])
})

test.each(['', '{"bounds": 7', '[]', '{"bounds":{"x":0,"y":0,"width":-1,"height":2},"maximized":false}', '{"bounds":{"x":0.5,"y":0,"width":9,"height":2},"maximized":false}'])('is forgotten when it reads %j', text => {
  writeFileSync(join(folder, 'window.json'), text)
  expect(readWindowState()).toBeNull()
})

test('a folder that is gone loses the place and nothing else', () => {
  rmSync(folder, { recursive: true })
  expect(() => keepWindowState(state)).not.toThrow()
  expect(readWindowState()).toBeNull()
})
