import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownKey, readKey } from './key-file.ts'
import { randomPack } from './pack.fixture.ts'
import { packShelf, type Shelf } from './shelf.ts'

let folder: string
let logged: string[]
let shelf: Shelf
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-shelf-'))
  logged = []
  shelf = packShelf(folder, line => void logged.push(line))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lay = (name: string, bytes: Buffer): string => {
  writeFileSync(join(folder, name), bytes)
  return createHash('sha256').update(bytes).digest('hex')
}
const currentHash = async (): Promise<string | undefined> => (await shelf.current()).pack?.sha256

describe('the folder of packs', () => {
  it('has no current pack where there is no folder or nothing in it, and says nothing of that', async () => {
    expect(await shelf.current()).toEqual({ pack: null })
    rmSync(folder, { recursive: true })
    expect(await shelf.current()).toEqual({ pack: null })
    expect(logged).toEqual([])
  })

  it('takes the highest number of a publisher and the latest day between publishers', async () => {
    const first = lay('a.pack', await randomPack({ records: 5, date: '2026-11-03' }))
    expect(await currentHash()).toBe(first)
    // A later number takes back a day that was too late.
    const second = lay('b.pack', await randomPack({ records: 6, seq: 2, date: '2026-11-01' }))
    expect(await currentHash()).toBe(second)
    const other = lay('c.pack', await randomPack({ records: 7, date: '2026-11-02', secret: new Uint8Array(32).fill(9) }))
    expect(await currentHash()).toBe(other)
    expect([await shelf.nameOf(first), await shelf.nameOf(other), await shelf.nameOf('0'.repeat(64))]).toEqual(['a.pack', 'c.pack', null])
    rmSync(join(folder, 'c.pack'))
    expect(await currentHash()).toBe(second)
  })

  it('never offers what is unsigned, damaged, no pack or not what its name says, and names each once', async () => {
    const whole = await randomPack({ records: 5 })
    const good = lay('good.pack', whole)
    lay('unsigned.pack', await randomPack({ records: 5, seq: 9, secret: null }))
    lay('cut.pack', whole.subarray(0, whole.length - 1))
    lay('none.pack', Buffer.from('标准号'))
    lay('0'.repeat(64), whole)
    lay('readme.txt', Buffer.from('not looked at'))
    expect([await currentHash(), await currentHash()]).toEqual([good, good])
    expect(logged.map(line => /^pack "([^"]+)"/.exec(line)?.[1])).toEqual(['0'.repeat(64), 'cut.pack', 'none.pack', 'unsigned.pack'])
  })

  it('takes a file that was still being copied once it is whole', async () => {
    const whole = await randomPack({ records: 5 })
    lay('a.pack', whole.subarray(0, 500))
    expect(await currentHash()).toBeUndefined()
    const sha256 = lay('a.pack', whole)
    expect(await currentHash()).toBe(sha256)
    const other = await randomPack({ records: 6 })
    const replaced = lay('a.pack', other)
    utimesSync(join(folder, 'a.pack'), 1, 1)
    expect([await currentHash(), await shelf.nameOf(sha256)]).toEqual([replaced, null])
  })
})

describe('the hub’s own key', () => {
  it('is made once, for its owner alone, and signs what pack build makes', async () => {
    const path = join(folder, 'pack.key')
    const made = await ownKey(path)
    expect([made, await ownKey(path)]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), made])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect((await readKey(path)).length).toBe(32)
  })

  it('that is damaged is never replaced', async () => {
    writeFileSync(join(folder, 'pack.key'), '{}')
    await expect(ownKey(join(folder, 'pack.key'))).rejects.toThrow('is no key of a pack')
    await expect(readKey(join(folder, 'none'))).rejects.toThrow('not there')
  })
})
