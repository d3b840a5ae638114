import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { dayOf } from '#shared/bookings/times.ts'
import { dayNumber, isoOf } from '#shared/lib/dates.ts'
import { expect, test } from './fixtures.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
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
const directory = async (page: Page): Promise<void> => {
  const [keqiao, other, pre, uv, far, rub] = [1, 2, 3, 4, 5, 6].map(() => randomUUID())
  for (const [id, name] of [[keqiao, '示例纺织品检测室'], [other, '示例化学检测室']]) await runOnDesk(page, 'labs.add', { id, name, address: null, opening: null, contact: null, example: true })
  for (const [id, name, lab] of [[pre, '示例前处理间', keqiao], [uv, '示例分光光度计', keqiao], [rub, '示例摩擦色牢度仪', keqiao], [far, '示例色谱仪', other]]) await runOnDesk(page, 'resources.add', { id, name, lab, lanes: 1, approval: false, open: true, hours: EVERY_DAY, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  const none = { least: 0, most: null }
  const price = (fen: number) => [{ urgency: 'normal' as const, fen, days: 3 }]
  await runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab: keqiao, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null, sample: '10 g 散样', parts: [{ resource: pre, minutes: 120, after: none }, { resource: uv, minutes: 210, after: none }], prices: price(12000) })
  await runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab: other, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', range: null, sample: null, parts: [{ resource: far, minutes: 480, after: none }], prices: price(8000) })
  await runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab: keqiao, object: '纺织品', parameter: '耐摩擦色牢度', number: 'GB/T 3920-2024', range: null, sample: null, parts: [{ resource: rub, minutes: 60, after: none }], prices: price(6000) })
  await runOnDesk(page, 'labs.takeScope', { id: keqiao, ended: [], account: null, rows: [{ id: randomUUID(), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛含量', number: 'GB/T 2912.1-2009', clause: null, range: null, cmc: null, site: null, from: null, until: '2099-12-31' }] })
  await runOnDesk(page, 'companies.register', { id: randomUUID(), name: '示例童装', uscc: null, address: null, contact: null, phone: null })
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
  await expect(page.getByRole('listbox', { name: '检测项目' })).toContainText('GB/T 2912.1-2009')
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
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await expect(booked.getByRole('listitem')).toHaveCount(2)
  await expect(booked).toContainText('合计 ¥180')
  await look(page, 'find-booked')

  // The slip keeps what was said: parts, price, sample, scope.
  await booked.getByRole('link').first().click()
  await expect(page.getByText('示例前处理间')).toHaveCount(2)
  await expect(page.locator('article').getByText('¥120')).toBeVisible()
  await expect(page.getByText('10 g 散样')).toBeVisible()
  await look(page, 'slip-test')
  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  expect(await printed(desk)).toEqual({ pages: 1, size: [148, 210] })
  await page.emulateMedia({ media: 'print' })
  const slip = page.locator('.bslip:visible')
  for (const text of ['暂定，待中心确认', '甲醛含量', 'GB/T 2912.1-2009', '示例纺织品检测室', '在范围内 CNAS', '¥120', '10 g 散样', '示例前处理间']) await expect(slip).toContainText(text)
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
