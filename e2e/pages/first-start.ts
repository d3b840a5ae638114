import { expect, type Page } from '@playwright/test'

/** Takes the answers that the first start suggests, so that the starter catalogue is in use, and opens the lookup. */
export const firstStart = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: '欢迎使用品立' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Enter')
  await expect(page.locator('.statusline')).toBeVisible()
}
