// The hub as its operator starts it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type HubProcess = {
  url: string
  pid: number
  /** SIGKILL. */
  kill(): Promise<void>
  /** As Ctrl+C does; resolves when its database has ended too. */
  end(): Promise<void>
}

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), '..', 'hub.mjs')
const TRIES = 20

/** Starts it, and again when it can't yet, as whatever keeps services running does: a killed PostgreSQL's processes take a moment to go. */
export const startHub = async (data: string, port: number, more: string[] = [], env: Record<string, string> = {}): Promise<HubProcess> => {
  for (let tries = 1; ; tries++) {
    const child = spawn(process.execPath, [PROGRAM, '--data', data, '--port', String(port), ...more], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    const said = await firstWords(child)
    if ('url' in said) return { url: said.url, pid: child.pid!, kill: () => ended(child, 'SIGKILL'), end: () => ended(child, 'SIGTERM') }
    if (tries === TRIES) throw new Error(`the hub does not start: ${said.error}`)
    await sleep(500)
  }
}

const firstWords = (child: ChildProcess): Promise<{ url: string } | { error: string }> =>
  new Promise(resolve => {
    let error = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (error += text))
    child.stdout!.setEncoding('utf8').once('data', (text: string) => {
      child.stderr!.removeAllListeners('data').resume()
      const { protocol, port } = new URL(text.trim())
      resolve({ url: `${protocol}//127.0.0.1:${port}` })
    })
    child.once('exit', () => resolve({ error }))
  })

const ended = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

export const postmasterOf = (data: string): number => Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** A hub that is started again has to come back to its address. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
