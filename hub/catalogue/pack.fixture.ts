// Packs for tests: made-up standards, signed or not.
import { buildSegment } from '#shared/standards/index/build.ts'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { writePack } from './write-pack.ts'

export type RandomPack = { records: number; seq?: number; date?: string; built?: string; secret?: Uint8Array | null }

const SECRET = new Uint8Array(32).fill(3)

export const randomPack = async ({ records, seq = 1, date = '2026-11-01', built = '2026-11-25T00:00:00.000Z', secret = SECRET }: RandomPack): Promise<Buffer> => {
  const standards = randomCatalogue(randomBy(seq), records)
  const meta: CatalogueMeta = { date, built, records: standards.length, origin: 'import', sources: [{ name: '示例.ndjson', rows: records }], tallies: { read: records, kept: standards.length, merged: records - standards.length, refused: 0, repaired: 0 } }
  const { hot, cold } = buildSegment({ standards, meta })
  const { pieces } = await writePack({ seq, meta, publisher: '示例发布方', hot: new Uint8Array(hot), cold: new Uint8Array(cold), secret })
  return Buffer.concat(pieces)
}
