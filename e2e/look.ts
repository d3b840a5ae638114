import { expect, type Page } from '@playwright/test'
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

/** No message lies on a filled button. */
const expectButtonsFree = async (page: Page): Promise<void> => {
  const covered = await page.evaluate(() => [...document.querySelectorAll('.btn.primary')].filter(button => {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    return [...document.querySelectorAll('.toasts > *')].map(one => one.getBoundingClientRect()).some(one => one.left < right && left < one.right && one.top < bottom && top < one.bottom)
  }).map(button => button.textContent.trim()))
  expect(covered).toEqual([])
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
    await expectButtonsFree(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(() => document.documentElement.classList.add('large-text'))
  await picture('large')
  await page.evaluate(() => document.documentElement.classList.remove('large-text'))
}
