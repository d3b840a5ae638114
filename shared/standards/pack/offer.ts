// Which pack a hub hands out now, and whether that is news to a desk.
import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import type { CatalogueMeta } from '../catalogue.ts'
import type { PackManifest } from './manifest.ts'

z.config({ jitless: true })

export const OFFER_PATH = '/catalogue/current'

/** `sha256` of the whole file, under which it lies at `/catalogue/<sha256>`; the rest is what its manifest says, which its signature proves only once it is here. */
export const packOffer = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  date: z.string().length(10).refine(isLooseDate),
  built: z.string().max(300),
  records: z.int().min(0),
  publisher: z.string().max(80),
})
/** null: the hub has none that a desk would take. */
export const currentPack = z.object({ pack: packOffer.nullable() })

export type PackOffer = z.output<typeof packOffer>
export type CurrentPack = z.output<typeof currentPack>

/** A later day, or for the same day built later; anything against the examples that come with the product. */
export const isNews = ({ date, built }: Pick<PackOffer, 'date' | 'built'>, held: Pick<CatalogueMeta, 'date' | 'built' | 'origin'> | null): boolean =>
  held === null || held.origin === 'starter' || date > held.date || (date === held.date && built > held.built)

/** Of one publisher the highest number counts, whatever its day; between publishers the later day, then the later build. Packs that nobody signed are none. */
export const newestOf = <P extends { manifest: PackManifest }>(packs: readonly P[]): P | null => {
  const latest = new Map<string, P>()
  for (const pack of packs) {
    const { key, seq, meta } = pack.manifest
    const held = key === null ? undefined : latest.get(key)?.manifest
    if (key !== null && (!held || seq > held.seq || (seq === held.seq && meta.built > held.meta.built))) latest.set(key, pack)
  }
  const age = ({ manifest: { meta } }: P): string => `${meta.date} ${meta.built}`
  return [...latest.values()].reduce<P | null>((best, pack) => (best && age(best) >= age(pack) ? best : pack), null)
}
