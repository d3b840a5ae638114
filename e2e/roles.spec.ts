import type { Page } from '@playwright/test'
import { COMPANY, expect, place, RESOURCE, test, tomorrow } from './hub-desks.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'

test('home, rail and controls are those of the role: the administrator keeps labs, the front desk only reads them', async ({ desk, other, hub }) => {
  test.skip(desk.kind !== 'electron', 'two desks of one hub')
  const { page } = desk
  const rail = page.getByRole('navigation', { name: '功能' })
  await firstStart(page)
  await expect(rail.getByRole('link', { name: '实验室' })).toBeVisible()
  await joinHub(page, hub, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await runOnDesk(page, 'resources.add', { id: RESOURCE, name: '色牢度机', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(page, 'companies.register', { id: COMPANY, name: '示例染整', uscc: null, address: null, contact: null, phone: null })
  const at = tomorrow()
  await place(page, '019ac000-0000-7000-8000-000000000011', at)
  await place(page, '019ac000-0000-7000-8000-000000000012', at)
  await place(page, '019ac000-0000-7000-8000-000000000013', Math.ceil(Date.now() / 1800_000) * 1800_000 + 1800_000)
  await rail.getByRole('link', { name: '工作台' }).click()
  const waiting = page.getByRole('region', { name: '候补与没约上的' })
  await expect(waiting.getByRole('link', { name: '候补与没约上的：1 项' })).toBeVisible()
  await expect(rail.getByRole('link', { name: '实验室' })).toBeVisible()
  await expect(rail.getByRole('link', { name: '用户' })).toBeVisible()
  await look(page, 'home-admin')
  await waiting.getByRole('link', { name: '示例染整' }).click()
  await expect(page.getByRole('region', { name: '时段没有约到' })).toBeVisible()

  const { page: front } = other
  const secret = await hub.invite('wang', '示例窗口')
  await firstStart(front)
  await joinHub(front, hub, await hub.code(), '2 号窗口')
  await logIn(front, 'wang', secret, PASSPHRASE)
  const frontRail = front.getByRole('navigation', { name: '功能' })
  await expect(frontRail.getByRole('link', { name: '检测预约' })).toBeVisible()
  await expect(frontRail.getByRole('link', { name: '实验室' })).toBeHidden()
  await expect(frontRail.getByRole('link', { name: '用户' })).toBeHidden()
  await expect(front.locator('.where')).toContainText('窗口人员')
  // Unknown addresses lead home.
  await go(front, '/nowhere')
  await expect(front).toHaveURL(/#\/home$/)
  await expect(front.getByRole('link', { name: '候补与没约上的：1 项' })).toBeVisible()
  await look(front, 'home-front')
  await go(front, '/bookings/resources')
  await expect(front.getByRole('link', { name: '色牢度机' })).toBeVisible()
  await expect(front.getByText('由实验室或管理员维护，这里只看')).toBeVisible()
  await expect(front.getByRole('button', { name: /添加资源|修改|停用/ })).toHaveCount(0)
  await front.keyboard.press('Alt+N')
  await expect(front.getByRole('dialog')).toBeHidden()
  await look(front, 'resources-front')
  // An address of somebody else's says whose it is, and no way leads there.
  await go(front, '/users')
  await expect(front.getByRole('heading', { name: '这一页不归窗口人员用' })).toBeVisible()
  await expect(front.getByText('“用户与设备”由管理员使用')).toBeVisible()
  await expect(front.getByText('请管理员在“用户与设备”里给你的账号加上能打开它的角色')).toBeVisible()
  await expect(front.getByRole('button', { name: '邀请' })).toHaveCount(0)
  await look(front, 'not-yours')
  expect(await inPalette(front, '用户与设备')).not.toContain('用户与设备')
  expect(await inPalette(front, '资源')).toContain('资源')
  await front.keyboard.press('Control+Shift+R')
  await expect(front.getByText('你的账号只有“窗口人员”一个角色')).toBeVisible()
  await front.getByRole('button', { name: '回到工作台' }).click()
  await expect(front).toHaveURL(/#\/home$/)
  await expect(pill(front)).toContainText('已同步')
})

test('of several roles one is worked in: it decides home, rail and pages, is changed by a key, and stays with the person', async ({ desk, hub }) => {
  test.skip(desk.kind !== 'electron', 'a desk of a hub')
  const { page } = desk
  const rail = page.getByRole('navigation', { name: '功能' })
  const secret = await hub.invite('li', '示例主管', undefined, ['admin', 'front'])
  await firstStart(page)
  await page.keyboard.press('Control+Shift+R')
  await expect(page.getByText('这台电脑没有连接中心，不分角色')).toBeVisible()
  await joinHub(page, hub, hub.first.code, '1 号窗口')
  await logIn(page, 'li', secret, PASSPHRASE)
  await expect(page.locator('.where')).toContainText('窗口人员')
  await expect(page.locator('.where')).not.toContainText('管理员')
  await expect(rail.getByRole('link', { name: '检测预约' })).toBeVisible()
  await expect(rail.getByRole('link', { name: '用户' })).toBeHidden()
  await go(page, '/users')
  await expect(page.getByText('你的账号还有能打开它的角色')).toBeVisible()
  await look(page, 'other-role')
  await page.getByRole('button', { name: '改用“管理员”打开' }).click()
  await expect(page.getByRole('heading', { name: '用户与设备' })).toBeVisible()
  await expect(page.getByText('现在以“管理员”工作')).toBeVisible()
  await expect(page.locator('.where')).toContainText('管理员')
  await expect(rail.getByRole('link', { name: '用户' })).toBeVisible()
  expect(await inPalette(page, '角色')).toContain('改用“窗口人员”的角色')
  // Kept on this computer for this person.
  await page.reload()
  await expect(page.getByRole('region', { name: '用户与设备' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^角色：\s*管理员/ })).toBeVisible()
  await go(page, '/home')
  await look(page, 'home-two-roles')
  await page.keyboard.press('Control+Shift+R')
  await expect(page.getByRole('button', { name: /^角色：\s*窗口人员/ })).toBeVisible()
  await expect(rail.getByRole('link', { name: '用户' })).toBeHidden()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog').getByText('换角色（账号有几个角色时）')).toBeVisible()
})

/** What the palette offers for a text. */
const inPalette = async (page: Page, text: string): Promise<string[]> => {
  await page.keyboard.press('Control+K')
  const dialog = page.getByRole('dialog', { name: '查找与命令' })
  await dialog.getByRole('combobox').fill(text)
  // Stands last under whatever was found for this very text.
  await expect(dialog.getByRole('option', { name: `在标准查询里查 ${text}` })).toBeVisible()
  const found = await dialog.getByRole('option').allInnerTexts()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return found.map(row => row.split('\n')[0].trim())
}
