// The records of a desk's outbox as they lie in its mirror file, in its backups, and in what an operator opens.
import { z } from 'zod'
import { fromBase64, toBase64 } from '#shared/crypto/base64.ts'
import { keptKey, type KeptKey } from '#shared/crypto/kept-key.ts'
import type { Sealer } from '#shared/crypto/seal.ts'
import { sentCommand, type SentCommand } from './protocol.ts'
import type { DeskMeta } from './store.ts'

z.config({ jitless: true })

/** Who the desk is, how far the hub has answered, and the wrapped key of what is sealed: the newest one counts. */
const head = z.object({ k: z.literal('head'), client: z.uuid(), group: z.uuid(), user: z.uuid(), device: z.uuid(), complex: z.uuid(), epoch: z.string(), acked: z.int().min(0), key: keptKey.optional() })
/** As versions before the sealing wrote it. */
const entry = z.object({ k: z.literal('entry'), client: z.uuid(), sent: sentCommand })
const sealed = z.object({ k: z.literal('sealed'), client: z.uuid(), mid: z.int().min(1), box: z.string() })
const record = z.discriminatedUnion('k', [head, entry, sealed])

export type MirrorHead = Omit<z.output<typeof head>, 'k'>
export type MirrorRecord = z.output<typeof record>

/** What the file says: its newest head, and the entries of each client, each once. */
export type MirrorCopy = { head: MirrorHead; entries: { client: string; sent: SentCommand }[]; records: number }

export const headOf = ({ client, group, user, device, epoch }: DeskMeta, complex: string, acked: number, key: KeptKey): MirrorRecord => ({ k: 'head', client, group, user, device, complex, epoch, acked, key })

export const sealedRecord = (client: string, sent: SentCommand, { seal }: Sealer): MirrorRecord => ({ k: 'sealed', client, mid: sent.mid, box: toBase64(seal(sent, placeOf(client, sent.mid))) })

const placeOf = (client: string, mid: number): string => `mirror/${client}/${mid}`

export const toBytes = (written: MirrorRecord): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(written))

/**
 * null = no head, so nothing can be told. Records that this version can't read are passed over; without a sealer the sealed ones too. One
 * that the sealer doesn't open throws `SealBroken`.
 */
export const readMirror = (bytes: readonly Uint8Array[], sealer: Sealer | null): MirrorCopy | null => {
  let newest: MirrorHead | null = null
  const entries = new Map<string, MirrorCopy['entries'][number]>()
  for (const one of bytes) {
    const read = record.safeParse(parsed(one))
    if (!read.success) continue
    if (read.data.k === 'head') newest = read.data
    else if (read.data.k === 'entry') entries.set(`${read.data.client}/${read.data.sent.mid}`, read.data)
    else if (sealer) {
      const { client, mid, box } = read.data
      entries.set(`${client}/${mid}`, { client, sent: sentCommand.parse(sealer.open(fromBase64(box), placeOf(client, mid))) })
    }
  }
  return newest && { head: newest, entries: [...entries.values()], records: bytes.length }
}

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
