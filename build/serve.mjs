// Serves the built pages on the loopback address: `npm start` without a display, and the tests.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inRoot, manifest, root } from './paths.mjs'
import { main, stop } from './say.mjs'
import { listenerOf } from './listener.mjs'

const { csp, always, types } = JSON.parse(readFileSync(inRoot('shared', 'page-headers.json'), 'utf8'))
const policy = Object.entries(csp).map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; ')
const pages = inRoot('dist', 'renderer')
const mine = { 'X-Pinli': `${manifest.version} ${encodeURIComponent(root)}` }

/** Resolves to the server once it listens on 127.0.0.1 (0 = any free port); a busy port ends the script with a word about who has it. */
export const serve = port =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const { port: listening } = server.address()
      void answer(request, [`127.0.0.1:${listening}`, `localhost:${listening}`]).then(({ status, headers = {}, body = '' }) => {
        response.writeHead(status, { ...always, ...mine, 'Content-Security-Policy': policy, ...headers })
        response.end(request.method === 'HEAD' ? undefined : body)
      })
    })
    server.on('error', error => (error.code === 'EADDRINUSE' ? void describeBusy(port).then(stop).catch(reject) : reject(error)))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Closes at once, open connections too. */
export const closeServer = server =>
  new Promise(resolve => {
    server.close(resolve)
    server.closeAllConnections()
  })

// A page of another site may point its own name at 127.0.0.1; the Host check keeps it out.
const answer = async ({ method, headers: { host }, url }, hosts) => {
  if (!hosts.includes(host)) return { status: 421 }
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } }
  const file = fileFor(url)
  if (!file) return { status: 404 }
  try {
    const body = await readFile(file)
    const named = file.includes(`${sep}assets${sep}`)
    return { status: 200, body, headers: { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': named ? 'public, max-age=31536000, immutable' : 'no-cache' } }
  } catch {
    return { status: 404 }
  }
}

const fileFor = url => {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const file = normalize(join(pages, path.endsWith('/') ? `${path}index.html` : path))
    return file.startsWith(pages + sep) && !file.includes('\0') ? file : null
  } catch {
    return null
  }
}

const describeBusy = async port => {
  const url = `http://127.0.0.1:${port}/`
  const there = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(r => r.headers.get('x-pinli'), () => null)
  if (there) return `Pinli is already served at ${url} (version ${there.split(' ')[0]}, from ${decodeURIComponent(there.split(' ')[1])}). Open that page, or end the other start first.`
  const who = await listenerOf(port)
  return `Port ${port} is taken${who ? ` by ${who}` : ' by another program'}. The data of the web build belong to this one address, so no other port is used: end that program and start again.`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const server = await serve(Number(process.argv[2] ?? 0))
    process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`)
  })
}
