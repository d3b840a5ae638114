// A real hub: the built program with the PostgreSQL that npm brings, in a temporary folder, over https on loopback.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complexList, deviceChanged, deviceList } from '#shared/sync/login.ts'
import { type Ask, operatorLine } from '../hub/cli/hub/operator-line.ts'
import { root } from './root.ts'

export type RunningHub = {
  url: string
  /** As a person types it. */
  address: string
  /** What the hub said at its start. */
  said: string
  first: { login: string; secret: string; code: string }
  code(): Promise<string>
  revoke(letter: string): Promise<void>
  end(): Promise<void>
}

/** `words`: further ones of its command line. */
export const startHub = async (words: string[] = []): Promise<RunningHub> => {
  const folder = mkdtempSync(join(tmpdir(), 'pinli-e2e-hub-'))
  chmodSync(folder, 0o711) // the engine's user has to get in
  const hub = spawn(process.execPath, [join(root, 'dist', 'hub.mjs'), '--data', folder, '--port', '0', '--complex', '柯桥综合体', '--district', '柯桥', ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  hub.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const url = await new Promise<string>((resolve, reject) => {
    hub.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
    hub.once('exit', () => reject(new Error(`the hub ended: ${said}`)))
  })
  const asking = (await operatorLine(folder))!
  const ask = async <T>(...asked: Parameters<Ask>): Promise<T> => {
    const answer = await asking(...asked)
    if (!answer.ok) throw new Error(answer.problem.text)
    return answer.value as T
  }
  const lines = readFileSync(join(folder, 'first-admin.txt'), 'utf8').split('\n')
  const of = (name: string): string => lines.find(line => line.startsWith(`${name}: `))!.slice(name.length + 2)
  return {
    url,
    address: `127.0.0.1:${new URL(url).port}`,
    // Its words may come after its address, by another pipe.
    get said() {
      return said
    },
    first: { login: of('login'), secret: of('secret'), code: of('code') },
    code: async () => {
      const { complexes } = await ask<{ complexes: { id: string }[] }>(complexList, '/admin/complexes')
      return (await ask<{ code?: string }>(deviceChanged, '/admin/devices', { do: 'code', complex: complexes[0].id })).code!
    },
    revoke: async letter => {
      const { devices } = await ask<{ devices: { id: string; letter: string | null }[] }>(deviceList, '/admin/devices')
      await ask(deviceChanged, '/admin/devices', { do: 'revoke', device: devices.find(one => one.letter === letter)!.id, wipe: true })
    },
    end: async () => {
      hub.kill('SIGTERM')
      await once(hub, 'exit')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
