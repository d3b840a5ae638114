import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './paths.mjs'

/** Runs a program to its end: `{code, out}`, never a throw. `show` lets it write to our stderr; otherwise both streams are in `out`. */
export const run = (command, args, { env, cwd = root, show = false, timeout } = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', show ? process.stderr : 'pipe', show ? process.stderr : 'pipe'], timeout })
    let out = ''
    child.stdout?.on('data', text => (out += text))
    child.stderr?.on('data', text => (out += text))
    child.on('error', error => resolve({ code: 127, out: error.message }))
    child.on('close', code => resolve({ code: code ?? 1, out }))
  })

/** npm as the person called it, without a shell in between. */
export const npm = (args, options) => {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') || script?.endsWith('.cjs') ? run(process.execPath, [script, ...args], options) : process.platform === 'win32' ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options) : run('npm', args, options)
}

/** The program's full path, or null. */
export const onPath = name => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch { /* not in this folder */ }
  }
  return null
}

export const isRoot = process.getuid?.() === 0

/**
 * Calls `end` once, for whatever shall end us: Ctrl+C, a closed terminal, kill, or the end of npm, whose shell passes no
 * signal on.
 */
export const onEnd = end => {
  const parent = process.ppid
  const once = () => {
    clearInterval(watch)
    end()
  }
  const watch = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && once(), 300)
  watch.unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once)
}

/**
 * Starts a long-running program and answers with its exit code. Whatever ends us ends it too: asked first,
 * killed with its children after `patience` ms. It has a process group of its own, or Ctrl+C would reach its
 * children before itself, which an Electron takes for crashes.
 */
export const stayWith = (command, args, { env, stdio = 'inherit', patience = 5000 } = {}) =>
  new Promise(resolve => {
    const own = process.platform !== 'win32'
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio, detached: own })
    let asked = false
    const end = () => {
      if (asked) return
      asked = true
      child.kill('SIGTERM')
      setTimeout(() => (own ? process.kill(-child.pid, 'SIGKILL') : child.kill()), patience).unref()
    }
    onEnd(end)
    child.on('error', () => resolve(127))
    child.on('close', code => resolve(asked ? 0 : (code ?? 1)))
  })
