import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { dayOf, midnightOf } from '#shared/bookings/times.ts'
import { dayNumber, isoOf } from '#shared/lib/dates.ts'
import { chromiumDesk } from './desk-chromium.ts'
import type { Desk } from './desk.ts'
import { type RunningHub, startHub } from './hub.ts'
import { COMPANY, expect, place, RESOURCE, test, tomorrow } from './hub-desks.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { countPrints } from './printed.ts'
import { deleteProfile, freshProfile } from './profiles.ts'

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
  await inEnglish(front, () => look(front, 'home-front-en'))
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
  await inEnglish(page, () => look(page, 'home-two-roles-en'))
  await page.keyboard.press('Control+Shift+R')
  await expect(page.getByRole('button', { name: /^角色：\s*窗口人员/ })).toBeVisible()
  await expect(rail.getByRole('link', { name: '用户' })).toBeHidden()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog').getByText('换角色（账号有几个角色时）')).toBeVisible()
})

test('a company’s user books a test on the hub’s page, sees its own alone, takes a slip, cancels, and is refused what is the staff’s', async () => {
  test.skip(test.info().project.name !== 'chromium', 'a browser at the hub')
  const hub = await startHub(['--http'])
  const [staff, client] = [await browserAt(hub), await browserAt(hub)]
  const admin = staff.desk.page
  await logIn(admin, hub.first.login, hub.first.secret, PASSPHRASE)
  const [lab, mine, foreign, taken] = [1, 2, 3, 4].map(() => randomUUID())
  await runOnDesk(admin, 'labs.add', { id: lab, name: '示例纺织品检测室', address: null, opening: null, contact: null, example: true })
  await runOnDesk(admin, 'resources.add', { id: RESOURCE, name: '示例摩擦色牢度仪', lab, lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 510, to: 1020 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(admin, 'labs.addTest', { id: randomUUID(), lab, object: '纺织品', parameter: '耐摩擦色牢度', number: 'GB/T 3920-2008', range: null, sample: '20 cm × 30 cm', parts: [{ resource: RESOURCE, minutes: 60, after: { least: 0, most: null } }], prices: [{ urgency: 'normal', fen: 6000, days: 3 }], overtime: 50 })
  for (const [id, name] of [[mine, '示例童装'], [foreign, '示例染整']]) await runOnDesk(admin, 'companies.register', { id, name, uscc: null, address: null, contact: null, phone: null })
  const day = isoOf(dayNumber(dayOf(Date.now())) + 1)
  const nine = midnightOf(day) + 9 * 3600_000
  await runOnDesk(admin, 'bookings.place', { id: taken, company: foreign, purpose: '别家的', start: nine, end: nine + 3600_000, slots: [{ id: randomUUID(), resource: RESOURCE }] })
  await expect(pill(admin)).toContainText('已同步')

  const { page } = client.desk
  await logIn(page, 'ke', await hub.invite('ke', '示例客户', mine), PASSPHRASE)
  await expect(page.locator('.where')).toContainText('企业')
  const rail = page.getByRole('navigation', { name: '功能' })
  await expect(rail.getByRole('link', { name: '检测预约' })).toBeVisible()
  for (const name of ['企业库', '实验室', '用户与设备']) await expect(rail.getByRole('link', { name })).toHaveCount(0)
  await go(page, '/home')
  await look(page, 'home-company')
  for (const path of ['/labs', '/users', '/bookings/resources', '/companies/import', '/instruments/import']) {
    await go(page, path)
    await expect(page.getByRole('heading', { name: '这一页不归企业用' })).toBeVisible()
    await page.getByRole('button', { name: '回到我的业务' }).click()
  }
  expect(await inPalette(page, '实验室')).not.toContain('实验室')

  // Of what others have it sees that the time is taken, and nothing else.
  expect(await rowOf(page, 'bookings', taken)).toBeNull()
  await go(page, `/bookings/${taken}`)
  await expect(page.getByText('没有这张申请单')).toBeVisible()
  await go(page, `/bookings/day?resource=${RESOURCE}&day=${day}`)
  await expect(page.getByRole('row', { name: /09:00–10:00/ })).toBeVisible()
  await expect(page.getByText('示例染整')).toHaveCount(0)
  await expect(page.getByText('别家的')).toHaveCount(0)

  await go(page, '/bookings/find')
  await expect(page.getByRole('combobox', { name: '企业' })).toHaveValue('示例童装')
  await page.getByRole('textbox', { name: '从' }).fill(day)
  await page.getByRole('combobox', { name: '检测项目' }).fill('3920')
  await page.keyboard.press('Enter')
  const offers = page.getByRole('complementary', { name: '可约时段' })
  await expect(offers).toContainText('¥60')
  await expect(offers).not.toContainText('加班')
  await expect(page.getByText('分包给')).toHaveCount(0)
  await look(page, 'find-company')
  await page.keyboard.press('Control+Enter')
  const booked = page.getByRole('region', { name: '本次已约' })
  await expect(booked.getByRole('listitem')).toHaveCount(1)
  const id = (await booked.getByRole('link').first().getAttribute('href'))!.split('/').at(-1)!
  await expect.poll(async () => ((await rowOf(admin, 'bookings', id)) as { status?: string } | null)?.status).toBe('confirmed')
  await booked.getByRole('link').first().click()
  await expect(page.locator('article').getByText('已确认')).toBeVisible()
  await expect(page.locator('article')).toContainText('耐摩擦色牢度')
  for (const name of ['到场', '确认', '驳回']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await look(page, 'slip-company')
  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  // Its home page follows what it has asked for, in the other language too.
  await go(page, '/home')
  await expect(page.getByRole('region', { name: '已约的检测' }).getByRole('link', { name: '耐摩擦色牢度' })).toBeVisible()
  await look(page, 'home-company-booked')
  await inEnglish(page, async () => {
    await expect(page.getByRole('region', { name: 'Tests booked' })).toBeVisible()
    await look(page, 'home-company-en')
  })
  await page.getByRole('link', { name: '耐摩擦色牢度' }).click()
  await page.getByRole('button', { name: '取消', exact: true }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('货期推迟')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('article').getByText('已取消').first()).toBeVisible()
  await expect.poll(async () => ((await rowOf(admin, 'bookings', id)) as { status?: string } | null)?.status).toBe('cancelled')
  for (const { desk, profile } of [staff, client]) {
    await desk.close()
    await deleteProfile(profile)
  }
  await hub.end()
})

/** A browser on the page of a hub, where somebody can log in. */
const browserAt = async (hub: RunningHub): Promise<{ desk: Desk; profile: string }> => {
  const profile = await freshProfile()
  const desk = await chromiumDesk(profile, hub.url)
  await desk.page.keyboard.press('Control+Enter')
  await expect(desk.page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('heading', { name: '登录' })).toBeVisible()
  return { desk, profile }
}

const inEnglish = async (page: Page, look: () => Promise<void>): Promise<void> => {
  await choose(page, 'Switch to English')
  await look()
  await choose(page, '换成简体中文')
}
const choose = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').getByRole('combobox').fill(title)
  await page.getByRole('dialog').getByRole('option', { name: title }).first().click()
}

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
