import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { join } from 'node:path'
import { listenForErrors, painted, size, type Desk } from './desk.ts'
import { sandboxFlags } from './desk-electron.ts'

/** `more`: further words of the browser's command line. */
export const chromiumDesk = async (profile: string, url: string, more: string[] = []): Promise<Desk> => {
  const errors: string[] = []
  let context = await launch(profile, more)
  const open = async (): Promise<Page> => {
    const page = listenForErrors(context.pages().find(known => known.url() === 'about:blank') ?? (await context.newPage()), errors)
    await page.goto(url)
    await painted(page)
    return page
  }
  const desk: Desk = {
    kind: 'chromium',
    page: await open(),
    app: null,
    profile,
    errors,
    provokesErrors: false,
    newWindow: async () => (desk.page = await open()),
    restart: async () => {
      await context.close()
      context = await launch(profile, more)
      return (desk.page = await open())
    },
    kill: async () => {
      const session = await context.browser()!.newBrowserCDPSession()
      await session.send('Browser.crash').catch(() => undefined)
      await context.close().catch(() => undefined)
    },
    saved: async action => {
      const started = desk.page.waitForEvent('download')
      await action()
      const download = await started
      const path = join(profile, `saved-${Date.now()}`)
      await download.saveAs(path)
      return path
    },
    close: () => context.close().catch(() => undefined),
  }
  return desk
}

const launch = (profile: string, more: string[]): Promise<BrowserContext> => {
  const executablePath = process.env['PINLI_TEST_CHROMIUM']
  if (!executablePath) throw new Error('Start the tests with: npm run e2e')
  return chromium.launchPersistentContext(profile, { executablePath, viewport: size, locale: 'zh-CN', acceptDownloads: true, args: [...flags, ...sandboxFlags, ...more] })
}

const flags = ['--disable-gpu', '--allow-pre-commit-input', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--test-type']
