import { unpack } from '#shared/standards/pack/read-pack.ts'
import { packProblemText } from '#shared/words/pack.ts'
import { facts } from './facts.ts'
import { openPackFile } from './pack-file.ts'
import { answer, Refused, withWords } from './words.ts'

/** Unpacks and checks every block. `--trust` is the publisher's key (64 hex digits): another one's pack is refused. */
export const packVerify = withWords('pack verify FILE [--trust PUBLICKEY]', 1, ['trust'], ([path], { trust }) =>
  openPackFile(path, async pack => {
    if (trust !== undefined && pack.manifest.key !== trust.toLowerCase()) throw new Refused(`${path} is ${pack.manifest.key === null ? 'not signed' : `signed by another key, ${pack.manifest.key}`}`)
    const unpacked = await unpack(pack, (done, total) => process.stderr.isTTY && process.stderr.write(`\r${Math.floor((done / total) * 100)} %`))
    if (!unpacked.ok) throw new Refused(`${path}: ${packProblemText(unpacked.problem, 'en')}`)
    return answer({ ok: true, ...(await facts(pack.manifest)) })
  }))
