import { z } from 'zod'
import { packOffer } from '#shared/standards/pack/offer.ts'
import type { Setting } from '../../db/settings.ts'

z.config({ jitless: true })

const told = z.object({ hub: z.string(), at: z.number(), pack: packOffer.nullable() })

/** What a hub last said of its catalogue, and when (ms, our clock): all windows share it, so that one asks. */
export type Told = z.output<typeof told>
export const toldByHub: Setting<Told | null> = { key: 'hub-catalogue', schema: told.nullable(), initial: null }

const HOUR = 3600_000

/** Not more than once an hour; at once where another hub was asked, or the clock was set back since. */
export const isDue = (last: Told | null, hub: string, now: number): boolean => last?.hub !== hub || now < last.at || now - last.at >= HOUR
