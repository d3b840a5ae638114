import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill, unlock } from './pages/hub-pages.ts'
import { shoot } from './shot.ts'

const COMPANY = '019ac000-0000-7000-8000-00000000002a'
const PHONE = '13857512345'
const CONTACT = 'Contact-Shili-77'

/** Files below the folder that hold a text, as bytes or as the UTF-16 in which IndexedDB keeps other strings. */
const holding = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))
  })

test('a desk is sealed on the disk, locks, and opens by the passphrase alone, also without a hub', async ({ desk }) => {
  desk.provokesErrors = true
  let { page } = desk
  const hub = await startHub()
  await firstStart(page)
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByText('还没有人在这台电脑上登录过')).toBeVisible()
  await joinHub(page, hub, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await hub.end()
  await runOnDesk(page, 'companies.register', { id: COMPANY, name: '示例染整', uscc: null, address: null, contact: CONTACT, phone: PHONE })
  await expect(pill(page)).toContainText('1 步待上传')

  const second = await desk.newWindow()
  await expect(second.locator('.topbar .pill').first()).toContainText('1 步待上传')
  await second.keyboard.press('Control+Shift+L')
  for (const window of [page, second]) await expect(window.getByRole('form', { name: '解锁' })).toBeVisible()
  await second.close()
  await expect(page.getByText('1 步', { exact: true })).toBeVisible()
  await expect(page.getByText('示例染整')).toHaveCount(0)
  await expectAccessible(page)
  await shoot(page, 'unlock')

  await unlock(page, '不是这句口令的一句话')
  await expect(page.getByRole('alert')).toContainText('口令不对')
  page = await desk.restart()
  await unlock(page)
  await expect(pill(page)).toContainText('1 步待上传')
  await page.reload()
  // Unlocked still, though the hub knows nobody here yet.
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pill(page)).toContainText('1 步待上传')
  await go(page, '/companies')
  await expect(page.getByText(PHONE).first()).toBeVisible()
  await desk.kill()
  for (const text of [PHONE, CONTACT]) expect(holding(join(desk.profile, 'IndexedDB'), text)).toEqual([])
  for (const text of [PHONE, CONTACT]) expect(holding(join(desk.profile, 'outbox'), text)).toEqual([])
  expect(holding(join(desk.profile, 'IndexedDB'), '示例染整')).not.toEqual([])
})

test('whoever has forgotten the passphrase loses nothing: the hub opens what lies on the computer', async ({ desk }) => {
  desk.provokesErrors = true
  const { page } = desk
  const hub = await startHub()
  await firstStart(page)
  await joinHub(page, hub, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await runOnDesk(page, 'companies.register', { id: COMPANY, name: '示例染整', uscc: null, address: null, contact: CONTACT, phone: PHONE })
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('form', { name: '解锁' })).toBeVisible()
  const secret = await hub.secret(hub.first.login)
  await page.keyboard.press('Control+Shift+U')
  await logIn(page, hub.first.login, secret, `${PASSPHRASE}新`)
  await go(page, '/companies')
  await expect(page.getByText(PHONE).first()).toBeVisible()
  await page.keyboard.press('Control+Shift+L')
  await unlock(page, `${PASSPHRASE}新`)
  await expect(page.getByText(PHONE).first()).toBeVisible()
  await hub.end()
})
