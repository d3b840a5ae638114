import { hostname, networkInterfaces } from 'node:os'
import { isIP } from 'node:net'
import type { Names } from './certificate.ts'

/** What this machine is called and where it is reached now, and what the operator adds; the first are the best for others to use. Link-local addresses change and are left out. */
export const machineNames = (added: readonly string[]): Names => {
  const found = Object.values(networkInterfaces()).flatMap(list => list ?? []).sort((a, b) => Number(a.internal) - Number(b.internal)).map(({ address }) => address).filter(address => !/^(?:fe80|169\.254)/i.test(address))
  const ip = new Set([...added.filter(name => isIP(name)), ...found, '127.0.0.1'])
  const dns = new Set([...added.filter(name => !isIP(name)), hostname(), 'localhost'].map(name => name.toLowerCase()).filter(name => /^[a-z0-9.-]+$/.test(name)))
  return { dns: [...dns], ip: [...ip] }
}
