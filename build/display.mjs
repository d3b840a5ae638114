import { spawn } from 'node:child_process'
import { stop } from './say.mjs'

/**
 * A display for tests: a fresh Xvfb on Linux, so that no window opens on the person's screen; nothing elsewhere.
 * `{env, end()}`; the X server picks a free number itself.
 */
export const startDisplay = async () => {
  if (process.platform !== 'linux') return { env: {}, end: () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  process.once('exit', () => server.kill())
  const number = await new Promise(resolve => {
    server.stdio[3].once('data', text => resolve(String(text).trim()))
    server.once('error', () => resolve(null))
    server.once('exit', () => resolve(null))
  })
  if (number === null) stop('Xvfb does not start; tests need it (Debian: apt-get install xvfb).')
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' }, end: () => server.kill() }
}
