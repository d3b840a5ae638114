import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Booking } from '#shared/bookings/booking.ts'
import { dayOf } from '#shared/bookings/times.ts'
import { addMonths } from '#shared/lib/dates.ts'
import { chromiumDesk } from './desk-chromium.ts'
import type { Desk } from './desk.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { syncNow } from './hub-desks.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { go } from './pages/go.ts'
import { logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { countPrints, printed } from './printed.ts'
import { deleteProfile, freshProfile } from './profiles.ts'

const OFFICE = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 780, to: 1020 }])
const [KNITTER, OTHER] = [randomUUID(), randomUUID()]
const TODAY = dayOf(Date.now())

/** Five benches and a team; what a piece takes and costs. */
const BENCHES = [
  { place: '天平室', name: '电子天平', kind: 'verification', word: '检定', n: 12, minutes: 60, fen: 18000, lanes: 1 },
  { place: '温度校准 TC-2', name: '烘箱', kind: 'calibration', word: '校准', n: 10, minutes: 90, fen: 22000, lanes: 2 },
  { place: '长度室', name: '数显卡尺', kind: 'calibration', word: '校准', n: 8, minutes: 30, fen: 9000, lanes: 1 },
  { place: '压力台 PC-1', name: '压力表', kind: 'verification', word: '检定', n: 6, minutes: 30, fen: 11000, lanes: 1 },
  { place: '力值校准台 FC-1', name: '拉力机', kind: 'calibration', word: '校准', n: 4, minutes: 120, fen: 38000, lanes: 1 },
] as const

