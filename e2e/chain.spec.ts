import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { Booking } from '#shared/bookings/booking.ts'
import { DAY, dayOf } from '#shared/bookings/times.ts'
import { expect, test } from './fixtures.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'

const OFFICE = [1, 2, 3, 4, 5, 6, 7].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }])
const NONE = { least: 0, most: null }

/** A calibration, a strength test that two labs offer, a test in two parts beside it, and an audit at the end. */
const directory = async (page: Page): Promise<void> => {
  const [textile, gauge, force, pull, other, pre, uv, audit] = Array.from({ length: 8 }, () => randomUUID())
  for (const [id, name] of [[textile, '示例纺织检测中心'], [gauge, '示例计量校准所']]) await runOnDesk(page, 'labs.add', { id, name, address: null, opening: null, contact: null, example: true })
  for (const [id, name, lab] of [[force, '力值校准台 FC-1', gauge], [pull, '拉力机 LL-02', textile], [other, '拉力机 LL-09', gauge], [pre, '前处理间 PRE-1', textile], [uv, '分光光度计 UV-02', textile], [audit, '审核员 示例', gauge]]) await runOnDesk(page, 'resources.add', { id, name, lab, lanes: 1, approval: false, open: true, hours: OFFICE, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  const add = (lab: string, parameter: string, number: string, fen: number, ...parts: { resource: string; minutes: number }[]) =>
    runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab, object: '纺织品', parameter, number, range: null, sample: null, parts: parts.map(part => ({ ...part, after: NONE })), prices: [{ urgency: 'normal', fen, days: 3 }, { urgency: 'urgent', fen: fen * 2, days: 1 }] })
  await add(gauge, '校准拉力机', 'JJG 139-2014', 40000, { resource: force, minutes: 180 })
  await add(textile, '断裂强力', 'GB/T 3923.1-2013', 32000, { resource: pull, minutes: 210 })
  await add(gauge, '断裂强力', 'GB/T 3923.1-2013', 36000, { resource: other, minutes: 210 })
  await add(textile, '甲醛含量', 'GB/T 2912.1-2009', 12000, { resource: pre, minutes: 120 }, { resource: uv, minutes: 90 })
  await add(gauge, '文件审核', 'GB/T 19011-2021', 50000, { resource: audit, minutes: 210 })
  const company = randomUUID()
  await runOnDesk(page, 'companies.register', { id: company, name: '示例轴承股份有限公司', uscc: null, address: null, contact: null, phone: null })
  await runOnDesk(page, 'instruments.add', { id: randomUUID(), company, resource: null, number: 'SL-07', name: '拉力机', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null })
}

const atBoard = async (page: Page) => {
  await firstStart(page)
  await directory(page)
  await go(page, '/bookings')
  const board = page.getByRole('grid', { name: /资源时间轴/ })
  await expect(board).toBeFocused()
  return board
}

