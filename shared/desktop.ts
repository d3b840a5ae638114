// All that a page may ask of the computer. A call is checked by these schemas in main, both ways; the page sees `window.pinli`.
import { z } from 'zod'

z.config({ jitless: true })

const nothing = z.void()

export const desktopCalls = {
  about: {
    in: nothing,
    out: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      platform: z.string(),
      /** `development`: the engine from the registry, for development and tests only. */
      engine: z.enum(['official', 'development']),
      profileFolder: z.string(),
      freeBytes: z.number().nullable(),
    }),
  },
  newWindow: { in: nothing, out: nothing },
  windowControl: { in: z.enum(['minimize', 'maximize', 'close']), out: nothing },
  /** Opens an https link to a listed host in the system's browser; false = refused. */
  openLink: { in: z.string().max(2000), out: z.boolean() },
  /** Shows the save dialog; null = the person cancelled. */
  saveFile: { in: z.object({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }), out: z.object({ path: z.string() }).nullable() },
} as const

export type DesktopCalls = typeof desktopCalls
export type DesktopCall = keyof DesktopCalls
export type DesktopIn<C extends DesktopCall> = z.input<DesktopCalls[C]['in']>
export type DesktopOut<C extends DesktopCall> = z.output<DesktopCalls[C]['out']>

/** What the preload puts on `window.pinli`; missing in a browser. */
export type Desktop = { invoke<C extends DesktopCall>(call: C, arg: DesktopIn<C>): Promise<DesktopOut<C>> }
