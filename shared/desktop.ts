// All that a page may ask of the computer. A call is checked by these schemas in main, both ways; the page sees `window.pinli`.
import { z } from 'zod'
import type { DesktopCall } from '#shared/desktop-calls.ts'

z.config({ jitless: true })

const nothing = z.void()
const failure = <T extends z.ZodType>(problem: T) => z.object({ ok: z.literal(false), problem })
const success = <T extends z.ZodType>(value: T) => z.object({ ok: z.literal(true), value })

/** Why a file could not be written; what was there before is untouched. */
const saveProblem = z.object({ code: z.literal('file-not-written'), why: z.enum(['no-space', 'no-permission', 'other']), path: z.string() })

/** Why the copy of the outbox beside the database could not be read or written. */
const mirrorProblem = z.object({ code: z.literal('mirror-failed'), why: z.enum(['no-space', 'no-permission', 'other']) })

const LONGEST_RECORD = 2 << 20

/** SHA-256 of the certificate that was compared, hex. */
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const hubPlace = z.object({ address: z.string().max(300), fingerprint })

/** Why nothing was said to a hub. */
const hubProblem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('hub-address') }),
  /** The development engine is out of support, so it speaks to a hub on the same computer alone. */
  z.object({ code: z.literal('hub-not-here') }),
  z.object({ code: z.literal('hub-silent'), detail: z.string() }),
  /** Not the certificate that was compared. */
  z.object({ code: z.literal('hub-stranger') }),
])

/** A client group's copy: what it holds is the page's matter, the computer keeps it whole. */
const group = z.uuid()
const dataKey = z.string().regex(/^[\w-]{43}$/)
const records = z.array(z.instanceof(Uint8Array).refine(bytes => bytes.length > 0 && bytes.length <= LONGEST_RECORD)).max(100_000)

export const desktopCalls = {
  about: {
    in: nothing,
    out: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      platform: z.string(),
      /** `development`: an engine older than the one the product is built for, for development and tests only. */
      engine: z.enum(['official', 'development']),
      profileFolder: z.string(),
      freeBytes: z.number().nullable(),
    }),
  },
  newWindow: { in: nothing, out: nothing },
  windowControl: { in: z.enum(['minimize', 'maximize', 'close']), out: nothing },
  /** Opens an https link to a listed host (`lib/links.ts`) in the system's browser; false = refused. */
  openLink: { in: z.string().max(2000), out: z.boolean() },
  /** Shows the save dialog; a value of null = the person cancelled. */
  saveFile: {
    in: z.object({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
    out: z.discriminatedUnion('ok', [success(z.object({ path: z.string() }).nullable()), failure(saveProblem)]),
  },
  /** Groups that have a copy, the one written last first. */
  mirrorGroups: { in: nothing, out: z.array(group) },
  /** Every record that can be read, in the order of writing; `damaged`: bytes passed over, of which a copy was put aside. */
  mirrorRead: { in: group, out: z.discriminatedUnion('ok', [success(z.object({ records, damaged: z.int().min(0) })), failure(mirrorProblem)]) },
  /** Answers when all of them are on the disk. */
  mirrorAppend: { in: z.object({ group, records }), out: z.discriminatedUnion('ok', [success(z.null()), failure(mirrorProblem)]) },
  /** In the place of all that was there: after a power cut there is the old copy or the new one. None = the copy goes. */
  mirrorReplace: { in: z.object({ group, records }), out: z.discriminatedUnion('ok', [success(z.null()), failure(mirrorProblem)]) },
  /** The hub that this computer has joined. */
  hub: { in: nothing, out: hubPlace.nullable() },
  /**
   * Asks a hub before it is trusted: `address` as a person wrote it. With a fingerprint only the hub that has it is spoken to, without one
   * whichever answers. One that takes a desk (200 to `/enrol`) is this computer's from then on, and windows opened later may speak to it.
   */
  hubAsk: {
    in: z.discriminatedUnion('path', [
      z.object({ path: z.literal('/health'), address: z.string().max(300) }),
      z.object({ path: z.literal('/enrol'), address: z.string().max(300), fingerprint, body: z.string().max(4000) }),
    ]),
    out: z.discriminatedUnion('ok', [success(hubPlace.extend({ status: z.int(), body: z.string() })), failure(hubProblem)]),
  },
  /** It leaves the hub: nothing trusts it any more. */
  hubForget: { in: nothing, out: nothing },
  /** The token that renews the login of a group's owner. null = none, or it could not be kept over the last end of the app. */
  heldRefresh: { in: group, out: z.string().nullable() },
  /** null = it goes. False: the system has no safe place, so it is held until the app ends. */
  keepRefresh: { in: z.object({ group, token: z.string().max(200).nullable() }), out: z.boolean() },
  /** The key of a group's work while it is unlocked, base64url; null = locked. */
  heldKey: { in: group, out: dataKey.nullable() },
  /** null = locked: it is forgotten. False: the system has no safe place, so the next start asks for the passphrase. */
  keepKey: { in: z.object({ group, key: dataKey }).nullable(), out: z.boolean() },
} as const satisfies Record<DesktopCall, { in: z.ZodType; out: z.ZodType }>

export type { DesktopCall }
export type DesktopCalls = typeof desktopCalls
export type DesktopIn<C extends DesktopCall> = z.input<DesktopCalls[C]['in']>
export type DesktopOut<C extends DesktopCall> = z.output<DesktopCalls[C]['out']>
export type HubPlace = z.output<typeof hubPlace>
export type HubProblem = z.output<typeof hubProblem>
export type MirrorProblem = z.output<typeof mirrorProblem>
export type SaveProblem = z.output<typeof saveProblem>

/** What the preload puts on `window.pinli`; missing in a browser. */
export type Desktop = { invoke<C extends DesktopCall>(call: C, arg: DesktopIn<C>): Promise<DesktopOut<C>> }
