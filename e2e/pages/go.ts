import type { Page } from '@playwright/test'

/** Opens a path in the tab that is shown; before the first page stands the router hears of no other. */
export const go = async (page: Page, path: string): Promise<void> => {
  await page.locator('#main > *').first().waitFor({ state: 'attached' })
  await page.evaluate(to => { location.hash = `#${to}` }, path)
}