/** Forty pieces that can be booked, one out of use and one beyond what the lab offers. */
const directory = async (page: Page): Promise<void> => {
  const [lab, team] = [randomUUID(), randomUUID()]
  await runOnDesk(page, 'labs.add', { id: lab, name: '示例计量校准所', address: null, opening: null, contact: null, example: true })
  const resource = (id: string, name: string, lanes: number, kind: 'room' | 'team') => runOnDesk(page, 'resources.add', { id, name, lab, kind, lanes, approval: false, open: true, hours: OFFICE, granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  const labTest = (object: string, parameter: string, on: string, minutes: number, fen: number, range: string | null = null) => runOnDesk(page, 'labs.addTest', { id: randomUUID(), lab, object, parameter, number: 'JJF 1071-2010', range, sample: null, parts: [{ resource: on, minutes, after: { least: 0, most: null } }], prices: [{ urgency: 'normal', fen, days: 3 }] })
  await resource(team, '外出校准组 甲', 2, 'team')
  await runOnDesk(page, 'companies.register', { id: KNITTER, name: '示例针织（绍兴）有限公司', uscc: null, address: null, contact: null, phone: null })
  await runOnDesk(page, 'companies.register', { id: OTHER, name: '示例轴承', uscc: null, address: null, contact: null, phone: null })
  const instrument = async (number: string, name: string, kind: 'verification' | 'calibration', range: string | null = null): Promise<string> => {
    const id = randomUUID()
    await runOnDesk(page, 'instruments.add', { id, company: KNITTER, resource: null, number, name, model: null, range, accuracy: null, location: null, keeper: null, kind, months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null })
    return id
  }
  for (const { place, name, kind, word, n, minutes, fen, lanes } of BENCHES) {
    const id = randomUUID()
    await resource(id, place, lanes, 'room')
    const range = name === '数显卡尺' ? '0–300 mm' : null
    await labTest(name, word, id, minutes, fen, range)
    await labTest(name, `${word}（上门）`, team, minutes, fen + 6000, range)
    for (let i = 1; i <= n; i++) {
      const piece = await instrument(`${place[0]}-${String(i).padStart(4, '0')}`, name, kind)
      await runOnDesk(page, 'certificates.register', { id: randomUUID(), instrument: piece, number: `Z-${place[0]}-${i}`, issuer: null, day: addMonths(TODAY, -14 + Math.min(4, i)), validTo: null, result: 'pass', restriction: null, asFound: null, asLeft: null, file: null, replaces: null })
    }
  }
  await runOnDesk(page, 'instruments.mark', { id: randomUUID(), instrument: await instrument('KC-0121', '数显卡尺', 'calibration'), kind: 'stop', day: TODAY, note: null })
  await instrument('KC-0200', '数显卡尺', 'calibration', '0–500 mm')
}

const joined = async (profile: string, url: string, log: (page: Page) => Promise<void>): Promise<Desk> => {
  const desk = await chromiumDesk(profile, url)
  await desk.page.keyboard.press('Control+Enter')
  await expect(desk.page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('heading', { name: '登录' })).toBeVisible()
  await log(desk.page)
  return desk
}

test('a company books forty calibrations in one go; two places are lost to another desk, one is moved, one stays in line', async () => {
  test.setTimeout(420_000)
  const hub = await startHub(['--http'])
  const profiles = [await freshProfile(), await freshProfile()]
  const other = await joined(profiles[1], hub.url, page => logIn(page, hub.first.login, hub.first.secret, PASSPHRASE))
  await directory(other.page)
  await syncNow(other.page)
  const secret = await hub.invite('knitter', '示例·吴', KNITTER)
  const desk = await joined(profiles[0], hub.url, page => logIn(page, 'knitter', secret, PASSPHRASE))
  const { page } = desk

  // The calendar's week: one of each bench is due today.
  await go(page, '/instruments/due')
  await expect(page.getByRole('button', { name: '整周批量预约 5 台' })).toBeVisible()
  await page.keyboard.press('Control+b')
  await expect(page.getByText('选 5 台，可订 5 台')).toBeVisible()

  await go(page, '/instruments')
  await expect(page.getByText('42 台，1 家')).toBeVisible()
  await page.keyboard.press('Control+b')
  await expect(page.getByText('选 42 台，可订 40 台')).toBeVisible()
  await expect(page.getByText('台账停用，启用后可订')).toBeVisible()
  await expect(page.getByText('超出范围，要 0–500 mm，提供到 0–300 mm')).toBeVisible()
  const schemes = page.getByRole('complementary', { name: '方案' })
  await expect(schemes.getByRole('radio', { name: /最早完成/ })).toBeChecked()
  await expect(schemes.getByRole('radio')).toHaveCount(3)
  await look(page, 'batch')
  await page.keyboard.press('Alt+2')
  await expect(schemes.getByRole('radio', { name: /最省/ })).toBeChecked()
  // 12 × 180 + 10 × 220 + 8 × 90 + 6 × 110 + 4 × 380
  await expect(schemes.getByRole('definition').last()).toHaveText('¥7,260.00')
  await page.keyboard.press('Alt+3')
  await expect(schemes.getByRole('definition').last()).toHaveText('¥9,660.00')
  await page.keyboard.press('Alt+1')

  // By hand: a block falls in two, one of them goes to another day; then all is planned anew.
  await page.keyboard.press('Alt+2')
  const plan = page.getByRole('grid', { name: /按天和地点安排/ })
  await plan.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('拆成两块')).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('region', { name: '安排' }).getByText('手排')).toBeVisible()
  await expect(page.getByText(/改到 \d\d-\d\d/)).toBeVisible()
  await expect(schemes.getByRole('definition').last()).toHaveText('¥7,260.00')
  await look(page, 'batch-hand')
  await page.keyboard.press('F5')
  await expect(schemes.getByRole('radio', { name: /最省/ })).toBeChecked()

  await page.context().setOffline(true)
  await page.keyboard.press('Control+Enter')
  const answers = page.getByRole('region', { name: '逐台答复' })
  const count = (word: string) => answers.locator('.tly > div').filter({ hasText: word }).locator('b')
  await expect(count('暂定')).toHaveText('40')
  await expect(answers.getByRole('row')).toHaveCount(41)
  await look(page, 'batch-tentative')
  const done = new URL(page.url()).hash.slice(1)

  // Meanwhile the other desk gives two of the places away.
  const balances = answers.getByRole('row', { name: /天平室/ })
  for (const i of [0, 4]) {
    const id = (await balances.nth(i).getByRole('link').getAttribute('href'))!.split('/').at(-1)!
    const { start, end, resources: [resource] } = (await rowOf(page, 'bookings', id)) as Booking
    await expect.poll(() => rowOf(other.page, 'resources', resource)).not.toBeNull()
    await runOnDesk(other.page, 'bookings.place', { id: randomUUID(), company: OTHER, purpose: '检定', start, end, slots: [{ id: randomUUID(), resource }] })
  }
  await syncNow(other.page)
  await page.context().setOffline(false)
  await syncNow(page)
  await go(page, done)
  await expect(count('已确认')).toHaveText('38')
  await expect(count('被占用')).toHaveText('2')
  await expect(page.getByText('共 40 台，每台一个答复')).toBeVisible()
  await expect(page.getByText('中心已逐台答复')).toBeVisible()
  await look(page, 'batch-done')

  // One goes to another time by keys alone, the other stays in line.
  await page.getByRole('button', { name: /选新时段/ }).first().click()
  await page.keyboard.press('2')
  await expect(answers.locator('.prob').first().getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(answers.locator('.prob')).toHaveCount(1)
  await answers.getByRole('button', { name: '留在候补' }).click()
  await syncNow(page)
  await go(page, done)
  await expect(count('已确认')).toHaveText('39')
  await expect(count('候补')).toHaveText('1')
  await expect(pill(page)).toContainText('已同步')
  await look(page, 'batch-answered')
  // The staff sees the same answers, and notes that the company knows.
  await syncNow(other.page)
  await go(other.page, done)
  await other.page.getByRole('checkbox', { name: /已告知企业/ }).check()
  await expect(other.page.getByText('已记为告知')).toBeVisible()

  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  await expect(page.locator('body > .sheet.a4-landscape tbody tr')).toHaveCount(40)
  expect((await printed(desk)).size).toEqual([297, 210])
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  const text = await readFile(await desk.saved(() => page.getByRole('button', { name: '导出 .ics' }).click()), 'utf8')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(40)
  expect(text).toContain('LOCATION:天平室')

  // What is booked isn't offered again.
  await go(page, '/instruments/batch')
  await expect(page.getByText(/选 \d+ 台，可订 0 台/)).toBeVisible()
  await expect(page.getByText('已经约了').first()).toBeVisible()
  for (const one of [desk, other]) await one.close()
  for (const profile of profiles) await deleteProfile(profile)
  await hub.end()
})
