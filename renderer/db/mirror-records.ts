import { z } from 'zod'
import { sentCommand, type SentCommand } from '#shared/sync/protocol.ts'
import type { DeskMeta } from '#shared/sync/store.ts'

z.config({ jitless: true })

/** Who the desk is and how far the hub has answered: the newest one counts. */
const head = z.object({ k: z.literal('head'), client: z.uuid(), group: z.uuid(), user: z.uuid(), device: z.uuid(), complex: z.uuid(), epoch: z.string(), acked: z.int().min(0) })
const entry = z.object({ k: z.literal('entry'), client: z.uuid(), sent: sentCommand })
const record = z.discriminatedUnion('k', [head, entry])

export type MirrorHead = Omit<z.output<typeof head>, 'k'>
export type MirrorRecord = z.output<typeof record>

/** What the file says: its newest head, and the entries of each client, each once. */
export type MirrorCopy = { head: MirrorHead; entries: { client: string; sent: SentCommand }[]; records: number }

export const headOf = ({ client, group, user, device, epoch }: DeskMeta, complex: string, acked: number): MirrorRecord => ({ k: 'head', client, group, user, device, complex, epoch, acked })

export const toBytes = (written: MirrorRecord): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(written))

/** null = no head, so nothing can be told. Records that this version can't read are passed over. */
export const readMirror = (bytes: readonly Uint8Array[]): MirrorCopy | null => {
  let newest: MirrorHead | null = null
  const entries = new Map<string, MirrorCopy['entries'][number]>()
  for (const one of bytes) {
    const read = record.safeParse(parsed(one))
    if (!read.success) continue
    if (read.data.k === 'head') newest = read.data
    else entries.set(`${read.data.client}/${read.data.sent.mid}`, read.data)
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
