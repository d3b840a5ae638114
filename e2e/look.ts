import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { shoot } from './shot.ts'

// A window behind another draws no frames, and colours stay between two schemes.
const settled = async (page: Page): Promise<void> => {
  await page.bringToFront()
  await page.evaluate(async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
  })
}

/** Checks the page light and dark; pictures to look at, large letters too, where they are asked for. */
export const look = async (page: Page, name: string): Promise<void> => {
  const picture = async (of: string): Promise<void> => {
    if (process.env['PINLI_SHOTS']) await shoot(page, `${name}-${of}`)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    await picture(colorScheme)
    await expectAccessible(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(() => document.documentElement.classList.add('large-text'))
  await picture('large')
  await page.evaluate(() => document.documentElement.classList.remove('large-text'))
}
