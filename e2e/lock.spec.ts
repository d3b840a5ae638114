import type { Page } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './axe.ts'
import { layCable } from './cable.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
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

/** Read out of what is sealed: the page masks it until it is asked for. */
const showsPhone = async (page: Page): Promise<void> => {
  await expect(page.getByText('138****2345').first()).toBeVisible()
  await page.keyboard.press('Alt+V')
  await expect(page.getByText(PHONE).first()).toBeVisible()
}

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
  await showsPhone(page)
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
  await showsPhone(page)
  await page.keyboard.press('Control+Shift+L')
  await unlock(page, `${PASSPHRASE}新`)
  await showsPhone(page)
  await hub.end()
})

test('a desk that two share offers both, sends what each has left where it can, and changes between them without a hub', async ({ desk }) => {
  desk.provokesErrors = true
  let { page } = desk
  const hub = await startHub()
  const cable = await layCable(hub.address)
  const secret = await hub.invite('zhou', '示例员工·周')
  const idOf = (n: number): string => `019ac000-0000-7000-8000-00000000003${n}`
  const register = (n: number): Promise<void> => runOnDesk(page, 'companies.register', { id: idOf(n), name: `示例染整${n}`, uscc: null, address: null, contact: null, phone: PHONE })
  const people = () => page.locator('.people').getByRole('button')
  const who = () => page.locator('.topbar .pill.who')
  const lock = async (): Promise<void> => {
    await page.keyboard.press('Control+Shift+L')
    await expect(page.getByRole('form', { name: '解锁' })).toBeVisible()
  }
  const others = () => page.getByRole('region', { name: '别的账号待上传' }).getByRole('listitem')
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

  await lock()
  await expect(people()).toHaveCount(0)
  await page.keyboard.press('Control+Shift+U')
  await expect(people()).toHaveText(/管理员1 步没送出/)
  cable.plug()
  await logIn(page, 'zhou', secret, PASSPHRASE)
  await expect.poll(() => rowOf(page, 'companies', idOf(1))).toMatchObject({ name: '示例染整1', phone: PHONE })
  await expect(pill(page)).toHaveText(/^已同步 [\d:]+$/)

  cable.pull()
  await lock()
  await expect(people()).toHaveText(/管理员没有等待上传的/)
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: '管理员' })).toBeVisible()
  await unlock(page)
  await expect(who()).toContainText('管理员')
  await register(2)
  await expect(pill(page)).toContainText('2 步待上传')
  await lock()
  await look(page, 'unlock-others')
  await people().click()
  await expect(page.getByRole('heading', { name: '示例员工·周' })).toBeVisible()
  await unlock(page)
  await expect(pill(page)).toContainText('别的账号 1 步')
  await go(page, '/sync')
  await expect(others()).toHaveText(/管理员1 步联网后在这里代送/)
  await look(page, 'sync-others')
  // What this system has no keyring for is forgotten.
  page = await desk.restart()
  await unlock(page)
  await go(page, '/sync')
  await expect(others()).toHaveText(/管理员1 步等管理员在这台电脑登录后送出/)
  await lock()
  cable.plug()
  await expect(people()).toHaveText(/管理员1 步没送出/)
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: '管理员' })).toBeVisible()
  await unlock(page)
  await expect(pill(page)).toHaveText(/^已同步 [\d:]+$/)

  cable.pull()
  await register(3)
  await expect(pill(page)).toContainText('1 步待上传')
  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByText('已退出。1 步还没送出')).toBeVisible()
  await expect(people()).toHaveText([/管理员1 步没送出/, /示例员工·周没有等待上传的/])
  await page.keyboard.press('Alt+2')
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('zhou')
  await expect(page.getByLabel('口令', { exact: true })).toBeFocused()
  await look(page, 'login-accounts')
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  // Opened as theirs, and asked for a login that the hub knows.
  await expect(page.getByLabel('口令', { exact: true })).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(pill(page)).toContainText('别的账号 1 步')
  cable.plug()
  // From here on the hub asks who it is; before, the pill leads to what waits.
  await expect(pill(page)).toContainText('未登录')
  await pill(page).click()
  await logIn(page, 'zhou', PASSPHRASE)
  await expect.poll(() => rowOf(page, 'companies', idOf(3))).toMatchObject({ name: '示例染整3' })
  await expect(pill(page)).toHaveText(/^已同步 [\d:]+$/)
  await cable.end()
  await hub.end()
})
