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

/** After `ready`. */
export const serveScheme = (): void => {
  protocol.handle('app', request => answer(new URL(request.url)))
}

export const isOwnPage = (url: string): boolean => url.startsWith(home)

const answer = async (url: URL): Promise<Response> => {
  if (url.host === 'notice') return respond(noticeAt(url), extname(url.pathname) || '.html')
  const file = url.host === 'pinli' ? fileAt(url.pathname) : null
  return respond(file && (await readFile(file).catch(() => null)), file ? extname(file) : '')
}

const respond = (body: Uint8Array | string | null, extension: string): Response => {
  const type = (headers.types as Record<string, string>)[extension] ?? 'application/octet-stream'
  return body === null ? new Response(null, { status: 404 }) : new Response(body as string, { headers: { ...headers.always, 'Content-Security-Policy': policy(), 'Content-Type': type } })
}

/** Written anew per load: which hub a page may speak to is known only at run time. */
const policy = (): string =>
  Object.entries(headers.csp)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
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
