import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './axe.ts'
import { layCable } from './cable.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
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

test('a desk that two share offers both, counts what each has left, and changes between them without a hub', async ({ desk }) => {
  desk.provokesErrors = true
  const { page } = desk
  const hub = await startHub()
  const cable = await layCable(hub.address)
  const secret = await hub.invite('zhou', '示例员工·周')
  const register = (n: number): Promise<void> => runOnDesk(page, 'companies.register', { id: `019ac000-0000-7000-8000-00000000003${n}`, name: `示例染整${n}`, uscc: null, address: null, contact: null, phone: PHONE })
  const people = page.locator('.people').getByRole('button')
  await firstStart(page)
  await joinHub(page, { ...hub, address: cable.address }, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  cable.pull()
  await register(1)
  // Its copy is written by the page's own code, and at the latest at its start.
  await page.reload()
  await expect(pill(page)).toContainText('1 步待上传')
  const [log] = readdirSync(join(desk.profile, 'outbox'))
  expect(await hub.recover(join(desk.profile, 'outbox', log))).toMatchObject({ owner: { login: hub.first.login, letter: 'A' }, steps: 1, waits: 1, damaged: 0, commands: [{ name: 'companies.register' }] })

  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('form', { name: '解锁' })).toBeVisible()
  await expect(people).toHaveCount(0)
  await page.keyboard.press('Control+Shift+U')
  await expect(people).toHaveText(/管理员1 步没送出/)
  cable.plug()
  await logIn(page, 'zhou', secret, PASSPHRASE)
  await expect(pill(page)).toContainText('别的账号 1 步')
  cable.pull()
  await go(page, '/sync')
  await expect(page.getByRole('region', { name: '别的账号待上传' }).getByRole('listitem')).toHaveText(/管理员1 步等管理员在这台电脑登录后送出/)
  await look(page, 'sync-others')

  await page.keyboard.press('Control+Shift+L')
  await expect(people).toHaveText(/管理员1 步没送出/)
  await look(page, 'unlock-others')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: '管理员' })).toBeVisible()
  await unlock(page)
  await expect(pill(page)).toContainText('1 步待上传')
  await expect(page.locator('.topbar .pill.who')).toContainText('管理员')
  cable.plug()
  await go(page, '/sync')
  await page.keyboard.press('F5')
  await expect(pill(page)).toHaveText(/^已同步 \d/)

  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(people).toHaveText([/管理员没有等待上传的/, /示例员工·周没有等待上传的/])
  cable.pull()
  await page.keyboard.press('Alt+2')
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('zhou')
  await expect(page.getByLabel('口令', { exact: true })).toBeFocused()
  await look(page, 'login-accounts')
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.locator('.topbar .pill.who')).toContainText('示例员工·周')
  await cable.end()
  await hub.end()
})
