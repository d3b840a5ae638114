import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { DAY, dayOf, midnightOf } from '#shared/bookings/times.ts'
import { dayNumber, isoOf } from '#shared/lib/dates.ts'
import { expect, test } from './fixtures.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { countPrints, printed } from './printed.ts'
import { shoot } from './shot.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 510, to: 1020 }))
/** So that the time of day of the test doesn't matter. */
const tomorrow = () => isoOf(dayNumber(dayOf(Date.now())) + 1)
const dialog = (page: Page) => page.getByRole('dialog')

/** Two labs; formaldehyde takes a pre-treatment and an instrument, and the cheaper lab is busy until the next day. */
const directory = async (page: Page): Promise<{ rub: string }> => {
  const [keqiao, other, pre, uv, far, rub] = [1, 2, 3, 4, 5, 6].map(() => randomUUID())
  for (const [id, name] of [[keqiao, '示例纺织品检测室'], [other, '示例化学检测室']]) await runOnDesk(page, 'labs.add', { id, name, address: null, opening: null, contact: null, example: true })
  for (const [id, name, lab] of [[pre, '示例前处理间', keqiao], [uv, '示例分光光度计', keqiao], [rub, '示例摩擦色牢度仪', keqiao], [far, '示例色谱仪', other]]) await runOnDesk(page, 'resources.add', { id, name, lab, lanes: 1, approval: false, open: true, hours: EVERY_DAY, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  const none = { least: 0, most: null }
  const price = (fen: number) => [{ urgency: 'normal' as const, fen, days: 3 }]
  await runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab: keqiao, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null, sample: '10 g 散样', parts: [{ resource: pre, minutes: 120, after: none }, { resource: uv, minutes: 210, after: none }], prices: price(12000) })
  await runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab: other, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null, sample: null, parts: [{ resource: far, minutes: 480, after: none }], prices: price(8000) })
  await runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab: keqiao, object: '纺织品', parameter: '耐摩擦色牢度', number: 'GB/T 3920-1997', range: null, sample: null, parts: [{ resource: rub, minutes: 60, after: none }], prices: price(6000) })
  await runOnDesk(page, 'labs.takeScope', { id: keqiao, ended: [], account: null, rows: [{ id: randomUUID(), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', clause: null, range: null, cmc: null, site: null, from: null, until: '2099-12-31' }] })
  await runOnDesk(page, 'companies.register', { id: randomUUID(), name: '示例童装', uscc: null, address: null, contact: null, phone: null })
  return { rub }
}

test('a walk-in’s two tests by keyboard: parts one after another, price, scope and report, cheaper elsewhere', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await go(page, '/bookings/find')
  await expect(page.getByRole('heading', { name: '检测目录还是空的' })).toBeVisible()
  await look(page, 'find-empty')
  await directory(page)
  await page.getByRole('combobox', { name: '企业' }).focus()
  await page.keyboard.type('sltz')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '从' }).fill(tomorrow())
  await page.getByRole('combobox', { name: '检测项目' }).focus()
  await page.keyboard.type('jqhl')
  await expect(page.getByRole('listbox', { name: '检测项目' })).toContainText('GB/T 2912.1—2009')
  await look(page, 'find-typing')
  await page.keyboard.press('Enter')
  const offers = page.getByRole('complementary', { name: '可约时段' })
  await expect(offers.getByRole('radio')).toHaveCount(2)
  await expect(offers).toContainText('示例前处理间 → 示例分光光度计')
  await expect(offers).toContainText('在范围内')
  await expect(offers).toContainText('省 ¥40')
  await look(page, 'find')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  const booked = page.getByRole('region', { name: '本次已约' })
  await expect(booked.getByRole('listitem')).toHaveCount(1)
  await expect(booked).toContainText('合计 ¥120')
  await expect(page.getByRole('combobox', { name: '检测项目' })).toBeFocused()
  await page.keyboard.type('3920')
  await page.keyboard.press('Enter')
  await expect(offers).toContainText('未认可·不带标识')
  await expect(offers).toContainText('方法已被 GB/T 3920—2008 代替')
  await look(page, 'find-replaced')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await expect(booked.getByRole('listitem')).toHaveCount(2)
  await expect(booked).toContainText('合计 ¥180')
  await look(page, 'find-booked')

  const first = (await booked.getByRole('link').first().getAttribute('href'))!.split('/').at(-1)!
  expect(await rowOf(page, 'bookings', first)).toMatchObject({ test: { fen: 12000, scope: { answer: 'in-scope' }, seen: { catalogue: '2025-09-01' } } })

  // The slip keeps what was said: parts, price, sample, scope.
  await booked.getByRole('link').first().click()
  await expect(page.getByText('示例前处理间')).toHaveCount(2)
  await expect(page.locator('article').getByText('¥120')).toBeVisible()
  await expect(page.getByText('10 g 散样')).toBeVisible()
  const together = page.getByRole('region', { name: '同次预约的其他项目' })
  await expect(together.getByRole('listitem')).toHaveCount(1)
  await expect(together).toContainText('耐摩擦色牢度 · 纺织品 GB/T 3920—1997')
  await expect(together).toContainText('本次合计 ¥180')
  await look(page, 'slip-test')
  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  expect(await printed(desk)).toEqual({ pages: 1, size: [148, 210] })
  await page.emulateMedia({ media: 'print' })
  const slip = page.locator('.bslip:visible')
  for (const text of ['暂定，待中心确认', '甲醛含量', 'GB/T 2912.1—2009', '示例纺织品检测室', '在范围内 CNAS', '¥120', '10 g 散样', '示例前处理间', '耐摩擦色牢度', '本次合计 ¥180']) await expect(slip).toContainText(text)
  // A5 within its margins.
  await page.setViewportSize({ width: 484, height: 718 })
  if (process.env['PINLI_SHOTS']) await shoot(page, 'slip-paper')
  expect(await slip.evaluate(paper => paper.scrollWidth - paper.clientWidth)).toBe(0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ media: null })
  // Moved as a whole: its parts keep their shape.
  await page.getByRole('button', { name: '改期' }).click()
  await expect(dialog(page).getByText('示例分光光度计')).toBeVisible()
  await look(page, 'move-parts')
})

