import { hubDoor } from '../desktop.ts'

/** The address of the hub of this computer: the one it has joined, or the one that serves the page to a browser. null = none. */
export const ownHub = async (): Promise<string | null> => {
  if (hubDoor) return (await hubDoor.place())?.address ?? null
  try {
    return (await fetch('./manifest.webmanifest')).headers.has('x-pinli-hub') ? location.origin : null
  } catch {
    return null // offline, and not kept for that
  }
}
