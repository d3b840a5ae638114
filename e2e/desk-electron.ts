import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listenForErrors, size, type Desk } from './desk.ts'
import { root } from './root.ts'

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
    newWindow: async () => {
      const opened = app.waitForEvent('window')
      await desk.page.keyboard.press('Control+Shift+N')
      return (desk.page = listenForErrors(await opened, errors))
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
      if (app.process().exitCode === null && app.process().signalCode === null) await app.close()
    },
  }
  return desk
}

export const launchElectron = (profile: string): Promise<ElectronApplication> => {
  const executablePath = process.env['PINLI_TEST_ENGINE']
  if (!executablePath) throw new Error('Start the tests with: npm run e2e')
  return _electron.launch({ executablePath, args: flagsFor(profile), cwd: root })
}

/** Chromium's sandbox can't stand up for root. */
export const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export const flagsFor = (profile: string): string[] => ['.', '--lang=zh-CN', '--disable-gpu', `--profile=${profile}`, ...sandboxFlags]

const firstWindow = async (app: ElectronApplication): Promise<Page> => {
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return page
}
