// A page on plain http that is not of this machine has no keys, locks or service worker, and what it left here would lie open: it
// leaves nothing on the computer, and a reload forgets all.
import { newId } from './new-id.ts'

/** Node, where tests run, knows no such word. */
export const keepsNothing = globalThis.isSecureContext === false

/** Word between the windows of one desk. A page that keeps nothing is a desk of its own. */
export const windowsChannel = (name: string): BroadcastChannel => new BroadcastChannel(keepsNothing ? `${name}-${ONLY}` : name)
const ONLY = newId()
