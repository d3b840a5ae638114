import type { Page } from '@playwright/test'
import { newId } from '../renderer/db/new-id.ts'
import { layBoard, layCalendar, MOCKUP } from './board-scene.ts'
import { expect, test } from './fixtures.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { countPrints, printed } from './printed.ts'

const board = (page: Page) => page.getByRole('grid', { name: /资源时间轴/ })
const said = (page: Page) => page.getByRole('status').filter({ hasText: ' · ' }).last()
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

test('the board by keyboard alone: move, book, hold, and what is in the way', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await layCalendar(page)
  await layBoard(page, MOCKUP.names, MOCKUP.stands)
  await go(page, '/bookings?day=2031-10-08')
  await expect(board(page)).toBeFocused()
  await expect(page.getByText('2031-10-08 至 10-13')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: /10-11/ })).toContainText('班')
  await expect(board(page).getByRole('gridcell', { name: /示例毛衫有限公司.*10-12 日 09:00–11:00/ })).toBeVisible()
  await expect(board(page).getByRole('gridcell', { name: /2 家竞争/ })).toBeVisible()
  await expect(board(page).getByRole('gridcell', { name: /已占 3，容量 3/ })).toBeVisible()

  // Over working time only: the break, the night and the Sunday are skipped.
  await press(page, 'Home', 'Control+ArrowRight')
  await expect(said(page)).toHaveText(/^分光光度计 UV-02 · 10-09 四 08:30–09:30 · 已满 · 示例针织有限公司$/)
  await press(page, ...Array<string>(7).fill('ArrowRight'))
  await expect(said(page)).toHaveText(/10-09 四 13:30–14:30 · 空闲 1 小时$/)
  await press(page, ...Array<string>(9).fill('Shift+ArrowRight'))
  await expect(said(page)).toHaveText(/10-09 四 13:30–17:00 · 空闲 3.5 小时$/)
  await look(page, 'board')
  const { x, y, width, height } = (await page.locator('#board-cursor').boundingBox())!
  await page.mouse.move(x + 4, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + (width / 7) * 2.5, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(said(page)).toHaveText(/10-09 四 13:30–15:00 · 空闲 1.5 小时$/)
  await press(page, ...Array<string>(4).fill('Shift+ArrowRight'))

  await press(page, 'Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: '企业', exact: true })).toBeFocused()
  await page.keyboard.type('示例轴承')
  await press(page, 'Enter', 'Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('10-09 四 13:30–17:00 已保存在本机，暂定')).toBeVisible()
  await expect(board(page)).toBeFocused()
  await expect(board(page).getByRole('gridcell', { name: /示例轴承有限公司 · 10-09 四 13:30–17:00 · 待确认/ })).toBeVisible()
  await expect(said(page)).toHaveText(/10-09 四 13:30–17:00 · 已满 · 示例轴承有限公司$/)

  // A hold; and what can't be booked says why.
  await press(page, 'Escape', 'Control+ArrowRight', 'H')
  await expect(dialog.getByRole('heading', { name: '保留' })).toBeVisible()
  await page.keyboard.type('示例家纺')
  await press(page, 'Enter', 'Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(board(page).getByRole('gridcell', { name: /示例家纺有限公司 · 10-10 五 13:30–14:30 · 待确认/ })).toBeVisible()
  await press(page, ...Array<string>(6).fill('ArrowDown'), 'Home', 'Control+ArrowLeft', 'Control+ArrowLeft', 'Enter')
  await expect(page.getByText('这里不能预约：停用')).toBeVisible()

  // Another window's booking appears, and the cursor stays.
  await press(page, 'ArrowUp', 'Control+ArrowRight', 'Control+ArrowRight')
  const before = await said(page).textContent()
  await runOnDesk(page, 'resources.add', { id: newId(), name: '阿贝折射仪', lanes: 1, approval: false, open: true, hours: [{ day: 3, from: 510, to: 720 }], granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await expect(board(page).getByRole('rowheader', { name: '阿贝折射仪' })).toBeVisible()
  await expect(said(page)).toHaveText(before!)
  await expect(board(page)).toBeFocused()

  // The plan of the cursor's day, on paper.
  await press(page, 'Home', 'Control+ArrowLeft')
  await countPrints(page)
  await press(page, 'F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  await expect(page.locator('.sheet')).toContainText('日计划 2031-10-09 周四')
  await expect(page.locator('.sheet')).toContainText(/示例轴承有限公司\d{8}-[0-9A-Z]{6} · 待确认/)
  expect(await printed(desk)).toEqual({ pages: 1, size: [297, 210] })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.sheet')).toHaveCount(0)

  // The earliest times, which lie on another page of the board; then the twin.
  await press(page, 'Alt+ArrowDown')
  await expect(page.getByRole('radio').first()).toBeFocused()
  await press(page, 'Escape')
  await expect(board(page)).toBeFocused()
  await press(page, '2')
  await expect(page.getByRole('radio').nth(1)).toBeChecked()
  await expect(board(page)).toBeFocused()
  await page.getByRole('button', { name: '加班时段' }).click()
  await expect(page.getByText('已显示加班时段')).toBeVisible()
  await look(page, 'board-now')
  await page.getByRole('navigation', { name: '看法' }).getByRole('link', { name: '列表' }).click()
  await expect(page.getByRole('region', { name: /的预约$/ })).toBeVisible()
  await look(page, 'board-twin')
})

test('a booking dragged with the mouse: its new time, what is in the way, Escape, and the form that asks before it moves', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await layCalendar(page)
  await layBoard(page, MOCKUP.names, MOCKUP.stands)
  await go(page, '/bookings?day=2031-10-08')
  const block = board(page).getByRole('gridcell', { name: /示例轴承有限公司.*10-08 三 13:30–17:00/ })
  const from = (await block.boundingBox())!
  const other = (await board(page).getByRole('gridcell', { name: /示例针织有限公司 · 10-09 四 08:30–12:00/ }).boundingBox())!
  const half = from.width / 7
  const take = async (): Promise<void> => {
    await page.mouse.move(from.x + half / 2, from.y + from.height / 2)
    await page.mouse.down()
  }
  // Half an hour later in its own row; then on another resource whose time is taken.
  await take()
  await page.mouse.move(other.x + half * 1.5, from.y + from.height / 2, { steps: 6 })
  await expect(said(page)).toHaveText(/^力值校准台 FC-1 · 10-09 四 09:00–12:30 · 不在开放时间$/)
  await page.mouse.move(other.x + half / 2, other.y + other.height / 2, { steps: 3 })
  await expect(said(page)).toHaveText(/^分光光度计 UV-02 · 10-09 四 08:30–12:00 · 已满$/)
  await expect(page.locator('.tip')).toHaveText('分光光度计 UV-02 · 10-09 四 08:30–12:00 · 已满')
  await look(page, 'board-drag-refused')
  await page.mouse.up()
  await expect(page.getByText('不能改到这里：已满')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  // Escape lets it lie where it lay.
  await take()
  await page.mouse.move(other.x + half / 2, from.y + from.height / 2, { steps: 6 })
  await expect(said(page)).toHaveText(/10-09 四 08:30–12:00 · 松开后确认改期$/)
  await look(page, 'board-drag')
  await page.keyboard.press('Escape')
  await expect(page.locator('.tip')).toBeHidden()
  await page.mouse.up()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(block).toBeVisible()

  // Let go, it asks; nothing has moved before.
  await take()
  await page.mouse.move(other.x + half / 2, from.y + from.height / 2, { steps: 6 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: /^改期 / })).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: '开始' })).toHaveValue(String(Date.parse('2031-10-09T08:30:00+08:00')))
  await expect(block).toBeAttached()
  await dialog.getByRole('button', { name: '改期' }).click()
  await expect(dialog).toBeHidden()
  await expect(board(page).getByRole('gridcell', { name: /示例轴承有限公司.*10-09 四 08:30–12:00/ })).toBeVisible()
  await expect(block).toBeHidden()

  // To another resource that has room.
  const moved = (await board(page).getByRole('gridcell', { name: /示例轴承有限公司.*10-09 四 08:30–12:00/ }).boundingBox())!
  const room = (await board(page).getByRole('rowheader', { name: '前处理间 PRE-1' }).boundingBox())!
  await page.mouse.move(moved.x + half / 2, moved.y + moved.height / 2)
  await page.mouse.down()
  await page.mouse.move(moved.x + half / 2, room.y + room.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(dialog.getByRole('combobox', { name: '资源' })).toHaveText(/前处理间 PRE-1/)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(board(page).getByRole('row', { name: /前处理间 PRE-1/ }).getByRole('gridcell', { name: /示例轴承有限公司.*10-09 四 08:30–12:00/ })).toBeVisible()
})
