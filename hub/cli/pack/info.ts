import type { Command } from '../command.ts'
import { oneFile, withWords } from '../words.ts'
import { facts } from './facts.ts'
import { openPackFile } from './pack-file.ts'

/** What a pack says of itself; the signature is checked, its blocks are not. */
export const packInfo: Command = {
  usage: 'pack info FILE',
  run: args =>
    withWords('pack info', packInfo.usage, args, {}, ({ positionals }) =>
      openPackFile(oneFile(positionals), async ({ manifest }) => ({ ...(await facts(manifest)), built: manifest.meta.built, sources: manifest.meta.sources, tallies: manifest.meta.tallies }))),
}
