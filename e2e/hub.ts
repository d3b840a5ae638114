// A real hub: the built program with the PostgreSQL that npm brings, in a temporary folder, over https on loopback.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { complexList, deviceChanged, deviceList, userChanged, userList } from '#shared/sync/login.ts'
import { type Ask, operatorLine } from '../hub/cli/hub/operator-line.ts'
import { freePort } from './hub-process.ts'
import { root } from './root.ts'

export type RunningHub = {
  /** Its data. */
  folder: string
  url: string
  /** As a person types it. */
  address: string
  /** What the hub has said so far. */
  said(): string
  first: { login: string; secret: string; code: string }
  code(): Promise<string>
  revoke(letter: string): Promise<void>
  /** A one-time secret for a person who has forgotten the passphrase. */
  secret(login: string): Promise<string>
  /** Somebody at the front desk, of a company, or of several roles of the staff, with a one-time secret. */
  invite(login: string, name: string, company?: string, roles?: ('front' | 'lab' | 'admin')[]): Promise<string>
  /** What `pinli hub recover` says of a file. */
  recover(file: string): Promise<Record<string, unknown>>
  /** Beside the running hub; gives the file. */
  backup(): Promise<string>
  /** Stops it, puts the backup in the place of what it holds, and starts it at the same address. */
  restore(backup: string): Promise<void>
  end(): Promise<void>
}

/** `words`: further ones of its command line. */
export const startHub = async (words: string[] = []): Promise<RunningHub> => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-e2e-hub-'))
  chmodSync(folder, 0o711) // the engine's user has to get in
  const port = String(await freePort())
  const begin = (): Promise<{ hub: ChildProcess; url: string; said: () => string }> => begun(['--data', folder, '--port', port, '--complex', '柯桥综合体', '--district', '柯桥', ...words])
  const pinli = (...asked: string[]) => promisify(execFile)(process.execPath, [join(root, 'dist', 'pinli.mjs'), 'hub', ...asked, '--data', folder])
  const first = await begin()
  let { hub } = first
  const { url } = first
  const stop = async (): Promise<void> => {
    const ended = once(hub, 'exit')
    hub.kill('SIGTERM')
    await ended
  }
  const ask = async <T>(...asked: Parameters<Ask>): Promise<T> => {
    const answer = await (await operatorLine(folder))!(...asked)
    if (!answer.ok) throw new Error(answer.problem.text)
    return answer.value as T
  }
  const lines = readFileSync(join(folder, 'first-admin.txt'), 'utf8').split('\n')
  const of = (name: string): string => lines.find(line => line.startsWith(`${name}: `))!.slice(name.length + 2)
  return {
    folder,
    url,
    address: `127.0.0.1:${new URL(url).port}`,
    said: () => first.said(),
    first: { login: of('login'), secret: of('secret'), code: of('code') },
    code: async () => {
      const { complexes } = await ask<{ complexes: { id: string }[] }>(complexList, '/admin/complexes')
      return (await ask<{ code?: string }>(deviceChanged, '/admin/devices', { do: 'code', complex: complexes[0].id })).code!
    },
    revoke: async letter => {
      const { devices } = await ask<{ devices: { id: string; letter: string | null }[] }>(deviceList, '/admin/devices')
      await ask(deviceChanged, '/admin/devices', { do: 'revoke', device: devices.find(one => one.letter === letter)!.id, wipe: true })
    },
    secret: async login => {
      const { users } = await ask<{ users: { id: string; login: string }[] }>(userList, '/admin/users')
      return (await ask<{ secret?: string }>(userChanged, '/admin/users', { do: 'secret', user: users.find(one => one.login === login)!.id })).secret!
    },
    invite: async (login, name, company, roles = ['front']) => {
      const { complexes } = await ask<{ complexes: { id: string }[] }>(complexList, '/admin/complexes')
      return (await ask<{ secret?: string }>(userChanged, '/admin/users', { do: 'add', login, display: name, memberships: (company === undefined ? roles : ['company' as const]).map(role => ({ complex: complexes[0].id, role, company: company ?? null })) })).secret!
    },
    recover: async file => JSON.parse((await pinli('recover', '--file', file)).stdout) as Record<string, unknown>,
    backup: async () => {
      const file = join(folder, 'asked.backup')
      await pinli('backup', '--out', file)
      return file
    },
    restore: async file => {
      await stop()
      await pinli('restore', file, '--yes')
      ;({ hub } = await begin())
    },
    end: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const begun = async (words: string[]): Promise<{ hub: ChildProcess; url: string; said: () => string }> => {
  const hub = spawn(process.execPath, [join(root, 'dist', 'hub.mjs'), ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  hub.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const url = await new Promise<string>((resolve, reject) => {
    hub.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
    hub.once('exit', () => reject(new Error(`the hub ended: ${said}`)))
  })
  return { hub, url, said: () => said }
}
