// The hub that this computer has joined. Pages speak to it themselves; whether the other side is it, is decided here.
import { type Certificate, session } from 'electron'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { desktopCalls, type DesktopIn, type DesktopOut, type HubPlace } from '#shared/desktop.ts'
import { fail, ok } from '#shared/lib/result.ts'
import { engineKind } from '../engine.ts'
import { hubAddress, isLoopback } from './address.ts'
import { type Chain, fingerprintOf, isPinned } from './pinned.ts'
import { say } from './say.ts'

export type HubDoor = { place(): HubPlace | null; ask(asked: DesktopIn<'hubAsk'>): Promise<DesktopOut<'hubAsk'>>; forget(): void }

/** `file` keeps the place over the end of the app. After `ready`. */
export const hubDoor = (file: string): HubDoor => {
  let place = readPlace(file)
  trust(place)
  const keep = (next: HubPlace): void => {
    writeFileSync(`${file}.new`, JSON.stringify(next))
    renameSync(`${file}.new`, file)
    trust((place = next))
  }
  return {
    place: () => place,
    ask: async asked => {
      const address = hubAddress(asked.address)
      if (address === null) return fail({ code: 'hub-address' })
      if (engineKind === 'development' && !isLoopback(address)) return fail({ code: 'hub-not-here' })
      const wanted = asked.path === '/enrol' ? asked.fingerprint : null
      let seen = wanted
      const admit = (chain: Chain): boolean => {
        seen = fingerprintOf(chain)
        return wanted === null ? seen !== null : isPinned(chain, { fingerprint: wanted, host: new URL(address).hostname, now: Date.now() })
      }
      try {
        const said = await say(address, { path: asked.path, body: asked.path === '/enrol' ? asked.body : null }, admit)
        const found = { address, fingerprint: seen! }
        if (asked.path === '/enrol' && said.status === 200) keep(found)
        return ok({ ...found, ...said })
      } catch (error) {
        return fail(wanted !== null && seen !== null && seen !== wanted ? { code: 'hub-stranger' } : { code: 'hub-silent', detail: error instanceof Error ? error.message : String(error) })
      }
    },
    forget: () => {
      rmSync(file, { force: true })
      trust((place = null))
    },
  }
}

const REFUSED = -2
const AS_CHROMIUM_SAYS = -3

/** For the hub's host nothing but its pin counts, not even an authority that the system trusts. Setting it anew drops what was answered before. */
const trust = (place: HubPlace | null): void => {
  const host = place && new URL(place.address).hostname
  session.defaultSession.setCertificateVerifyProc(
    place && (({ hostname, certificate }, answer) => {
      if (hostname.replace(/^\[(.*)\]$/, '$1') !== host?.replace(/^\[(.*)\]$/, '$1')) return answer(AS_CHROMIUM_SAYS)
      answer(isPinned(chainOf(certificate), { fingerprint: place.fingerprint, host: hostname, now: Date.now() }) ? 0 : REFUSED)
    }),
  )
}

const chainOf = (certificate: Certificate | undefined, above: string[] = []): string[] =>
  !certificate?.data || above.includes(certificate.data) ? above : chainOf(certificate.issuerCert, [...above, certificate.data])

const readPlace = (file: string): HubPlace | null => {
  try {
    const place = desktopCalls.hub.out.parse(JSON.parse(readFileSync(file, 'utf8')))
    return place && (engineKind !== 'development' || isLoopback(place.address)) ? place : null
  } catch {
    return null // none joined, or it can't be read: the person joins again
  }
}
