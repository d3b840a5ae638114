import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './root.ts'

/** Serves the web build on a port of its own (0 = any free one). */
export const startServer = async (port = 0): Promise<{ url: string; end(): Promise<void> }> => {
  const server = spawn(process.execPath, [join(root, 'build', 'serve.mjs'), String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', text => resolve(String(text).trim()))
    server.once('exit', () => reject(new Error('the server of the web build ended')))
  })
  return {
    url,
    end: async () => {
      if (server.exitCode !== null) return
      server.kill()
      await once(server, 'exit')
    },
  }
}
