import { expect, type Page } from '@playwright/test'
import { go } from './go.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const done = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
}

export const registerCompany = async (page: Page, name: string): Promise<void> => {
  await go(page, '/companies?new=1')
  await dialog(page).getByLabel('名称').fill(name)
  await done(page)
}

/** By the labels of the form, which is opened by its key. */
export const enterInstrument = async (page: Page, fields: Record<string, string>, kind?: string): Promise<void> => {
  await expect(page.getByRole('button', { name: '登记器具' }).first()).toBeVisible()
  await page.keyboard.press('Alt+n')
  for (const [label, text] of Object.entries(fields)) await dialog(page).getByLabel(label, { exact: true }).fill(text)
  if (kind !== undefined) await dialog(page).getByRole('combobox', { name: '类别' }).selectOption(kind)
  await done(page)
}

/** Registers a certificate of the chosen instrument, with an error as found ± 0.01 where one is given. */
export const certify = async (page: Page, day: string, number: string, error?: string): Promise<void> => {
  await page.keyboard.press('Alt+c')
  await dialog(page).getByLabel('证书编号').fill(number)
  await dialog(page).getByRole('textbox', { name: '检定或校准日期' }).fill(day)
  await page.keyboard.press('Enter')
  if (error !== undefined) {
    await dialog(page).getByLabel('调前误差').fill(error)
    await dialog(page).getByLabel('调前扩展不确定度').fill('0.01')
  }
  await done(page)
}
