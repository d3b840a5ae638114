// `npm run dist`: packs the app for this system with the present engine. Linux: folder and tar.gz; Windows: NSIS; macOS: folder.
// `--dir` the folder alone, `--store` without compression (tests), `--out FOLDER`; other words go to electron-builder as they are
// (`--linux deb`).
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bootstrapPackages } from './bootstrap.mjs'
import { findEngine } from './engine.mjs'
import { makeFresh } from './fresh.mjs'
import { inRoot, manifest } from './paths.mjs'
import { run } from './run.mjs'
import { during, main, say, stop } from './say.mjs'

const targets = { linux: ['--linux', 'dir'], win32: ['--win'], darwin: ['--mac', 'dir'] }

/** Packs into `out`; answers with the path of the packed program. */
export const pack = async ({ dirOnly = false, store = false, out = inRoot('out', 'dist'), words = [] } = {}) => {
  const engine = (await findEngine()) ?? stop('No Electron to pack with: see the messages above.')
  if (engine.kind === 'development') say('Packed with the development engine: for tests on this machine, never to be given away.')
  await makeFresh('renderer', 'electron')
  const target = words.length > 0 ? words : dirOnly ? [targets[process.platform][0], 'dir'] : targets[process.platform]
  const { code } = await during('Packing', () =>
    run(
      process.execPath,
      [
        inRoot('node_modules', 'electron-builder', 'cli.js'), ...target, '--publish', 'never', '--config', inRoot('build', 'electron-builder.config.cjs'),
        `-c.electronDist=${engine.dir}`, `-c.electronVersion=${engine.version}`, `-c.directories.output=${out}`, ...(store ? ['-c.compression=store'] : []),
      ],
      { show: true },
    ),
  )
  if (code !== 0) stop('electron-builder failed: see above.')
  if (process.platform === 'linux' && !dirOnly && words.length === 0) await archive(out, store)
  return { linux: join(out, 'linux-unpacked', 'pinli'), win32: join(out, 'win-unpacked', 'Pinli.exe'), darwin: join(out, 'mac', 'Pinli.app', 'Contents', 'MacOS', 'Pinli') }[process.platform]
}

// electron-builder would fetch a 7-Zip for this.
const archive = async (out, store) => {
  const name = `pinli-${manifest.version}-linux-${process.arch}`
  const { code, out: said } = await during(`Archiving ${name}.tar.gz`, () =>
    run('tar', ['-cf', join(out, `${name}.tar.gz`), `--use-compress-program=gzip ${store ? '-1' : '-9'}`, '--owner=0', '--group=0', '--numeric-owner', `--transform=s,^linux-unpacked,${name},`, '-C', out, 'linux-unpacked']),
  )
  if (code !== 0) stop(`tar: ${said.trim()}`)
}

/** As quick as packing gets. */
export const packForTests = () => pack({ dirOnly: true, store: true, out: inRoot('out', 'packed-test') })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await bootstrapPackages()
    const words = process.argv.slice(2)
    const take = flag => words.includes(flag) && words.splice(words.indexOf(flag), 1).length === 1
    const dirOnly = take('--dir')
    const store = take('--store')
    const at = words.indexOf('--out')
    const out = at >= 0 ? words.splice(at, 2)[1] : undefined
    say(await pack({ dirOnly, store, out, words }))
  })
}
