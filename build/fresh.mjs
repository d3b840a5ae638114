// Builds what is older than its sources. Each target is made beside its place and moved in whole, so that a running app or test
// never sees half a build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inRoot, root } from './paths.mjs'
import { during } from './say.mjs'

const tools = ['build/vite.mjs', 'package-lock.json', 'package.json']

export const targets = {
  renderer: { label: 'Building the pages', out: 'dist/renderer', sources: ['renderer', 'shared', ...tools] },
  electron: { label: 'Building the desktop shell', out: 'dist/electron', sources: ['electron', 'shared', ...tools] },
  simulate: { label: 'Building the simulator', out: 'dist/simulate.mjs', sources: ['e2e/simulate', 'hub/bookings', 'hub/db', 'renderer/db', 'shared', ...tools] },
  killtest: { label: 'Building the kill test', out: 'dist/killtest', sources: ['e2e/killtest', 'e2e/hub-process.ts', 'e2e/node-fetch.ts', 'hub', 'renderer/db', 'renderer/sync', 'shared', ...tools] },
  benchHub: { label: 'Building the bench', out: 'dist/bench-hub', sources: ['e2e/bench', 'e2e/hub-process.ts', 'e2e/node-fetch.ts', 'hub', 'renderer/db', 'renderer/sync', 'shared', ...tools] },
  benchBookings: { label: 'Building the bench', out: 'dist/bench-bookings', sources: ['e2e/bench', 'hub', 'renderer/db', 'shared', ...tools] },
  hub: { label: 'Building the hub', out: 'dist/hub.mjs', sources: ['hub', 'shared', ...tools] },
  pinli: { label: 'Building the command line', out: 'dist/pinli.mjs', sources: ['hub', 'shared', ...tools] },
}

/** Makes the named targets fresh, one after the other. */
export const makeFresh = async (...names) => {
  for (const name of names) {
    const { label, out, sources } = targets[name]
    const mark = markOf(sources)
    const markFile = inRoot('dist', `.${name}.mark`)
    if (existsSync(inRoot(out)) && existsSync(markFile) && readFileSync(markFile, 'utf8') === mark) continue
    await during(label, async () => {
      const { build } = await import('./vite.mjs')
      mkdirSync(inRoot('dist'), { recursive: true })
      const made = inRoot('dist', `.making-${name}-${process.pid}`)
      try {
        await build[name](made)
        moveIn(made, inRoot(out))
        writeFileSync(markFile, mark)
      } finally {
        rmSync(made, { recursive: true, force: true })
      }
    })
  }
}

/** What the sources are now: path, size and time of every file but tests. */
const markOf = sources => {
  const hash = createHash('sha256')
  const add = path => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return
    if (!stat.isDirectory()) hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`)
    else for (const name of readdirSync(path).sort()) if (!/\.test\.\w+$/.test(name)) add(join(path, name))
  }
  for (const source of sources) add(inRoot(source))
  return hash.digest('hex')
}

const moveIn = (made, place) => {
  mkdirSync(inRoot('dist'), { recursive: true })
  const old = `${made}-old`
  if (existsSync(place)) renameSync(place, old)
  renameSync(made, place)
  rmSync(old, { recursive: true, force: true })
}
