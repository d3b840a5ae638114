// app://pinli/ serves the built pages, app://notice/ the few that must work without them. Nothing else is reachable.
import { app, protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import headers from '#shared/page-headers.json' with { type: 'json' }
import { noticeAt } from './notice.ts'

export const home = 'app://pinli/'

/** Before `ready`. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } }])
}

/** After `ready`. `hub`: the origin of the hub that pages may speak to, null = none. */
export const serveScheme = (hub: () => string | null): void => {
  protocol.handle('app', request => answer(new URL(request.url), hub()))
}

export const isOwnPage = (url: string): boolean => url.startsWith(home)

const answer = async (url: URL, hub: string | null): Promise<Response> => {
  if (url.host === 'notice') return respond(noticeAt(url), extname(url.pathname) || '.html', null)
  const file = url.host === 'pinli' ? fileAt(url.pathname) : null
  return respond(file && (await readFile(file).catch(() => null)), file ? extname(file) : '', hub)
}

const respond = (body: Uint8Array | string | null, extension: string, hub: string | null): Response => {
  const type = (headers.types as Record<string, string>)[extension] ?? 'application/octet-stream'
  return body === null ? new Response(null, { status: 404 }) : new Response(body as string, { headers: { ...headers.always, 'Content-Security-Policy': policy(hub), 'Content-Type': type } })
}

/** Written anew per load: which hub a page may speak to is known only at run time. */
const policy = (hub: string | null): string =>
  Object.entries(headers.csp)
    .map(([name, sources]) => [name, ...sources, ...(hub !== null && name === 'connect-src' ? [hub] : [])].join(' '))
    .join('; ')

/** The file of a path inside the built pages; null for whatever leads out of them. */
export const fileAt = (pathname: string, pages = join(app.getAppPath(), 'dist', 'renderer')): string | null => {
  try {
    const path = decodeURIComponent(pathname)
    if (/[\0\\]/.test(path)) return null
    const file = normalize(join(pages, path.endsWith('/') ? `${path}index.html` : path))
    return file.startsWith(pages + sep) ? file : null
  } catch {
    return null
  }
}