test('a chain by keyboard: composed, planned below the board, moved, and booked as one', async ({ desk }) => {
  const { page } = desk
  const board = await atBoard(page)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: '企业' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('请选一家企业。')).toBeVisible()
  await page.keyboard.type('示例轴承')
  await page.keyboard.press('Enter')
  const tests = dialog.getByRole('combobox', { name: '添加一步' })
  await tests.focus()
  for (const [n, typed] of ['校准拉力机', '断裂强力', '甲醛', '文件审核'].entries()) {
    await expect(tests).toBeFocused()
    await expect(tests).toHaveValue('')
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('list', { name: '步骤' }).locator('> li')).toHaveCount(n + 1)
  }
  // Formaldehyde waits for nothing, the audit for the strength and for formaldehyde; the machine is brought.
  await dialog.getByRole('combobox', { name: '校准拉力机 的器具' }).selectOption({ label: 'SL-07 拉力机' })
  await dialog.getByRole('button', { name: '甲醛含量 等第 2 步' }).press('Space')
  await dialog.getByRole('button', { name: '文件审核 等第 2 步' }).press('Space')
  await look(page, 'chain-compose')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()

  const band = page.getByRole('region', { name: '链条方案' })
  const steps = band.getByRole('list', { name: '方案步骤，共 4 步' })
  await expect(steps.getByRole('button')).toHaveCount(4)
  await expect(steps.getByRole('button', { name: /^1 校准拉力机，.*在关键路径上，未约$/ })).toBeVisible()
  await expect(steps.getByRole('button', { name: /^2 断裂强力，.*等 1，在关键路径上/ })).toBeVisible()
  await expect(steps.getByRole('button', { name: /^3 文件审核，.*等 a、2|^3 文件审核，.*等 2、a/ })).toBeVisible()
  await expect(steps.getByRole('button', { name: /^a 甲醛含量，.*时差/ })).toBeVisible()
  await expect(steps.locator(':focus')).toHaveCount(1)
  await look(page, 'chain')

  // A step moves what waits for it; the new end is told before anything is saved, and taken back.
  await expect(band.getByText('最早完成')).toBeVisible()
  const end = await band.locator('header b').textContent()
  await steps.getByRole('button', { name: /^3 文件审核/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(band.getByText('改后完成')).toBeVisible()
  expect(await band.locator('header b').textContent()).not.toBe(end)
  await look(page, 'chain-moved')
  await page.keyboard.press('Escape')
  await expect(band.locator('header b')).toHaveText(end!)

  // One alone, then the rest together.
  await page.keyboard.press('Enter')
  await expect(page.getByText(/先约“.+”，这一步等它。/)).toBeVisible()
  await steps.getByRole('button', { name: /^1 校准拉力机/ }).focus()
  await page.keyboard.press('Enter')
  await expect(steps.getByRole('button', { name: /^1 校准拉力机，.*已约$/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 项已保存在本机，暂定')).toBeVisible()
  await expect(steps.getByRole('button', { name: /已约$/ })).toHaveCount(4)
  await expect(board.getByRole('gridcell', { name: /示例轴承股份有限公司 .*待确认/ }).first()).toBeVisible()
  await look(page, 'chain-booked')

  // Put away, it is drawn again for the booking under the cursor.
  await band.getByRole('button', { name: '收起链条方案' }).click()
  await expect(band).toBeHidden()
  await board.getByRole('gridcell', { name: /示例轴承股份有限公司 .*待确认/ }).first().click()
  await expect(steps.getByRole('button', { name: /已约$/ })).toHaveCount(4)
  await look(page, 'chain-again')

  // The slip keeps what was brought and what it waits for.
  await page.evaluate(() => { (document.querySelector('.band [aria-label^="3 "]') as HTMLElement).focus() })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/bookings\/[0-9a-f-]{36}/)
  const last = await rowOf(page, 'bookings', page.url().split('/').at(-1)!) as Booking
  expect(last).toMatchObject({ status: 'confirmed', test: { parameter: '文件审核', fen: 50000 } })
  expect(last.after).toHaveLength(2)
  for (const id of last.after!) expect(await rowOf(page, 'bookings', id)).toMatchObject({ batch: last.batch, status: 'confirmed' })

  // A booked step that others wait for says so where it is moved or cancelled, and isn't moved past them.
  await go(page, `/bookings/${last.after![0]}`)
  await page.getByRole('button', { name: '改期' }).click()
  await expect(dialog.getByText(/链条里“文件审核” .+ 开始等这一步，最晚要在那时做完。/)).toBeVisible()
  await dialog.getByRole('checkbox', { name: '开放时间以外（加班）' }).check()
  await dialog.getByRole('textbox', { name: '日期' }).fill(dayOf(last.end + DAY))
  await dialog.getByRole('textbox', { name: '加班开始' }).fill('18:00')
  await dialog.getByRole('textbox', { name: '放行原因' }).fill('客户要求')
  await look(page, 'chain-step-move')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.toast').getByText(/开始等这一步，最晚要在那时做完/)).toBeVisible()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('button', { name: '取消', exact: true }).click()
  await expect(dialog.getByText(/链条里还有步骤在等这一步：“文件审核” /)).toBeVisible()
  await look(page, 'chain-step-cancel')
})

test('a test beside the board: its times with price and report, its other resources shown, and booked there', async ({ desk }) => {
  const { page } = desk
  const board = await atBoard(page)
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: '检测项目' })).toBeFocused()
  await page.keyboard.type('甲醛')
  await page.keyboard.press('Enter')
  await expect(board).toBeFocused()
  const side = page.getByRole('complementary', { name: '最早空档' })
  await expect(side.getByRole('radio').first()).toBeChecked()
  await expect(side).toContainText('¥120')
  await expect(side).toContainText('未认可·不带标识')
  await expect(side).toContainText('分光光度计 UV-02，不拆开订')
  await expect(board.getByRole('gridcell', { name: /^同订/ })).toBeVisible()
  // What is asked for goes with it: the times are those of the urgency, the range is kept.
  await side.getByRole('textbox', { name: '要求' }).fill('20 mg/kg')
  await side.getByRole('combobox', { name: '时限' }).selectOption({ label: '加急' })
  await expect(side).toContainText('¥240')
  await expect(side.getByRole('radio').first()).toBeChecked()
  await look(page, 'board-test')
  await board.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: '企业' })).toBeFocused()
  await page.keyboard.type('示例轴承')
  await page.keyboard.press('Enter')
  await look(page, 'board-test-book')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^甲醛含量 .* 已保存在本机，暂定$/)).toBeVisible()
  await expect(board.getByRole('gridcell', { name: /^示例轴承股份有限公司/ })).toHaveCount(2)
  await board.getByRole('gridcell', { name: /^示例轴承股份有限公司/ }).first().dblclick()
  await expect(page).toHaveURL(/bookings\/[0-9a-f-]{36}/)
  expect(await rowOf(page, 'bookings', page.url().split('/').at(-1)!)).toMatchObject({ test: { parameter: '甲醛含量', range: '20 mg/kg', urgency: 'urgent', fen: 24000 } })
})
