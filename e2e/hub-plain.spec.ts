// A page of the hub on plain http, under a name that is not of this machine: no secure context.
import type { Page } from '@playwright/test'
import { deviceList, type DeviceList } from '#shared/sync/login.ts'
import { randomBy, randomCatalogue } from '#shared/standards/index/random-catalogue.ts'
import { operatorLine } from '../hub/cli/hub/operator-line.ts'
import { layCable } from './cable.ts'
import { chromiumDesk } from './desk-chromium.ts'
import { listenForErrors, painted } from './desk.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { COMPANY, RESOURCE, syncNow } from './hub-desks.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { layPack } from './lay-pack.ts'
import { look } from './look.ts'
import { go } from './pages/go.ts'
import { logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { lookupPage } from './pages/lookup-page.ts'
import { deleteProfile, freshProfile } from './profiles.ts'

const note = (page: Page) => page.getByRole('note', { name: '此页未加密' })

/** All that a page can leave behind, as the browser has it. */
const left = async (page: Page) => {
  const browser = await page.context().newCDPSession(page)
  const securityOrigin = new URL(page.url()).origin
  const { databaseNames } = await browser.send('IndexedDB.requestDatabaseNames', { securityOrigin })
  const [local, session] = await Promise.all([true, false].map(isLocalStorage => browser.send('DOMStorage.getDOMStorageItems', { storageId: { securityOrigin, isLocalStorage } })))
  await browser.detach()
  const here = await page.evaluate(() => ({ secure: isSecureContext, caches: 'caches' in globalThis, worker: 'serviceWorker' in navigator }))
  return { ...here, databaseNames, local: local.entries, session: session.entries, cookies: await page.context().cookies(page.url()) }
}
const NOTHING = { secure: false, caches: false, worker: false, databaseNames: [], local: [], session: [], cookies: [] }

const openTomorrow = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '功能' }).getByRole('link', { name: '检测预约' }).click()
  await page.getByRole('navigation', { name: '看法' }).getByRole('link', { name: '列表' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('Alt+PageDown')
}

const book = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^预约 \d/ }).first().click()
  await expect(page.getByRole('dialog').getByRole('combobox', { name: '企业', exact: true })).toBeFocused()
  await page.keyboard.type('slrz')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('a page on plain http works online, keeps nothing and says so', async () => {
  const hub = await startHub(['--http', '--name', 'pinli.test'])
  await layPack(hub, { records: 300 })
  const cable = await layCable(hub.address)
  const profile = await freshProfile()
  const desk = await chromiumDesk(profile, hub.url, ['--host-resolver-rules=MAP *.test 127.0.0.1'])
  await desk.page.keyboard.press('Control+Enter')
  await expect(desk.page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await desk.page.keyboard.press('Enter')
  await logIn(desk.page, hub.first.login, hub.first.secret, PASSPHRASE)
  await runOnDesk(desk.page, 'resources.add', { id: RESOURCE, name: '色牢度机', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(desk.page, 'companies.register', { id: COMPANY, name: '示例染整', uscc: null, address: null, contact: null, phone: null })
  await syncNow(desk.page)
  // What the check below would see.
  expect((await left(desk.page)).databaseNames).toContain('pinli')
  expect((await left(desk.page)).session).not.toEqual([])

  const errors: string[] = []
  const page = listenForErrors(await desk.page.context().newPage(), errors)
  const at = (host: string): string => `http://${host}:${cable.address.split(':')[1]}/`
  expect((await page.goto(at('other.test')))!.status()).toBe(421)
  errors.length = 0
  await page.goto(at('pinli.test'))
  await painted(page)

  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expect(note(page)).toContainText('只能联网使用，本机不保存任何内容')
  await expect(page.getByRole('form', { name: '登录' })).toContainText('口令在网络上可能被人看到')
  await look(page, 'plain-login')
  await logIn(page, hub.first.login, PASSPHRASE)

  await openTomorrow(page)
  await book(page)
  const rows = page.getByRole('row', { name: /示例染整/ })
  await expect(rows).toContainText('已确认')
  await look(page, 'plain-bookings')

  // A catalogue for as long as the page stands.
  await go(page, '/standards')
  await expect(page.getByRole('button', { name: '装示例目录' })).toBeVisible()
  await look(page, 'plain-lookup')
  await page.getByRole('button', { name: '装示例目录' }).click()
  const lookup = lookupPage(page)
  await lookup.open()
  await lookup.type('gbt2912')
  await expect(lookup.rows.first()).toContainText('GB/T 2912.1')
  await page.getByRole('button', { name: '中心有新目录 2026-11-01' }).click()
  await page.getByRole('button', { name: '下载', exact: true }).click()
  await expect(page.getByText('签名正确，由本中心签发')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText('目录已换好')).toBeVisible()
  const { number } = randomCatalogue(randomBy(1), 300)[77]
  await lookup.open()
  await lookup.type(number)
  await expect(lookup.rows.first().locator('.code')).toHaveText(number)
  expect(await left(page)).toEqual(NOTHING)

  // The line is down: what is entered waits on the page, which is not left unasked.
  await openTomorrow(page)
  cable.pull()
  await book(page)
  await expect(note(page)).toContainText('还有 1 步没送达中心，只在此页打开期间保留')
  await expect(pill(page)).toContainText('离线·只在此页')
  await look(page, 'plain-down')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => void setTimeout(() => location.reload()))
  expect((await asked).type()).toBe('beforeunload')
  await (await asked).dismiss()
  cable.plug()
  await syncNow(page)
  await expect(note(page)).toContainText('本机不保存任何内容')
  cable.pull()
  await page.getByRole('button', { name: '立即同步' }).click()
  await expect(note(page)).toContainText('连不上中心')
  cable.plug()
  expect(await left(page)).toEqual(NOTHING)

  // The login goes with the page, at the hub too.
  const open = async (): Promise<number> => {
    const { devices } = ((await (await operatorLine(hub.folder))!(deviceList, '/admin/devices')) as { ok: true; value: DeviceList }).value
    return devices.filter(({ name, users }) => name === '浏览器（未加密）' && users.length > 0).length
  }
  expect(await open()).toBe(1)
  await page.reload()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expect.poll(open).toBe(0)
  expect(await left(page)).toEqual(NOTHING)
  await logIn(page, hub.first.login, PASSPHRASE)
  await go(page, '/settings/hub')
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  await look(page, 'plain-settings')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('')
  // What the browser itself says of the line and of headers that count for https alone.
  expect(errors.filter(text => !/^Failed to load resource|^The Cross-Origin-Opener-Policy header has been ignored/.test(text))).toEqual([])
  await desk.close()
  await deleteProfile(profile)
  await cable.end()
  await hub.end()
})
