import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { shoot } from './shot.ts'

/** Checks the page light and dark; pictures to look at, large letters too, where they are asked for. */
export const look = async (page: Page, name: string): Promise<void> => {
  const picture = async (of: string): Promise<void> => {
    if (process.env['PINLI_SHOTS']) await shoot(page, `${name}-${of}`)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(150)
    await picture(colorScheme)
    await expectAccessible(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(() => document.documentElement.classList.add('large-text'))
  await picture('large')
  await page.evaluate(() => document.documentElement.classList.remove('large-text'))
}
