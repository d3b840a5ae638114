import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const inRoot = (...parts) => join(root, ...parts)

/** What is fetched once for all checkouts (the development engine) and what is remembered between runs. */
export const cacheDir = join(process.env.XDG_CACHE_HOME ?? (process.platform === 'win32' ? (process.env.LOCALAPPDATA ?? homedir()) : join(homedir(), '.cache')), 'pinli')

export const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))

/** The web build's one address; the origin, and with it the data in a browser, includes the port. */
export const webPort = 47615
