import { openPackFile } from './pack-file.ts'
import { facts } from './facts.ts'
import { answer, withWords } from './words.ts'

/** What a pack says of itself; the signature is checked, its blocks are not. */
export const packInfo = withWords('pack info FILE', 1, [], ([path]) => openPackFile(path, async ({ manifest }) => answer({ ...(await facts(manifest)), built: manifest.meta.built, sources: manifest.meta.sources, tallies: manifest.meta.tallies })))
