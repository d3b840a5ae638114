import { unpack } from '#shared/standards/pack/read-pack.ts'
import { packProblemText } from '#shared/words/pack.ts'
import type { Command } from '../command.ts'
import { oneFile, refuse, withWords } from '../words.ts'
import { facts } from './facts.ts'
import { openPackFile } from './pack-file.ts'

/** Unpacks and checks every block. `--trust` is the publisher's key (64 hex digits): another one's pack is refused. */
export const packVerify: Command = {
  usage: 'pack verify FILE [--trust PUBLICKEY]',
  run: args =>
    withWords('pack verify', packVerify.usage, args, { trust: { type: 'string' } }, ({ values: { trust }, positionals }) => {
      const path = oneFile(positionals)
      return openPackFile(path, async pack => {
        if (trust !== undefined && pack.manifest.key !== trust.toLowerCase()) return refuse(`${path} is ${pack.manifest.key === null ? 'not signed' : `signed by another key, ${pack.manifest.key}`}`)
        const unpacked = await unpack(pack, (done, total) => process.stderr.isTTY && process.stderr.write(`\r${Math.floor((done / total) * 100)} %`))
        return unpacked.ok ? { ok: true, ...(await facts(pack.manifest)) } : refuse(`${path}: ${packProblemText(unpacked.problem, 'en')}`)
      })
    }),
}
