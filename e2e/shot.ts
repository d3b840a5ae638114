import type { Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'

/** Puts a picture into the folder of `PINLI_SHOTS` (default out/shots), when the page has come to rest. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['PINLI_SHOTS'] ?? join(root, 'out', 'shots')
  await mkdir(folder, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
