import { spawn } from 'node:child_process'
import { stop } from './say.mjs'

/**
 * Displays for tests: fresh Xvfbs on Linux, so that no window opens on the person's screen; one a worker, since a display has one
 * clipboard. Elsewhere the person's own. `{env, end()}`; each X server picks a free number itself.
 */
export const startDisplays = async count => {
  if (process.platform !== 'linux') return { env: {}, end: () => undefined }
  const servers = await Promise.all(Array.from({ length: count }, startXvfb))
  const names = servers.map(({ number }) => `:${number}`)
  return { env: { DISPLAY: names[0], PINLI_TEST_DISPLAYS: names.join(), WAYLAND_DISPLAY: '' }, end: () => servers.forEach(({ server }) => server.kill()) }
}

const startXvfb = async () => {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  process.once('exit', () => server.kill())
  const number = await new Promise(resolve => {
    server.stdio[3].once('data', text => resolve(String(text).trim()))
    server.once('error', () => resolve(null))
    server.once('exit', () => resolve(null))
  })
  if (number === null) stop('Xvfb does not start; tests need it (Debian: apt-get install xvfb).')
  return { server, number }
}
