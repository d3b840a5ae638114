import { expect, type Page } from '@playwright/test'
import type { RunningHub } from '../hub.ts'
import { go } from './go.ts'

export const PASSPHRASE = '一二三四五六七八九十'

/** Joins from the settings, comparing the words with those that the hub has printed; `compared` while they stand on the screen. */
export const joinHub = async (page: Page, hub: RunningHub, code: string, name: string, compared = (): Promise<void> => Promise.resolve()): Promise<void> => {
  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '连接中心' }).click()
  await page.getByLabel('中心地址').fill(hub.address)
  await page.keyboard.press('Enter')
  const words = page.getByRole('list', { name: '指纹的八个词' }).getByRole('listitem').locator('b')
  await expect(words).toHaveCount(8)
  const shown = (await words.allInnerTexts()).join(' ')
  await expect.poll(() => hub.said()).toContain(shown)
  await compared()
  await page.keyboard.press('1')
  await expect(page.getByLabel('加入码')).toBeFocused()
  await page.keyboard.type(code)
  await page.getByLabel('电脑名称').fill(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
}

/** `chosen` where `password` is a one-time secret. */
export const logIn = async (page: Page, login: string, password: string, chosen?: string): Promise<void> => {
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel(/^(?:一次性)?口令$/).fill(password)
  await page.keyboard.press('Enter')
  if (chosen !== undefined) {
    await expect(page.getByRole('alert')).toContainText('请设一个自己的口令')
    await page.getByLabel('新口令', { exact: true }).fill(chosen)
    await page.getByLabel('再打一遍').fill(chosen)
    await page.keyboard.press('Enter')
  }
  await expect(pill(page)).toContainText('已同步')
}

/** On the page of a locked desk. */
export const unlock = async (page: Page, passphrase = PASSPHRASE): Promise<void> => {
  await expect(page.getByRole('form', { name: '解锁' })).toBeVisible()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}

export const pill = (page: Page) => page.locator('.topbar .pill.sync')
