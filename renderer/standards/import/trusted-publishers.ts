import { z } from 'zod'
import type { Setting } from '../../db/settings.ts'

z.config({ jitless: true })

/** Whose packs this computer takes: a person compared the fingerprint once, or the hub vouches for its own key. Keys in hex. */
export type Publisher = { key: string; name: string }

export const trustedPublishers: Setting<Publisher[]> = {
  key: 'trusted-publishers',
  schema: z.array(z.object({ key: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(80) })),
  initial: [],
}
