// One request to a hub whose certificate is looked at before a byte is said.
import { request as overHttp } from 'node:http'
import { isIP } from 'node:net'
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import type { Chain } from './pinned.ts'

export type Said = { status: number; body: string }

const PATIENCE_MS = 8000
const LONGEST_BODY = 64 << 10

/** `admit` gets the certificates that the other side shows; false ends it. Rejects when nothing comes of it. */
export const say = async (address: string, { path, body }: { path: string; body: string | null }, admit: (chain: Chain) => boolean): Promise<Said> => {
  const { hostname, port } = new URL(address)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const socket = await connected(host, Number(port || 443))
  try {
    if (!admit(chainOf(socket))) throw new Error('not admitted')
    return await asked(socket, { host: `${hostname}:${port || 443}`, path, body })
  } finally {
    socket.destroy()
  }
}

const connected = (host: string, port: number): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    // Whom to believe is decided by `admit`, for the authority is nobody's but the hub's.
    const socket = connect({ host, port, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 && { servername: host }) })
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)))
    socket.once('secureConnect', () => resolve(socket))
    socket.once('error', reject)
  })

const chainOf = (socket: TLSSocket): Chain => {
  const chain: Buffer[] = []
  let one: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  while (one?.raw && !chain.some(held => held.equals(one!.raw))) {
    chain.push(one.raw)
    one = one.issuerCertificate
  }
  return chain
}

const asked = (socket: TLSSocket, { host, path, body }: { host: string; path: string; body: string | null }): Promise<Said> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject)
    const headers = { host, connection: 'close', ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) }
    const asking = overHttp({ createConnection: () => socket, path, method: body === null ? 'GET' : 'POST', headers }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > LONGEST_BODY) asking.destroy(new Error('it said too much'))
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    asking.on('error', reject)
    asking.end(body ?? undefined)
  })
