import type { Page } from '@playwright/test'
import { qrOf } from '#shared/lib/qr.ts'
import { type JoinText, joinText } from '#shared/sync/join-text.ts'
import { fingerprintWords } from '#shared/words/fingerprint.ts'
import { layCable } from './cable.ts'
import { size } from './desk.ts'
import { expect, test } from './hub-desks.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { countPrints, printed } from './printed.ts'
import { shoot } from './shot.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { slipPath } from '../renderer/bookings/paths.ts'

const CODE = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}$/
const rail = (page: Page) => page.getByRole('navigation', { name: '功能' })
const dialog = (page: Page) => page.getByRole('dialog')
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
/** As `PlQr` draws it. */
const bars = (text: string): string => qrOf(text).map((line, y) => [...line.map(Number).join('').matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('')).join('')

/** A scanner is a keyboard to the computer. What is wrong is said, and nothing comes of it. */
const joinByScan = async (page: Page, place: JoinText, name: string): Promise<void> => {
  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '连接中心' }).click()
  const scan = async (text: string): Promise<void> => {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const words = page.getByRole('list', { name: '指纹的八个词' })
  for (const [text, word] of [['PL1:YP:01JD3ZK', '扫到的是别的东西'], [joinText(place).slice(0, 60), '扫到的不完整'], [joinText({ ...place, fingerprint: '00'.repeat(32) }), '与扫到的指纹不一样。已停止']]) {
    await scan(text)
    await expect(page.getByRole('alert')).toContainText(word)
    await expect(page.getByLabel('中心地址')).toBeFocused()
    await expect(words).toHaveCount(0)
    await expect(page.getByLabel('加入码')).toBeDisabled()
  }
  await look(page, 'hub-scan-differs')
  // Also while the words are compared by hand, where a digit would choose: the scan begins anew.
  await page.getByLabel('中心地址').fill(place.address)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /八个词都一样/ })).toBeFocused()
  await scan(joinText({ ...place, fingerprint: '11'.repeat(32) }))
  await expect(page.getByRole('alert')).toContainText('与扫到的指纹不一样')
  await expect(words).toHaveCount(0)
  await scan(joinText(place))
  await expect(page.getByText('已经核对过')).toBeVisible()
  await expect(page.getByLabel('加入码')).toHaveValue(place.code!)
  await expect(page.getByLabel('电脑名称')).toBeFocused()
  await look(page, 'hub-scanned')
  await page.getByLabel('电脑名称').fill(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
}

const onPaper = async (page: Page, name: string, check: () => Promise<void>): Promise<void> => {
  await page.emulateMedia({ media: 'print' })
  await check()
  // A6 within its margins.
  await page.setViewportSize({ width: 344, height: 506 })
  if (process.env['PINLI_SHOTS']) await shoot(page, name)
  expect(await page.locator('.joinslip:visible').evaluate(slip => slip.scrollWidth - slip.clientWidth)).toBe(0)
  await page.setViewportSize(size)
  await page.emulateMedia({ media: null })
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
  // On paper: where to join, without the secret in what is scanned; nothing else of the window.
  const fingerprint = /SHA-256 ((?:[0-9A-F]{2} ?){32})/.exec(hub.said())![1].replaceAll(' ', '').toLowerCase()
  const place = { address: hub.url.replace(/\/$/, ''), fingerprint }
  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  expect(await printed(desk)).toEqual({ pages: 1, size: [105, 148] })
  const slip = page.locator('.joinslip')
  await onPaper(page, 'users-slip', async () => {
    await expect(slip).toBeVisible()
    await expect(page.locator('.app')).toBeHidden()
    for (const text of ['柯桥综合体', hub.url.replace(/^https:\/\/|\/$/g, ''), 'zhou', secret, ...fingerprintWords(fingerprint)]) await expect(slip).toContainText(text)
    await expect(slip.getByRole('listitem')).toHaveCount(8 + 3)
    await expect(slip.locator('svg path')).toHaveAttribute('d', bars(joinText({ ...place, code: null })))
  })
  await page.getByRole('button', { name: '新电脑' }).click()
  await dialog(page).getByRole('button', { name: '要加入码' }).click()
  const code = await dialog(page).getByRole('group', { name: '加入码' }).locator('b').innerText()
  await expect(dialog(page).getByRole('img', { name: /扫码加入/ }).locator('path')).toHaveAttribute('d', bars(joinText({ ...place, code })))
  await expect(dialog(page)).toContainText(fingerprint.toUpperCase().replace(/..(?=.)/g, '$& '))
  expect(await dialog(page).locator('.body').evaluate(body => body.scrollWidth - body.clientWidth)).toBe(0)
  await look(page, 'users-computer-code')
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '2')
  expect(await printed(desk)).toEqual({ pages: 1, size: [105, 148] })
  await onPaper(page, 'users-slip-computer', async () => {
    await expect(page.locator('.joinslip:visible')).toHaveCount(1)
    await expect(page.locator('.joinslip:visible')).toContainText(code)
    await expect(dialog(page)).toBeHidden()
  })
  await page.keyboard.press('Escape')
  await go(page, '/settings/hub')
  await page.getByRole('button', { name: '打开用户与设备' }).click()
  await row(page, /示例员工·周/).click()
  await expect(box).toHaveCount(0)

  await firstStart(other.page)
  await joinByScan(other.page, { address: cables[1].address, fingerprint, code }, '2 号窗口')
  await logIn(other.page, 'zhou', secret, PASSPHRASE)
  await expect(rail(other.page).getByRole('link', { name: '用户与设备' })).toHaveCount(0)
  await go(other.page, '/users')
  await expect(other.page.getByRole('heading', { name: '这一页不归窗口人员用' })).toBeVisible()

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
