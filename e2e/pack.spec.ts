import type { Page } from '@playwright/test'
import { randomPack, type RandomPack } from '../hub/catalogue/pack.fixture.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { firstStart } from './pages/first-start.ts'
import { heldCatalogue, importPage } from './pages/import-page.ts'
import { shoot } from './shot.ts'

const packOf = (records: number, more: Omit<RandomPack, 'records'> = {}): Promise<Buffer> => randomPack({ records, ...more })
const choose = (page: Page, buffer: Buffer, name = 'snap.pack') => page.locator('.imp input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
const told = (page: Page, term: string) => page.locator('.told dt', { hasText: term }).locator('+ dd')

test('a pack is taken once its publisher has been compared, and the next one of the same publisher at once', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await importPage(page).open()
  await choose(page, await packOf(300))
  await expect(told(page, '目录日期')).toContainText('2026-11-01')
  await expect(told(page, '标准')).toHaveText('300 条')
  await expectAccessible(page)
  await shoot(page, 'pack-unknown')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toHaveText('先与发布方核对指纹')
  expect((await heldCatalogue(page))?.meta.origin).toBe('starter')

  await page.getByRole('checkbox', { name: /已核对/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText('目录已换好')).toBeVisible()
  expect((await heldCatalogue(page))?.meta).toMatchObject({ origin: 'pack', date: '2026-11-01', records: 300 })
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.stamp').first()).toContainText('2026-11-01')

  await importPage(page).open()
  await choose(page, await packOf(200, { seq: 2, date: '2026-10-01' }))
  await expect(page.getByText('发布方是这台电脑信任过的')).toBeVisible()
  await expect(page.getByText('比现有目录旧')).toBeVisible()
  await shoot(page, 'pack-trusted')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText('目录已换好')).toBeVisible()
  await desk.restart()
  expect((await heldCatalogue(desk.page))?.meta).toMatchObject({ origin: 'pack', date: '2026-10-01', records: 200 })
})

test('a pack that is damaged, not signed or no pack leaves the catalogue as it was', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await importPage(page).open()
  const starter = await heldCatalogue(page)
  const whole = await packOf(300)
  const damaged = Buffer.from(whole)
  damaged[damaged.length - 50] ^= 1
  await choose(page, damaged)
  await page.getByRole('checkbox', { name: /已核对/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/不完整或已损坏/)).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'pack-damaged')
  await page.getByRole('button', { name: '换文件' }).click()
  await choose(page, Buffer.from('标准号,名称\n'))
  await expect(page.getByText('这不是目录包')).toBeVisible()
  await page.getByRole('button', { name: '换文件' }).click()
  await choose(page, await packOf(20, { secret: null }))
  await expect(page.getByText(/没有签名/)).toBeVisible()
  await expect(page.getByRole('button', { name: '启用目录' })).toBeDisabled()
  expect(await heldCatalogue(page)).toEqual(starter)
})
