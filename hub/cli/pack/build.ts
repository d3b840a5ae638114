import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueMeta } from '#shared/standards/catalogue.ts'
import { openSegment } from '#shared/standards/index/segment.ts'
import { catalogueProblemText } from '#shared/words/catalogue.ts'
import { readKey } from '../../catalogue/key-file.ts'
import { writePack } from '../../catalogue/write-pack.ts'
import type { Command } from '../command.ts'
import { oneFile, refuse, withWords, wrongUse } from '../words.ts'
import { facts } from './facts.ts'
import { openPackFile } from './pack-file.ts'

/** `--from` names the pack that this one follows: its number is one higher. Without a key the pack is not signed, and no desk takes it. */
export const packBuild: Command = {
  usage: 'pack build DIR --out FILE [--from OLD] [--key KEY] [--publisher NAME]',
  run: args =>
    withWords('pack build', packBuild.usage, args, { out: TEXT, from: TEXT, key: TEXT, publisher: TEXT }, async ({ values: { out, from, key, publisher = '' }, positionals }) => {
      const folder = oneFile(positionals)
      if (out === undefined) return wrongUse('--out FILE is missing')
      const [hot, cold] = await Promise.all(['hot.bin', 'cold.bin'].map(name => read(join(folder, name))))
      const meta = metaOf(hot)
      if (key === undefined) process.stderr.write('pinli pack build: no --key, so the pack is not signed and no desk takes it\n')
      const secret = key === undefined ? null : await readKey(key).catch((error: unknown) => refuse((error as Error).message))
      const seq = from === undefined ? 1 : (await openPackFile(from, async pack => Promise.resolve(pack.manifest.seq))) + 1
      const { manifest, pieces } = await writePack({ seq, meta, publisher, hot: hot, cold: cold, secret })
      const bytes = await writeWhole(out, pieces)
      return { ...(await facts(manifest)), bytes }
    }),
}

const TEXT = { type: 'string' } as const

const read = async (path: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(path).catch(() => refuse(`${path} can't be read; DIR is a folder that pinli import wrote`)))

const metaOf = (hot: Uint8Array<ArrayBuffer>): CatalogueMeta => {
  const segment = openSegment(hot.buffer, 'hot')
  return segment.ok ? (segment.value.facts['meta'] as CatalogueMeta) : refuse(catalogueProblemText(segment.problem, 'en'))
}

/** The file is there whole or not at all. */
const writeWhole = async (path: string, pieces: readonly Uint8Array[]): Promise<number> => {
  const fresh = `${path}.new-${randomUUID()}`
  try {
    const file = await open(fresh, 'wx')
    try {
      for (const piece of pieces) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } finally {
    await rm(fresh, { force: true })
  }
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}
