// The official Electron: already installed, or fetched within limits that suit a closed network.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cacheDir, inRoot, manifest } from './paths.mjs'
import { run } from './run.mjs'
import { during, percent, say } from './say.mjs'

const officialVersion = manifest.devDependencies.electron

const folder = inRoot('node_modules', 'electron')
const LIMITS = { firstByte: 8_000, standstill: 15_000, total: 15 * 60_000 }
const DAY = 24 * 3_600_000

/** The folder of the installed engine, if its version is the package's and its binary is there. */
export const installedOfficial = () => {
  const version = readText(join(folder, 'dist', 'version'))?.replace(/^v/, '').trim()
  const path = readText(join(folder, 'path.txt'))
  return version === officialVersion && path && existsSync(join(folder, 'dist', path)) ? join(folder, 'dist') : null
}

/** Fetches and unpacks it; null when it can't be had. A failure is remembered for a day, for the same version and mirror. */
export const fetchOfficial = async () => {
  if (failedToday()) return null
  try {
    await download()
    const { code, out } = await run(process.execPath, [join(folder, 'install.js')])
    if (code !== 0) throw new Error(out.trim().split('\n').at(-1))
    const found = installedOfficial()
    if (!found) throw new Error('unpacked, but not complete')
    return found
  } catch (error) {
    const why = error.cause?.code ?? error.message
    say(`Electron ${officialVersion} can't be fetched (${why}); asked again in a day. ELECTRON_MIRROR names another source.`)
    remember(why)
    return null
  }
}

const download = async () => {
  const { downloadArtifact } = await import('@electron/get')
  const checksums = createRequire(import.meta.url)(join(folder, 'checksums.json'))
  const abort = new AbortController()
  let progress = { transferred: 0, total: 0 }
  const watch = watchdog(() => progress.transferred, why => abort.abort(new Error(why)))
  const aborted = new Promise((_, reject) => abort.signal.addEventListener('abort', () => reject(abort.signal.reason)))
  try {
    await during(
      `Fetching Electron ${officialVersion}`,
      () =>
        Promise.race([
          downloadArtifact({
            version: officialVersion,
            artifactName: 'electron',
            platform: process.platform,
            arch: process.arch,
            checksums,
            cacheRoot: process.env.electron_config_cache,
            downloadOptions: { quiet: true, signal: abort.signal, getProgressCallback: async now => void (progress = now) },
          }),
          aborted,
        ]),
      () => percent(progress.transferred, progress.total),
    )
  } finally {
    clearInterval(watch)
  }
}

const watchdog = (transferred, giveUp) => {
  const started = Date.now()
  let last = 0
  let moved = started
  return setInterval(() => {
    const now = Date.now()
    if (transferred() > last) [last, moved] = [transferred(), now]
    if (last === 0 && now - started > LIMITS.firstByte) giveUp('no answer within 8 s')
    else if (last > 0 && now - moved > LIMITS.standstill) giveUp('stood still for 15 s')
    else if (now - started > LIMITS.total) giveUp('not done within 15 min')
  }, 250)
}

const failureFile = join(cacheDir, 'official-engine-failed.json')
const attempt = () => `${officialVersion} ${process.env.ELECTRON_MIRROR ?? ''}`

const failedToday = () => {
  const failure = JSON.parse(readText(failureFile) ?? 'null')
  return failure !== null && failure.attempt === attempt() && Date.now() - failure.at < DAY
}

const remember = why => {
  mkdirSync(cacheDir, { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ attempt: attempt(), at: Date.now(), why }))
}

const readText = path => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
