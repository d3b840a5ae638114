// A desk in a real browser over TLS, killed with all its processes and started again on the same profile.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, type X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import type { Person } from './people.ts'
import type { News, Told } from './told.ts'
import type { World } from './wishes.ts'

export type BrowserDesk = {
  start(): Promise<void>
  kill(): Promise<void>
  drain(ms: number): Promise<number>
  rows(): Promise<string[]>
  close(): Promise<void>
}

type Setup = { executable: string; profile: string; certificate: X509Certificate; hub: string; person: Person; told: Told; world: World }

const SCRIPT = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'page.js'), 'utf8')
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--test-type']

export const openBrowserDesk = async (setup: Setup): Promise<BrowserDesk> => {
  let running = await launch(setup)
  const desk: BrowserDesk = {
    start: async () => void (running = await launch(setup)),
    kill: async () => {
      const gone = once(running.child, 'exit')
      process.kill(-running.child.pid!, 'SIGKILL')
      await gone
    },
    drain: ms => running.page.evaluate(most => window.desk.drain(most), ms),
    rows: () => running.page.evaluate(where => window.desk.rows(where), setup.world),
    close: async () => {
      if (running.child.exitCode === null && running.child.signalCode === null) await desk.kill()
    },
  }
  return desk
}

const launch = async ({ executable, profile, certificate, hub, person, told, world }: Setup): Promise<{ child: ChildProcess; page: Page }> => {
  const trusted = createHash('sha256').update(certificate.publicKey.export({ type: 'spki', format: 'der' })).digest('base64')
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = ['--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', `--ignore-certificate-errors-spki-list=${trusted}`, ...QUIET, ...sandbox, 'about:blank']
  const child = spawn(executable, words, { stdio: 'ignore', detached: true })
  for (let waited = 0; !existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n'); waited += 50) {
    if (waited > 30_000 || child.exitCode !== null) throw new Error('the browser does not start')
    await sleep(50)
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0]}`)
  const page = await browser.contexts()[0].newPage()
  await page.exposeFunction('noteNews', (news: News) => told.note(news))
  await page.exposeFunction('accessToken', person.token)
  // The page itself comes from here, so that it opens while the hub is down, as the installed app does.
  await page.route(`${hub}/desk`, route => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(`${hub}/desk`)
  await page.addScriptTag({ content: SCRIPT })
  const { user, device, group, epoch } = person
  await page.evaluate(([meta, where]) => window.startDesk(meta, where), [{ user, device, group, epoch }, world] as const)
  return { child, page }
}
