// Ctrl+C reaches the whole group; a kill of npm alone reaches nobody else. Nothing may stay behind in either case.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { inRoot } from './paths.mjs'

const script = `
  const { stayWith } = await import(${JSON.stringify(inRoot('build', 'run.mjs'))})
  process.exitCode = await stayWith(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'])
`
const alive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const begin = async (shell = false) => {
  const node = [process.execPath, '--input-type=module', '-e', script]
  const parent = spawn(shell ? '/bin/sh' : node[0], shell ? ['-c', `"$0" "$@"; true`, ...node] : node.slice(1), { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, npm_lifecycle_event: 'start' } })
  const [text] = await once(parent.stdout, 'data')
  return { parent, child: Number(String(text)) }
}

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s ends the program that was started', async signal => {
  const { parent, child } = await begin()
  parent.kill(signal)
  await once(parent, 'exit')
  expect(alive(child)).toBe(false)
})

test.skipIf(process.platform === 'win32')('the end of the shell between npm and us ends it too', async () => {
  const { parent, child } = await begin(true)
  parent.kill('SIGKILL')
  await expect.poll(() => alive(child), { timeout: 8000 }).toBe(false)
})
