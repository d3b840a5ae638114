// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '../db/database.ts'
import { useSettings } from './settings.store.ts'

/** One window's store; all windows of a test share the disk. */
const openWindow = async () => {
  setActivePinia(createPinia())
  const settings = useSettings()
  await settings.load()
  return settings
}

beforeEach(() => database.settings.clear())

describe('settings of the frame', () => {
  it('starts in Chinese, with the system’s colours and keys on buttons', async () => {
    expect(await openWindow()).toMatchObject({ language: 'zh', theme: 'system', textSize: 'normal', showKeys: true, complex: null, started: false })
  })

  it('keeps what was set, and other windows follow', async () => {
    const first = await openWindow()
    const second = await openWindow()
    await first.set('complex', { id: 'xinchang' })
    await first.set('language', 'en')
    await vi.waitFor(() => expect(second).toMatchObject({ complex: { id: 'xinchang' }, language: 'en' }))
    expect(await openWindow()).toMatchObject({ complex: { id: 'xinchang' }, language: 'en' })
  })

  it('keeps lists, also those made of what it gave out itself', async () => {
    const settings = await openWindow()
    await settings.set('recent', [{ id: 'a', title: 'A', path: '/a' }])
    await settings.set('recent', [{ id: 'b', title: 'B', path: null }, ...settings.recent])
    expect((await openWindow()).recent.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('puts look and language on the page at once', async () => {
    const settings = await openWindow()
    const root = document.documentElement
    await settings.set('theme', 'dark')
    await settings.set('textSize', 'large')
    await settings.set('showKeys', false)
    await settings.set('language', 'en')
    await vi.waitFor(() => expect([root.className.split(' ').sort(), root.lang]).toEqual([['dark', 'hide-keys', 'large-text'], 'en']))
  })

  it('takes a name of one’s own only in 1 to 40 characters', async () => {
    await database.settings.bulkPut([{ key: 'complex', value: { name: ' ' } }, { key: 'theme', value: 7 }])
    expect(await openWindow()).toMatchObject({ complex: null, theme: 'system' })
  })
})
