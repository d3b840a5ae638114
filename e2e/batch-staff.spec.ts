import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Booking } from '#shared/bookings/booking.ts'
import { dayOf, midnightOf, MINUTE } from '#shared/bookings/times.ts'
import { addMonths, dayNumber, isoOf } from '#shared/lib/dates.ts'
import { expect, test } from './fixtures.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { shoot } from './shot.ts'

const TODAY = dayOf(Date.now())
const tomorrow = midnightOf(isoOf(dayNumber(TODAY) + 1))

/** Four pieces of a company, one beyond what its bench gives at once, and an hour that another company has. */
const directory = async (page: Page): Promise<string> => {
  const [lab, bench, company, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await runOnDesk(page, 'labs.add', { id: lab, name: '示例计量校准所', address: null, opening: null, contact: null, example: true })
  await runOnDesk(page, 'resources.add', { id: bench, name: '长度与质量综合校准台 LM-01', lab, kind: 'room', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 480, to: 1080 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 60, longestMin: 60 })
  const offered = (object: string, minutes: number) => runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab, object, parameter: '校准', number: 'JJF 1071-2010', range: null, sample: null, parts: [{ resource: bench, minutes, after: { least: 0, most: null } }], prices: [{ urgency: 'normal', fen: 9000, days: 5 }, { urgency: 'urgent', fen: 13500, days: 2 }] })
  await offered('数显卡尺', 60)
  await offered('电子天平', 120)
  for (const [id, name] of [[company, '示例针织（绍兴）有限公司'], [other, '示例轴承股份有限公司']]) await runOnDesk(page, 'companies.register', { id, name, uscc: null, address: null, contact: null, phone: null })
  for (const [number, name] of [['KC-0001', '数显卡尺'], ['KC-0002', '数显卡尺'], ['KC-0003', '数显卡尺'], ['TP-0001', '电子天平']]) {
    const id = randomUUID()
    await runOnDesk(page, 'instruments.add', { id, company, resource: null, number, name, model: 'XY-100', range: '0–150 mm', accuracy: '± 0.03 mm', location: null, keeper: '示例·何', kind: 'calibration', months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null })
    await runOnDesk(page, 'certificates.register', { id: randomUUID(), instrument: id, number: `Z-${number}`, issuer: null, day: addMonths(TODAY, -12), validTo: null, result: 'pass', restriction: null, asFound: null, asLeft: null, file: null, replaces: null })
  }
  await runOnDesk(page, 'bookings.place', { id: randomUUID(), company: other, purpose: '检定 WD-0031', start: tomorrow + 480 * MINUTE, end: tomorrow + 540 * MINUTE, slots: [{ id: randomUUID(), resource: bench }] })
  return company
}

/** Dates that lie on their neighbours in the same row, or are cut. */
const badDates = (page: Page): Promise<string[]> => page.evaluate(() => {
  const textsOf = (box: Element) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    const found: { text: string; rect: DOMRect; cut: boolean }[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement!
      const range = document.createRange()
      range.selectNodeContents(node)
      const rect = range.getBoundingClientRect()
      if (!node.textContent?.trim() || parent.closest('.vh, select') || rect.width === 0) continue
      found.push({ text: node.textContent.trim(), rect, cut: getComputedStyle(parent).overflowX === 'hidden' && parent.scrollWidth > parent.clientWidth + 1 })
    }
    return found
  }
  return [...document.querySelectorAll('.ins .cols, .ins-pane section > *, .due tr, .due .md, .heat button, .os li, .lh')].flatMap(box => {
    const texts = textsOf(box)
    return texts.filter(({ text }) => /\d\d-\d\d/.test(text)).flatMap(one => [
      ...(one.cut ? [`${one.text} is cut`] : []),
      ...texts.filter(other => other !== one && other.rect.left < one.rect.right - 1 && other.rect.right > one.rect.left + 1 && other.rect.top < one.rect.bottom - 2 && other.rect.bottom > one.rect.top + 2).map(other => `${one.text} lies on ${other.text}`),
    ])
  })
})

test('dates of the register and of the calendar stand clear of their neighbours at any zoom and with large text', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await directory(page)
  for (const path of ['/instruments', '/instruments/due']) {
    await go(page, path)
    await expect(page.getByText(/KC-0001/).first()).toBeVisible()
    for (const [width, height] of [[1366, 768], [1600, 1000], [1093, 614], [911, 512], [683, 384]]) {
      await page.setViewportSize({ width, height })
      for (const large of [false, true]) {
        await page.evaluate(on => document.documentElement.classList.toggle('large-text', on), large)
        expect(await badDates(page), `${path} ${width} ${large}`).toEqual([])
        if (process.env['PINLI_SHOTS']) await shoot(page, `zoom${path.replaceAll('/', '-')}-${width}${large ? '-large' : ''}`)
      }
    }
    await page.evaluate(() => document.documentElement.classList.remove('large-text'))
    await page.setViewportSize({ width: 1366, height: 768 })
  }
})

test('staff plan a batch: who has the taken time, one piece in a hurry, one beyond a limit with a reason that stays; the same pages in English', async ({ desk }) => {
  test.setTimeout(240_000)
  const { page } = desk
  await firstStart(page)
  const company = await directory(page)
  await go(page, '/instruments')
  await expect(page.getByText('4 台，1 家')).toBeVisible()
  await page.keyboard.press('Control+b')
  await expect(page.getByText('选 4 台，可订 3 台')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /示例轴承股份有限公司 08:00–09:00 检定 WD-0031/ })).toBeVisible()
  await expect(page.locator('.here')).toContainText('示例轴承股份有限公司 08:00–09:00 检定 WD-0031')

  // In a hurry: planned first, at its own price.
  const schemes = page.getByRole('complementary', { name: '方案' })
  await expect(schemes.getByRole('definition').last()).toHaveText('¥270.00')
  await page.getByRole('combobox', { name: 'KC-0003 加急' }).selectOption('urgent')
  await expect(schemes.getByRole('definition').last()).toHaveText('¥315.00')
  await expect(page.getByText('加急的排在最前，再按到期')).toBeVisible()

  // Beyond a limit: not without a reason.
  await page.getByRole('button', { name: '放行' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '请写放行原因。' })).toBeVisible()
  await page.getByRole('textbox', { name: /放行原因/ }).fill('产线停机，集中送检')
  await look(page, 'batch-allow')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('选 4 台，可订 4 台')).toBeVisible()
  await expect(page.getByText('放行：产线停机，集中送检')).toBeVisible()
  await page.getByRole('combobox', { name: '排多远' }).selectOption('26')
  await expect(schemes.getByRole('definition').last()).toHaveText('¥405.00')
  await look(page, 'batch-staff')

  const english = async (path: string, title: string, name: string): Promise<void> => {
    await go(page, path)
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
    await look(page, name)
  }
  await go(page, '/settings/general')
  await page.getByRole('radio', { name: 'English' }).check()
  await english('/instruments', 'Instruments', 'instruments-en')
  await english('/instruments/due', 'Due calendar', 'due-calendar-en')
  await english(`/instruments/batch?company=${company}`, 'Batch booking', 'batch-en')
  await page.keyboard.press('Control+Enter')
  const answers = page.getByRole('region', { name: 'Answers' })
  await expect(answers.getByRole('row')).toHaveCount(5)
  await look(page, 'batch-done-en')
  const link = await answers.getByRole('row', { name: /TP-0001/ }).getByRole('link').getAttribute('href')
  expect(((await rowOf(page, 'bookings', link!.split('/').at(-1)!)) as Booking).override).toMatchObject({ reason: '产线停机，集中送检', of: ['too-long'] })
})
