import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listenForErrors, painted, size, type Desk } from './desk.ts'
import { root } from './root.ts'
import type {} from '../renderer/desktop.ts'

export const electronDesk = async (profile: string): Promise<Desk> => {
  await writeFile(join(profile, 'window.json'), JSON.stringify({ bounds: { x: 0, y: 0, ...size }, maximized: false }))
  const errors: string[] = []
  let app = await launchElectron(profile)
  const desk: Desk = {
    kind: 'electron',
    page: listenForErrors(await firstWindow(app), errors),
    app,
    profile,
    errors,
    provokesErrors: false,
    newWindow: async () => {
      const opened = app.waitForEvent('window')
      await desk.page.evaluate(() => window.pinli!.invoke('newWindow', undefined))
      return (desk.page = listenForErrors(await ready(app, await opened), errors))
    },
    restart: async () => {
      await desk.close()
      desk.app = app = await launchElectron(profile)
      return (desk.page = listenForErrors(await firstWindow(app), errors))
    },
    kill: async () => {
      const ended = new Promise(resolve => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
    saved: async action => {
      const path = join(profile, `saved-${Date.now()}`)
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path)
      await action()
      // Written beside and renamed: once it is there, it is whole.
      await expect.poll(() => existsSync(path)).toBe(true)
      return path
    },
    close: async () => {
      if (running(app)) await app.close()
    },
  }
  return desk
}

// Holds `ready` back until Playwright listens: a window made while it attaches may hang it. Given by itself only to the engine of the package.
const loader = join(root, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js')

export const launchElectron = (profile: string): Promise<ElectronApplication> => {
  const executablePath = process.env['PINLI_TEST_ENGINE']
  if (!executablePath) throw new Error('Start the tests with: npm run e2e')
  return _electron.launch({ executablePath, args: ['-r', loader, ...flagsFor(profile)], cwd: root, timeout: 60_000, env: { ...environment(), ...ownDisplay() } })
}

/** The display of this worker: what one copies, another shall not paste. */
const ownDisplay = (): { DISPLAY?: string } => {
  const name = process.env['PINLI_TEST_DISPLAYS']?.split(',')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
  return name ? { DISPLAY: name } : {}
}

const environment = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Chromium's sandbox can't stand up for root. */
export const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export const flagsFor = (profile: string): string[] => ['.', '--lang=zh-CN', '--disable-gpu', '--allow-pre-commit-input', `--profile=${profile}`, ...sandboxFlags]

// Playwright forgets the process of an app that has ended.
const running = (app: ElectronApplication): boolean => {
  try {
    return app.process().exitCode === null && app.process().signalCode === null
  } catch {
    return false
  }
}

const firstWindow = async (app: ElectronApplication): Promise<Page> => ready(app, await app.firstWindow())

/**
 * Keys reach a window once it is shown. No window manager gives the focus under Xvfb; pages shall believe they have it, as
 * Playwright has it in a browser.
 */
const ready = async (app: ElectronApplication, page: Page): Promise<Page> => {
  await page.waitForLoadState('domcontentloaded')
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().every(window => window.isVisible()))).toBe(true)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  await painted(page)
  return page
}
