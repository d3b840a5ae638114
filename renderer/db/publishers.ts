// Whose catalogue packs this computer takes. Keys are Ed25519, in hex.
import { z } from 'zod'
import type { Setting } from './settings.ts'

z.config({ jitless: true })

const key = z.string().regex(/^[0-9a-f]{64}$/)

/** A person compared the fingerprint once. */
export type Publisher = { key: string; name: string }

export const trustedPublishers: Setting<Publisher[]> = { key: 'trusted-publishers', schema: z.array(z.object({ key, name: z.string().max(80) })), initial: [] }

/** The key of the hub of this computer, told by itself at enrolment and at each login; null = there is no hub. */
export const hubPackKey: Setting<string | null> = { key: 'hub-pack-key', schema: key.nullable(), initial: null }
