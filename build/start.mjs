// `npm start`: everything from a fresh clone to the window. `npm start -- --browser` serves the web build instead.
import { bootstrapPackages, bootstrapSystem } from './bootstrap.mjs'
import { makeFresh } from './fresh.mjs'
import { webPort } from './paths.mjs'
import { onEnd, stayWith } from './run.mjs'
import { main, say } from './say.mjs'

const wantsBrowser = process.argv.includes('--browser')
const passed = process.argv.slice(2).filter(argument => argument !== '--browser')
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

await main(async () => {
  await bootstrapPackages()
  if (wantsBrowser || !hasDisplay) return inBrowser(wantsBrowser ? null : 'No display here: the pages are served for a browser.')
  await bootstrapSystem()
  await makeFresh('renderer', 'electron')
  const { engineFlags, findEngine } = await import('./engine.mjs')
  const engine = await findEngine()
  if (!engine) return inBrowser('No engine for a window: the pages are served for a browser.')
  say(`Pinli opens on Electron ${engine.version}${engine.kind === 'development' ? ' (development engine)' : ''}`)
  return stayWith(engine.binary, ['.', ...engineFlags, ...passed], { env: { ELECTRON_RUN_AS_NODE: undefined } })
})

async function inBrowser(why) {
  if (why) say(why)
  await makeFresh('renderer')
  const { closeServer, serve } = await import('./serve.mjs')
  const server = await serve(webPort)
  process.stdout.write(`http://127.0.0.1:${webPort}/\n`)
  await new Promise(onEnd)
  await closeServer(server)
  return 0
}
