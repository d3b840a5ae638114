// Finds an Electron to run: what the person names, the official one, the development engine of the registry; null = the browser.
import { join } from 'node:path'
import { fetchOfficial, installedOfficial } from './engine-official.mjs'
import { registryEngine } from './engine-registry.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

/** `{dir, binary, version, kind}`; kind is `named`, `official` or `development`. */
export const findEngine = async () => {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return healthy('named', named)
  return (await healthy('official', installedOfficial())) ?? (await healthy('official', await fetchOfficial())) ?? (await healthy('development', await registryEngine()))
}

/** Flags that every start of the engine gets: only fatal messages of Chromium; its sandbox can't stand up for root. */
export const engineFlags = ['--lang=zh-CN', '--log-level=3', ...(process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [])]

const binaryIn = dir => join(dir, { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron')

const healthy = async (kind, dir) => {
  if (!dir) return null
  const binary = binaryIn(dir)
  const { code, out } = await run(binary, ['-p', 'process.versions.electron'], { env: { ELECTRON_RUN_AS_NODE: '1' }, timeout: 20_000 })
  const version = /^\d+\.\d+\.\d+\S*$/m.exec(out)?.[0]
  if (code === 0 && version) return { kind, dir, binary, version }
  say(`The engine in ${dir} does not run (${out.trim().split('\n').at(-1) || `exit code ${code}`}).`)
  return null
}

