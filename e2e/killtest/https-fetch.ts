import { Agent, request } from 'node:https'
import { Readable } from 'node:stream'

/** `fetch` for the desk's line that trusts this authority alone. */
export const httpsFetch = (authority: string): typeof fetch => {
  const agent = new Agent({ ca: authority, keepAlive: true })
  return (address, { method = 'GET', headers, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const asking = request(address as string, { method, headers: headers as Record<string, string>, agent, ...(signal && { signal }) }, response => {
        resolve(new Response(Readable.toWeb(response) as ReadableStream, { status: response.statusCode!, headers: response.headers as Record<string, string> }))
      })
      asking.on('error', reject)
      asking.end(body as string | undefined)
    })
}
