import { Agent as PlainAgent, request as overHttp } from 'node:http'
import { Agent, request as overHttps } from 'node:https'
import { Readable } from 'node:stream'

/**
 * `fetch` for a desk's line in Node, which can't be told an authority to trust; null = plain http. Node 20's own also forgets to break
 * off a stream whose request was collected.
 */
export const nodeFetch = (authority: string | null): typeof fetch => {
  const agent = authority === null ? new PlainAgent({ keepAlive: true }) : new Agent({ ca: authority, keepAlive: true })
  const ask = authority === null ? overHttp : overHttps
  return (address, { method = 'GET', headers, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const asking = ask(address as string, { method, headers: headers as Record<string, string>, agent, ...(signal && { signal }) }, response => {
        resolve(new Response(Readable.toWeb(response) as ReadableStream, { status: response.statusCode!, headers: response.headers as Record<string, string> }))
      })
      asking.on('error', reject)
      asking.end(body as string | undefined)
    })
}