test('overtime with its reason, a series that names what it leaves out, and a booking that is done', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const { rub } = await directory(page)
  await go(page, `/bookings/day?resource=${rub}&day=${tomorrow()}`)
  const company = async () => {
    await page.getByRole('button', { name: '新预约' }).click()
    await dialog(page).getByRole('combobox', { name: '企业', exact: true }).fill('sltz')
    await page.keyboard.press('Enter')
  }
  await company()
  await dialog(page).getByLabel('开放时间以外').check()
  await expect(dialog(page).getByText('加班时段需中心批准')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByText('开始写成 18:00 的样子')).toBeVisible()
  await dialog(page).getByLabel('加班开始').fill('18:00')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByText('请写放行原因。')).toBeVisible()
  await look(page, 'ask-overtime')
  await dialog(page).getByLabel('放行原因').fill('客户船期')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toBeHidden()
  await page.getByRole('button', { name: '看申请单' }).click()
  await expect(page.getByText('开放时间以外，')).toContainText('放行：客户船期')
  await expect(page.getByText('18:00–19:00').first()).toBeVisible()
  // The resource asks for no approval, its time does: nobody checks in before the lab has agreed.
  await expect(page.getByText('加班时段需中心批准')).toBeVisible()
  await expect(page.getByRole('button', { name: '到场' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '驳回' })).toBeVisible()
  await look(page, 'slip-overtime')
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('button', { name: '到场' }).click()
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByText('已完成，已保存在本机')).toBeVisible()
  expect(await rowOf(page, 'bookings', page.url().split('/').at(-1)!)).toMatchObject({ status: 'done', override: { of: ['resource-closed'], reason: '客户船期' } })

  // The second of four weeks is closed: it is named and left out.
  const week = midnightOf(isoOf(dayNumber(tomorrow()) + 7))
  await runOnDesk(page, 'resources.close', { id: randomUUID(), resource: rub, start: week, end: week + DAY, reason: '检修' })
  await go(page, `/bookings/day?resource=${rub}&day=${tomorrow()}`)
  await company()
  await dialog(page).getByRole('combobox', { name: '重复' }).selectOption({ label: '每周' })
  await expect(dialog(page).getByText(`不排 ${isoOf(dayNumber(tomorrow()) + 7).slice(5)} 不开放`)).toBeVisible()
  await look(page, 'ask-series')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 次已保存在本机，暂定')).toBeVisible()
})
