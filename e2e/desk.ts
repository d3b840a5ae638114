import type { ElectronApplication, Page } from '@playwright/test'

export type Desk = {
  kind: 'electron' | 'chromium'
  /** The window opened last. */
  page: Page
  /** Null in Chromium. */
  app: ElectronApplication | null
  profile: string
  /** What pages wrote to the console as errors, uncaught ones and CSP violations too. A test ends with none, unless it provokes some. */
  errors: string[]
  provokesErrors: boolean
  newWindow(): Promise<Page>
  /** Closes as a person would and starts again on the same profile. */
  restart(): Promise<Page>
  /** Ends the process at once, as a power cut would; `restart` comes back. */
  kill(): Promise<void>
  /** Does something that saves a file; answers with the path of what was written. */
  saved(action: () => Promise<void>): Promise<string>
  close(): Promise<void>
}

/** Common office screens; the mockups' first size. */
export const size = { width: 1366, height: 768 }

export const listenForErrors = (page: Page, errors: string[]): Page => {
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(String(error)))
  return page
}

/** Chromium drops keys that come before a page's first frame, which a busy machine may show late. */
export const painted = async (page: Page): Promise<void> => {
  await page.locator('#app > *').first().waitFor()
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
