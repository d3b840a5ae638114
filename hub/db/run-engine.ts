import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { EngineUser } from './engine-user.ts'

/** Runs a program of the engine to its end; its words come with it. */
export const runEngine = (bin: string, program: 'initdb' | 'pg_ctl' | 'postgres', args: readonly string[], user: EngineUser | null): Promise<{ code: number; out: string }> =>
  new Promise(resolve => {
    const child = spawn(join(bin, program), args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, cwd: bin, env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }, ...user })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (out += bytes.toString()))
    child.on('error', error => resolve({ code: -1, out: error.message }))
    // On Windows a server that was started keeps our pipes open.
    child.on(process.platform === 'win32' ? 'exit' : 'close', (code: number | null) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code: code ?? -1, out })
    })
  })
