import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { incomingPieces, openHead } from '#shared/standards/pack/incoming.ts'
import { openPack, type Pack } from '#shared/standards/pack/read-pack.ts'
import { randomPack } from './pack.fixture.ts'

let file: Uint8Array<ArrayBuffer>
let pack: Pack
beforeAll(async () => {
  file = new Uint8Array(await randomPack({ records: 6000 }))
  const opened = await openPack(new Blob([file]))
  if (opened.ok) pack = opened.value
})

// eslint-disable-next-line @typescript-eslint/require-await
const inChunks = async function* (bytes: Uint8Array<ArrayBuffer>, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}
const come = async (bytes: Uint8Array<ArrayBuffer>, size: number, kept: Parameters<typeof incomingPieces>[2] = null) => {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of incomingPieces(inChunks(bytes, size), file.length, kept)) {
    if (!piece.ok) return { pieces, problem: piece.problem }
    pieces.push(piece.value)
  }
  return { pieces, problem: null }
}

describe('a pack that comes over a line', () => {
  it('is its head and its blocks, however it is cut on the way', () =>
    fc.assert(fc.asyncProperty(fc.integer({ min: 1000, max: 300_000 }), async size => {
      const { pieces, problem } = await come(file, size)
      expect([problem, pieces.length, Buffer.concat(pieces).equals(Buffer.from(file))]).toEqual([null, 1 + pack.manifest.parts.flatMap(part => part.blocks).length, true])
    }), { numRuns: 10 }))

  it('goes on behind what is kept of a transfer that broke off anywhere', () =>
    fc.assert(fc.asyncProperty(fc.nat(file.length), async cut => {
      const before = await come(file.slice(0, cut), 65_536)
      expect(before.problem).toBeNull()
      const kept = before.pieces.length ? await openHead(new Blob([before.pieces[0]]), file.length) : null
      const done = before.pieces.reduce((sum, piece) => sum + piece.length, 0)
      const after = await come(file.slice(done), 65_536, kept?.ok ? { pack: kept.value, blocks: before.pieces.length - 1 } : null)
      expect(Buffer.concat([...before.pieces, ...after.pieces]).equals(Buffer.from(file))).toBe(true)
    }), { numRuns: 20 }))

  it('ends at the block that is not what was published, and keeps those before it', async () => {
    const last = pack.manifest.parts[1].blocks.at(-1)!.packed
    const changed = file.slice()
    changed[file.length - last + 200] ^= 1
    const { pieces, problem } = await come(changed, 65_536)
    expect(problem).toEqual({ code: 'PACK-damaged', why: 'block', at: file.length - last })
    expect(pieces.length).toBe(pack.manifest.parts.flatMap(part => part.blocks).length)
  })

  it('says at once that it is none, of whatever length it claims to be, and takes nothing behind its end', async () => {
    expect((await come(new TextEncoder().encode('<!doctype html><title>Log in</title>'), 4)).problem).toEqual({ code: 'PACK-none' })
    const forged = file.slice()
    forged[100] ^= 1
    expect((await come(forged, 65_536)).problem?.code).toMatch(/^PACK-(forged|damaged)$/)
    const longer = new Uint8Array(file.length + 10)
    longer.set(file)
    expect(Buffer.concat((await come(longer, 65_536)).pieces).length).toBe(file.length)
  })
})
