import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { layCable } from './cable.ts'
import { electronDesk } from './desk-electron.ts'
import type { Desk } from './desk.ts'
import { expect, test as base } from './fixtures.ts'
import { type RunningHub, startHub } from './hub.ts'
import { firstStart } from './pages/first-start.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
import { slipPath } from '../renderer/bookings/paths.ts'
import { shoot } from './shot.ts'

const test = base.extend<{ hub: RunningHub; other: Desk }>({
  // eslint-disable-next-line no-empty-pattern
  hub: async ({}, use) => {
    const hub = await startHub()
    await use(hub)
    await hub.end()
  },
  // eslint-disable-next-line no-empty-pattern
  other: async ({}, use) => {
    const profile = await freshProfile()
    const desk = await electronDesk(profile)
    await use(desk)
    await desk.close()
    await deleteProfile(profile)
  },
})
test.beforeEach(({ desk }) => {
  test.skip(desk.kind !== 'electron', 'desks with a key of their own')
  // A line that is cut is written to the console by the browser itself.
  desk.provokesErrors = true
})

const CODE = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}$/
const go = (page: Page, path: string): Promise<void> => page.evaluate(to => { location.hash = `#${to}` }, path)
const rail = (page: Page) => page.getByRole('navigation', { name: '功能' })
const dialog = (page: Page) => page.getByRole('dialog')
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
/** A picture to look at, where they are asked for, and the page checked light and dark. */
const look = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(150)
    if (process.env['PINLI_SHOTS']) await shoot(page, `${name}-${colorScheme}`)
    await expectAccessible(page)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('an admin invites someone, who joins on a second desk; the desk is revoked and the person disabled', async ({ desk, other, hub }) => {
  const { page } = desk
  const cables = [await layCable(hub.address), await layCable(hub.address)]
  await firstStart(page)
  await expect(rail(page).getByRole('link', { name: '用户与设备' })).toHaveCount(0)
  await joinHub(page, { ...hub, address: cables[0].address }, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '打开用户与设备' }).click()
  await expect(page.getByText('还只有你一人')).toBeVisible()
  await expect(page.getByText('由另一位管理员办')).toBeVisible()
  await look(page, 'users-alone')

  await page.keyboard.press('Control+I')
  await expect(dialog(page).getByLabel('姓名')).toBeFocused()
  await page.keyboard.type('示例员工·周')
  await dialog(page).getByLabel('账号').fill(hub.first.login)
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('至少选一个角色')
  await dialog(page).getByLabel('窗口人员').check()
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('已有人用')
  await expect(dialog(page).getByLabel('账号')).toBeFocused()
  await dialog(page).getByLabel('账号').fill('zhou')
  await look(page, 'users-invite-dialog')
  await page.keyboard.press('Control+Enter')
  const box = page.getByRole('group', { name: '一次性口令' })
  const secret = await box.locator('b').innerText()
  expect(secret).toMatch(CODE)
  await expect(row(page, /示例员工·周/)).toContainText('待加入，剩 24 小时')
  await look(page, 'users-invited')
  await page.getByRole('button', { name: '新电脑' }).click()
  await dialog(page).getByRole('button', { name: '要加入码' }).click()
  const code = await dialog(page).getByRole('group', { name: '加入码' }).locator('b').innerText()
  await look(page, 'users-computer-code')
  await page.keyboard.press('Escape')
  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '打开用户与设备' }).click()
  await row(page, /示例员工·周/).click()
  await expect(box).toHaveCount(0)

  await firstStart(other.page)
  await joinHub(other.page, { ...hub, address: cables[1].address }, code, '2 号窗口')
  await logIn(other.page, 'zhou', secret, PASSPHRASE)
  await expect(rail(other.page).getByRole('link', { name: '用户与设备' })).toHaveCount(0)
  await go(other.page, '/users')
  await expect(other.page.getByRole('heading', { name: '这一页给管理员用' })).toBeVisible()

  await page.keyboard.press('F5')
  await expect(row(page, /示例员工·周/)).toContainText(/现在.*正常/)
  await look(page, 'users')

  // Without a network the desk can't hear it; until it does, that is said.
  cables[1].pull()
  await page.getByRole('button', { name: '吊销 B' }).click()
  await dialog(page).getByLabel('请打它的字母 B 确认').fill('A')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('要打的是 B')
  await look(page, 'users-revoke')
  await dialog(page).getByLabel('请打它的字母 B 确认').fill('b')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, /示例员工·周/)).toContainText('吊销未送达')
  await look(page, 'users-untold')
  cables[1].plug()
  await go(other.page, '/sync')
  await expect(other.page.getByRole('heading', { name: '同步与冲突' })).toBeVisible()
  await other.page.keyboard.press('F5')
  await expect(other.page.getByRole('heading', { name: '这台电脑已被吊销', level: 2 })).toBeVisible()
  await page.getByRole('button', { name: '电脑', exact: true }).click()
  await page.keyboard.press('F5')
  await expect(row(page, /2 号窗口/)).toContainText('已吊销')
  await expect(row(page, /1 号窗口/)).toContainText('在线')
  await look(page, 'users-computers')

  await page.getByRole('button', { name: '人员', exact: true }).click()
  await row(page, /示例员工·周/).click()
  await page.getByRole('grid', { name: '人员' }).focus()
  await page.keyboard.press('e')
  await dialog(page).getByLabel('实验室').check()
  await page.keyboard.press('Control+Enter')
  await expect(row(page, /示例员工·周/)).toContainText('窗口人员、实验室')
  await page.keyboard.press('Delete')
  await expect(row(page, /示例员工·周/)).toContainText('停用')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(row(page, /示例员工·周/)).toContainText('正常')

  cables[0].pull()
  await page.keyboard.press('F5')
  await expect(page.getByRole('heading', { name: '离线，看不到用户与设备' })).toBeVisible()
  await expect(page.getByText('示例员工·周')).toHaveCount(0)
  await look(page, 'users-offline')
  cables[0].plug()
  await page.keyboard.press('F5')
  await expect(row(page, /示例员工·周/)).toBeVisible()
  await expect(pill(page)).toContainText('已同步')
  for (const cable of cables) await cable.end()
})

