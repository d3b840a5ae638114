import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { writePack, type PackFacts } from './write-pack.ts'
import { sha256 } from '#shared/crypto/digest.ts'
import { buildSegment } from '#shared/standards/index/build.ts'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { BLOCK, packHead, SIGNATURE } from '#shared/standards/pack/manifest.ts'
import { openPack, unpack, type PackSource } from '#shared/standards/pack/read-pack.ts'

const SECRET = new Uint8Array(32).fill(7)
const standards = randomCatalogue(randomBy(1), 80)
const meta: CatalogueMeta = { date: '2026-11-01', built: '2026-11-25T00:00:00.000Z', records: standards.length, origin: 'import', sources: [{ name: 'a.csv', rows: 80 }], tallies: { read: 80, kept: 80, merged: 0, refused: 0, repaired: 0 } }
const built = buildSegment({ standards, meta })
const facts: PackFacts = { seq: 3, meta, publisher: '测试', hot: new Uint8Array(built.hot), cold: new Uint8Array(built.cold), secret: SECRET }

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(pieces))
const sourceOf = (bytes: Uint8Array<ArrayBuffer>): PackSource => new Blob([bytes])
const take = async (bytes: Uint8Array<ArrayBuffer>) => {
  const pack = await openPack(sourceOf(bytes))
  return pack.ok ? unpack(pack.value, () => undefined) : pack
}
const codeOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const taken = await take(bytes)
  return taken.ok ? 'taken' : taken.problem.code
}

let file: Uint8Array<ArrayBuffer>
beforeAll(async () => { file = joined((await writePack(facts)).pieces) })

describe('a pack', () => {
  it('gives the catalogue back byte for byte, and is the same file each time', async () => {
    const pack = await openPack(sourceOf(file))
    expect(pack.ok && [pack.value.signed, pack.value.manifest.seq, pack.value.manifest.meta]).toEqual([true, 3, meta])
    const taken = await take(file)
    expect(taken.ok && [Buffer.from(taken.value.hot).equals(Buffer.from(built.hot)), Buffer.from(taken.value.cold).equals(Buffer.from(built.cold))]).toEqual([true, true])
    expect(Buffer.from(joined((await writePack(facts)).pieces)).equals(Buffer.from(file))).toBe(true)
  })

  it('tells how far it is in bytes of the catalogue, to the last', async () => {
    const pack = await openPack(sourceOf(file))
    const told: number[][] = []
    if (pack.ok) await unpack(pack.value, (done, total) => told.push([done, total]))
    const total = built.hot.byteLength + built.cold.byteLength
    expect(told.at(-1)).toEqual([total, total])
  })

  it('is never taken with any one byte changed', () =>
    fc.assert(fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = file.slice()
      changed[at] ^= by
      // Bytes 4 to 9 of a gzip block are its time and system, which nobody reads; what comes out is the same then.
      const taken = await take(changed)
      if (taken.ok) expect(Buffer.from(taken.value.hot).equals(Buffer.from(built.hot)) && Buffer.from(taken.value.cold).equals(Buffer.from(built.cold))).toBe(true)
    }), { numRuns: 300 }))

  it('is never taken cut off or with something behind it', () =>
    fc.assert(fc.asyncProperty(fc.nat(file.length - 1), async length => {
      expect(await codeOf(file.slice(0, length))).toMatch(/^PACK-(none|damaged)$/)
    }), { numRuns: 100 }))

  it('is damaged with a byte too many', async () => expect(await codeOf(joined([file, new Uint8Array(1)]))).toBe('PACK-damaged'))

  it('is forged when the manifest says something else than was signed', async () => {
    const { manifest, pieces } = await writePack(facts)
    const changed = { ...manifest, seq: 9 }
    expect(await codeOf(joined([packHead(changed), ...pieces.slice(1)]))).toBe('PACK-forged')
    expect(await codeOf(joined([packHead(manifest), new Uint8Array(SIGNATURE), ...pieces.slice(2)]))).toBe('PACK-forged')
  })

  it('can be read unsigned, and says that nobody signed it', async () => {
    const pack = await openPack(sourceOf(joined((await writePack({ ...facts, secret: null })).pieces)))
    expect(pack.ok && pack.value.signed).toBe(false)
  })

  it('is left to a newer version where its format is newer', async () => {
    const newer = file.slice()
    newer[8] = 2
    expect(await take(newer)).toEqual({ ok: false, problem: { code: 'PACK-newer', format: 2, known: 1 } })
  })

  it('never unpacks more than a block says it holds', async () => {
    const bomb = gzipSync(new Uint8Array(64 * BLOCK))
    const part = { name: 'hot' as const, bytes: 10, sha256: await sha256(new Uint8Array(10)), blocks: [{ packed: bomb.length, bytes: 10, sha256: await sha256(new Uint8Array(10)) }] }
    const head = packHead({ kind: 'snapshot', seq: 1, meta, publisher: '', key: null, parts: [part, { ...part, name: 'cold' }] })
    expect(await codeOf(joined([head, new Uint8Array(SIGNATURE), bomb, bomb]))).toBe('PACK-damaged')
  })

  it('that holds no catalogue says so', async () => {
    const junk = new Uint8Array(1000).fill(5)
    expect(await codeOf(joined((await writePack({ ...facts, hot: junk })).pieces))).toBe('CAT-damaged')
    const other = buildSegment({ standards: randomCatalogue(randomBy(2), 20), meta })
    expect(await codeOf(joined((await writePack({ ...facts, cold: new Uint8Array(other.cold) })).pieces))).toBe('CAT-damaged')
  })

  it('is another kind of file: said at once', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('标准号,名称\n'), new Uint8Array(5000)]) expect(await codeOf(new Uint8Array(bytes))).toBe('PACK-none')
  })

  it('ends at once when it is cancelled, and says so when the file can’t be read any more', async () => {
    const abort = new AbortController()
    abort.abort()
    const pack = await openPack(sourceOf(file))
    expect(pack.ok && (await unpack(pack.value, () => undefined, abort.signal))).toEqual({ ok: false, problem: { code: 'cancelled' } })
    const gone: PackSource = { size: file.length, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) }
    expect(await openPack(gone)).toMatchObject({ problem: { code: 'PACK-unreadable' } })
  })
})
