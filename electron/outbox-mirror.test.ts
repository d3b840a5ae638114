import { appendFileSync, chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { crc32 } from '#shared/lib/crc32.ts'
import { framed, readRecords } from '#shared/lib/records.ts'

vi.mock('electron', () => ({ app: { getPath: () => '' }, dialog: {} }))
const { outboxMirror } = await import('./outbox-mirror.ts')

const GROUP = '019ac000-0000-7000-8000-000000000001'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const texts = (records: readonly Uint8Array[]): string[] => records.map(record => new TextDecoder().decode(record))

let folder = ''
let file = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'pinli-mirror-')), 'outbox')
  file = join(folder, `${GROUP}.log`)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const read = async (): Promise<{ texts: string[]; damaged: number }> => {
  const found = await outboxMirror(folder).read(GROUP)
  if (!found.ok) throw new Error(found.problem.code)
  return { texts: texts(found.value.records), damaged: found.value.damaged }
}

describe('the mirror file', () => {
  test('is empty before anything was written', async () => {
    expect(await read()).toEqual({ texts: [], damaged: 0 })
    expect(await outboxMirror(folder).groups()).toEqual([])
  })

  test('gives back what was appended, in order, also after a start anew', async () => {
    const mirror = outboxMirror(folder)
    await Promise.all(['一', '二', '三'].map(text => mirror.append(GROUP, [bytes(text), bytes(`${text}′`)])))
    expect(await read()).toEqual({ texts: ['一', '一′', '二', '二′', '三', '三′'], damaged: 0 })
    expect(await mirror.groups()).toEqual([GROUP])
  })

  test('is replaced whole', async () => {
    const mirror = outboxMirror(folder)
    await mirror.append(GROUP, [bytes('old'), bytes('older')])
    await Promise.all([mirror.replace(GROUP, [bytes('new')]), mirror.append(GROUP, [bytes('next')])])
    expect((await read()).texts).toEqual(['new', 'next'])
  })

  test('is gone without a trace when there is nothing to keep', async () => {
    const mirror = outboxMirror(folder)
    await mirror.append(GROUP, [bytes('a')])
    truncateSync(file, 5)
    await mirror.read(GROUP)
    await mirror.replace(GROUP, [])
    expect([await read(), await mirror.groups(), readdirSync(folder)]).toEqual([{ texts: [], damaged: 0 }, [], []])
  })

  test('with a torn end keeps the rest, and what is appended after it is read', async () => {
    const mirror = outboxMirror(folder)
    await mirror.append(GROUP, [bytes('whole'), bytes('torn in the middle')])
    truncateSync(file, readFileSync(file).length - 5)
    expect(await read()).toEqual({ texts: ['whole'], damaged: 12 + 18 - 5 })
    await mirror.append(GROUP, [bytes('after')])
    expect((await read()).texts).toEqual(['whole', 'after'])
  })

  test('with a damaged place keeps what stands before and behind it, and puts a copy aside', async () => {
    await outboxMirror(folder).append(GROUP, ['a', 'b', 'c'].map(bytes))
    const held = readFileSync(file)
    held[13 + 12] ^= 1
    writeFileSync(file, held)
    expect((await read()).texts).toEqual(['a', 'c'])
    expect(readFileSync(join(folder, `${GROUP}.damaged`))).toEqual(held)
  })

  test('of zeros, as a power cut may leave it, is no reason to give up', async () => {
    await outboxMirror(folder).append(GROUP, [bytes('a')])
    appendFileSync(file, Buffer.alloc(4096))
    await outboxMirror(folder).append(GROUP, [bytes('b')])
    expect(await read()).toEqual({ texts: ['a', 'b'], damaged: 4096 })
  })

  test('that can’t be written says why', async () => {
    writeFileSync(folder, 'a file where the folder should be')
    expect(await outboxMirror(folder).append(GROUP, [bytes('a')])).toEqual({ ok: false, problem: { code: 'mirror-failed', why: 'other' } })
    expect(existsSync(file)).toBe(false)
  })

  test.skipIf(process.getuid?.() === 0)('without permission says so', async () => {
    await outboxMirror(folder).append(GROUP, [bytes('a')])
    chmodSync(file, 0o400)
    expect(await outboxMirror(folder).append(GROUP, [bytes('b')])).toEqual({ ok: false, problem: { code: 'mirror-failed', why: 'no-permission' } })
  })
})

describe('records', () => {
  test('the checksum is the one of zip', () => expect([crc32(bytes('123456789')), crc32(bytes(''))]).toEqual([0xcbf43926, 0]))

  const some = fc.array(fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.constantFrom(bytes('PLR1'), bytes('PLR1PLR1 PLR1'))), { maxLength: 8 })

  test('come back as they were, whatever they hold', () =>
    fc.assert(fc.property(some, records => { expect(readRecords(framed(records))).toEqual({ records: records.map(record => new Uint8Array(record)), damaged: 0 }) })))

  test('cut anywhere, all before the cut are whole and none is made up', () =>
    fc.assert(
      fc.property(some, fc.nat(), (records, n) => {
        const whole = framed(records)
        const cut = whole.length === 0 ? 0 : n % whole.length
        const ends = records.map((_, i) => framed(records.slice(0, i + 1)).length)
        expect(readRecords(whole.subarray(0, cut)).records).toEqual(records.filter((_, i) => ends[i] <= cut).map(record => new Uint8Array(record)))
      }),
    ))

  test('with one byte changed, at most the record it lies in is lost', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }).filter(record => !Buffer.from(record).includes('PLR1')), { minLength: 1, maxLength: 8 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (records, n, change) => {
        const whole = framed(records)
        const at = n % whole.length
        whole[at] ^= change
        const hit = records.findIndex((_, i) => framed(records.slice(0, i + 1)).length > at)
        expect(readRecords(whole).records).toEqual(records.filter((_, i) => i !== hit).map(record => new Uint8Array(record)))
      }),
    ))
})
