/** The port at which a hub listens unless told otherwise. */
const PORT = 8443

/** `https://host:port` of what a person wrote: `192.0.2.10`, `hub.local:9000`, an address with or without its scheme. null = no address of a hub. */
export const hubAddress = (written: string): string | null => {
  const text = written.trim().replace(/\/+$/, '')
  if (!/^(?:https:\/\/)?[^\s/?#@:]+(?::\d{1,5})?$|^(?:https:\/\/)?\[[\da-f:]+\](?::\d{1,5})?$/i.test(text)) return null
  try {
    const { hostname, port } = new URL(/^https:/i.test(text) ? text : `https://${text}`)
    // URL drops the scheme's own port.
    return `https://${hostname}:${port || (/:443$/.test(text) ? 443 : PORT)}`
  } catch {
    return null
  }
}

/** The hub stands on this computer itself. */
export const isLoopback = (address: string): boolean => /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/.test(new URL(address).hostname)
