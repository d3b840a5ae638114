import type { Page } from '@playwright/test'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import { randomPack, type RandomPack } from '../hub/catalogue/pack.fixture.ts'
import { expectAccessible } from './axe.ts'
import { layCable } from './cable.ts'
import { chromiumDesk } from './desk-chromium.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { layPack } from './lay-pack.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE } from './pages/hub-pages.ts'
import { heldCatalogue, importPage } from './pages/import-page.ts'
import { lookupPage } from './pages/lookup-page.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
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

const ofHub = (page: Page) => page.getByRole('region', { name: '中心的目录' })

test('a desk is told of its hub’s catalogue, takes it over a line that breaks, and looks up from it', async ({ desk }) => {
  test.skip(desk.kind !== 'electron', 'the app joins a hub itself')
  desk.provokesErrors = true // a line that is cut is written to the console by the browser itself
  const { page } = desk
  const hub = await startHub()
  const cable = await layCable(hub.address)
  const size = await layPack(hub, { records: 20_000 })
  await firstStart(page)
  const starter = await heldCatalogue(page)
  await joinHub(page, { ...hub, address: cable.address }, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await go(page, '/standards')
  const pill = page.getByRole('button', { name: '中心有新目录 2026-11-01' })
  await expect(pill).toBeVisible()
  await shoot(page, 'pack-hub-pill')
  await pill.click()
  await expect(ofHub(page)).toContainText('中心有新目录 2026-11-01')
  await expect(ofHub(page)).toContainText('发布方 示例发布方')
  await expectAccessible(page)
  await shoot(page, 'pack-hub-news')

  cable.pullAfter(Math.floor(size * 0.6))
  await ofHub(page).getByRole('button', { name: '下载', exact: true }).click()
  await expect(ofHub(page).getByRole('alert')).toContainText('下载中途断了')
  await expectAccessible(page)
  await shoot(page, 'pack-hub-broken')
  expect(await heldCatalogue(page)).toEqual(starter)
  await page.reload()
  await expect(ofHub(page)).toContainText(/已有 \S+ MB \/ \S+ MB/)
  cable.plug()
  const before = cable.came()
  await ofHub(page).getByRole('button', { name: '接着下载' }).click()
  await expect(page.getByText('签名正确，由本中心签发')).toBeVisible()
  expect(cable.came() - before).toBeLessThan(size * 0.7)
  expect(await heldCatalogue(page)).toEqual(starter)
  await expectAccessible(page)
  await shoot(page, 'pack-hub-take')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText('目录已换好')).toBeVisible()
  const held = await heldCatalogue(page)
  expect(held?.meta).toMatchObject({ origin: 'hub', date: '2026-11-01' })

  const { number } = randomCatalogue(randomBy(1), 20_000)[777]
  const lookup = lookupPage(page)
  await lookup.open()
  await lookup.type(number)
  await expect(lookup.rows.first().locator('.code')).toHaveText(number)
  await go(page, '/settings/catalogue')
  await expect(ofHub(page)).toContainText('本机的目录不比它旧')
  await layPack(hub, { records: 50, seq: 2, date: '2026-11-20' })
  await ofHub(page).getByRole('button', { name: '现在询问' }).click()
  await expect(ofHub(page)).toContainText('中心有新目录 2026-11-20')
  await cable.end()
  await hub.end()
})

// eslint-disable-next-line no-empty-pattern
test('a browser takes the catalogue of the hub that serves it', async ({}, info) => {
  test.skip(info.project.name === 'electron', 'the app joins a hub itself')
  const hub = await startHub(['--http'])
  await layPack(hub, { records: 300 })
  const profile = await freshProfile()
  const desk = await chromiumDesk(profile, hub.url)
  const { page } = desk
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Enter')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await go(page, '/settings/catalogue')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(ofHub(page).getByRole('button', { name: '下载', exact: true })).toBeVisible()
  await expectAccessible(page)
  await shoot(page, 'pack-hub-news-dark')
  await ofHub(page).getByRole('button', { name: '下载', exact: true }).click()
  await expect(page.getByText('签名正确，由本中心签发')).toBeVisible()
  await shoot(page, 'pack-hub-take-dark')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText('目录已换好')).toBeVisible()
  expect((await heldCatalogue(page))?.meta).toMatchObject({ origin: 'hub', date: '2026-11-01', records: 300 })
  await desk.close()
  await deleteProfile(profile)
  await hub.end()
})
