import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { z } from 'zod'
import { database } from './database.ts'
import { readSetting, watchSetting, writeSetting, type Setting } from './settings.ts'

const theme: Setting<'light' | 'dark'> = { key: 'theme', schema: z.enum(['light', 'dark']), initial: 'light' }

beforeEach(() => database.settings.clear())

describe('settings', () => {
  it('reads the first value where nothing was written, then what was', async () => {
    expect(await readSetting(theme)).toBe('light')
    await writeSetting(theme, 'dark')
    expect(await readSetting(theme)).toBe('dark')
  })

  it('takes reactive values too', async () => {
    const list: Setting<{ id: string }[]> = { key: 'list', schema: z.array(z.object({ id: z.string() })), initial: [] }
    await writeSetting(list, reactive([{ id: 'a' }]))
    expect(await readSetting(list)).toEqual([{ id: 'a' }])
  })

  it('reads the first value where another version wrote what doesn’t pass', async () => {
    await database.settings.put({ key: 'theme', value: 'sepia' })
    expect(await readSetting(theme)).toBe('light')
  })

  it('tells of each later value until it is ended', async () => {
    const seen: string[] = []
    const end = watchSetting(theme, value => seen.push(value))
    await vi.waitFor(() => expect(seen).toEqual(['light']))
    await writeSetting(theme, 'dark')
    await vi.waitFor(() => expect(seen.at(-1)).toBe('dark'))
    end()
    await writeSetting(theme, 'light')
    await new Promise(done => setTimeout(done, 30))
    expect(seen.at(-1)).toBe('dark')
  })
})