test('who changed a record is told by the hub, and without it only what this desk knows', async ({ desk, hub }) => {
  const { page } = desk
  const cable = await layCable(hub.address)
  await firstStart(page)
  await joinHub(page, { ...hub, address: cable.address }, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  const [resource, company, booking] = ['a', 'b', 'c'].map(end => `019ac000-0000-7000-8000-00000000000${end}`)
  const start = Math.ceil(Date.now() / 3600_000) * 3600_000 + 24 * 3600_000
  await runOnDesk(page, 'resources.add', { id: resource, name: '色牢度机', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(page, 'companies.register', { id: company, name: '示例染整', uscc: null, address: null, contact: null, phone: null })
  await runOnDesk(page, 'companies.patch', { id: company, fields: { phone: { old: null, new: '13800000000', conflict: '019ac000-0000-7000-8000-00000000003a' } } })
  await runOnDesk(page, 'bookings.place', { id: booking, company, purpose: '色牢度', start, end: start + 3600_000, slots: [{ id: '019ac000-0000-7000-8000-00000000004a', resource }] })
  await expect(pill(page)).toHaveText(/^已同步 \d/)
  await go(page, '/companies')
  const steps = dialog(page).getByRole('listitem')
  await page.getByRole('button', { name: '变更记录' }).click()
  await expect(steps).toHaveText([/修改企业资料.*电话.*（空） → 13800000000.*管理员 · A/s, /登记企业.*管理员 · A/s])
  await look(page, 'history')
  await page.keyboard.press('Escape')

  cable.pull()
  await runOnDesk(page, 'companies.patch', { id: company, fields: { contact: { old: null, new: '示例', conflict: '019ac000-0000-7000-8000-00000000003b' } } })
  await page.getByRole('button', { name: '变更记录' }).click()
  await expect(dialog(page).getByRole('status')).toContainText('这里只有这台电脑还记得的')
  await expect(steps.first()).toHaveText(/修改企业资料.*待上传.*联系人.*（空） → 示例.*管理员 · 这台电脑/s)
  await look(page, 'history-offline')
  await page.keyboard.press('Escape')
  cable.plug()

  await go(page, slipPath(booking))
  await page.getByRole('button', { name: '变更记录' }).click()
  await expect(steps).toHaveText([/预约.*到.*管理员 · A/s])
  await cable.end()
})
