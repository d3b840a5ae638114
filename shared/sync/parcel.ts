// Steps that wait, sealed to the hub: whoever works on the computer next hands them over by their owner's token and reads nothing of them.
import { z } from 'zod'
import { fromBase64, toBase64 } from '#shared/crypto/base64.ts'
import type { Random } from '#shared/crypto/seal.ts'
import { openSealedTo, sealTo } from '#shared/crypto/sealed-to.ts'
import { LIMITS, pushRequest, type PushRequest } from './protocol.ts'

z.config({ jitless: true })

/** Of one push, base64url. */
export const parcel = z.object({ group: z.uuid(), box: z.string().regex(/^[\w-]+$/).max(LIMITS.pushBytes) })
export type Parcel = z.output<typeof parcel>

/** So many bytes of a push fit into one, for its text is a third longer. */
export const PARCEL_BYTES = Math.floor(LIMITS.pushBytes * 0.7)

/** `to`: the hub's public key. */
export const sealParcel = (to: Uint8Array, request: PushRequest, random: Random): Parcel => ({ group: request.group, box: toBase64(sealTo(to, request, placeOf(request.group), random)) })

/** At the hub. null = not sealed to it, changed, of another group, or no push. */
export const openParcel = (secret: Uint8Array, { group, box }: Parcel): PushRequest | null => {
  const read = pushRequest.safeParse(opened(secret, box, group))
  return read.success && read.data.group === group ? read.data : null
}

const opened = (secret: Uint8Array, box: string, group: string): unknown => {
  try {
    return openSealedTo(secret, fromBase64(box), placeOf(group))
  } catch {
    return null // not base64, or `SealBroken`
  }
}

const placeOf = (group: string): string => `parcel/${group}`
