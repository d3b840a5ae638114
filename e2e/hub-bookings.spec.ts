import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { Booking } from '#shared/bookings/booking.ts'
import { DAY, dayOf } from '#shared/bookings/times.ts'
import type { Company } from '#shared/companies/company.ts'
import { addMonths } from '#shared/lib/dates.ts'
import { expectAccessible } from './axe.ts'
import { COMPANY, expect, joinedDesks, RESOURCE, syncNow, test } from './hub-desks.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { go } from './pages/go.ts'
import { pill } from './pages/hub-pages.ts'
import { certify } from './pages/instruments-page.ts'
import { countPrints } from './printed.ts'
import { dayPath, slipPath } from '../renderer/bookings/paths.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const NONE = { least: 0, most: null }
const [LAB, PULLER] = [randomUUID(), randomUUID()]
const TESTS = { 甲醛含量: ['GB/T 2912.1-2009', 12000], 耐摩擦色牢度: ['GB/T 3920-2008', 6000], 断裂强力: ['GB/T 3923.1-2013', 9000], 起毛起球: ['GB/T 4802.1-2008', 7000] } as const
const IDS = Object.fromEntries(Object.keys(TESTS).map(name => [name, randomUUID()]))

/** A laboratory with four tests; the first takes two resources, the last is open on Monday to Friday. */
const directory = async (page: Page): Promise<void> => {
  const [pre, uv, rub, pill_] = [1, 2, 3, 4].map(() => randomUUID())
  await runOnDesk(page, 'labs.add', { id: LAB, name: '示例纺织品检测室', address: null, opening: null, contact: null, example: true })
  for (const [id, name, days] of [[pre, '示例前处理间', EVERY_DAY], [uv, '示例分光光度计', EVERY_DAY], [rub, '示例摩擦仪', EVERY_DAY], [PULLER, '示例拉力机', EVERY_DAY], [pill_, '示例起球仪', EVERY_DAY.slice(0, 5)]] as const)
    await runOnDesk(page, 'resources.add', { id, name, lab: LAB, lanes: 1, approval: false, open: true, hours: days.map(day => ({ day, from: 510, to: 1020 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  for (const [parameter, resources] of [['甲醛含量', [pre, uv]], ['耐摩擦色牢度', [rub]], ['断裂强力', [PULLER]], ['起毛起球', [pill_]]] as const) {
    const [number, fen] = TESTS[parameter]
    await runOnDesk(page, 'labs.addTest', { id: IDS[parameter], lab: LAB, object: '纺织品', parameter, number, range: null, sample: null, parts: resources.map(resource => ({ resource, minutes: 60, after: NONE })), prices: [{ urgency: 'normal', fen, days: 3 }] })
  }
}
const offers = (page: Page) => page.getByRole('complementary', { name: '可约时段' })
const booked = (page: Page) => page.getByRole('region', { name: '本次已约' })
const bookingOf = async (page: Page, id: string): Promise<Booking> => (await rowOf(page, 'bookings', id)) as Booking
/** By the palette, as a person without a mouse goes anywhere; Enter comes before its answer does. */
const open = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
}
/** Tabs on until what has the focus is within a part of the page. */
const tabInto = async (page: Page, selector: string): Promise<void> => {
  for (let n = 0; n < 40; n++) {
    if (await page.evaluate(within => document.activeElement?.matches(within), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}
const pickCompany = async (page: Page): Promise<void> => {
  await expect(page.getByRole('combobox', { name: '企业', exact: true })).toBeFocused()
  await page.keyboard.type('slrz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: '企业', exact: true })).toHaveValue('示例染整')
  await page.keyboard.press('Tab')
}
const pickTest = async (page: Page, name: string): Promise<void> => {
  await expect(page.getByRole('combobox', { name: '检测项目' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

test('bookings at two desks and their hub: a walk-in’s tests without a network, an overdue instrument, a holiday, companies that are one', async ({ desk, other, hub }) => {
  test.setTimeout(360_000) // Four stories on the same desks and hub, for a start of each takes longer than they do.
  const [cable, second] = await joinedDesks(desk, other, hub)
  const { page } = desk
  await directory(page)
  await expect.poll(() => rowOf(other.page, 'tests', IDS['起毛起球'])).toMatchObject({ parameter: '起毛起球' })
  await expect(pill(page)).toContainText('已同步')

  await test.step('three tests by keyboard alone while the hub is away; one time was lost and is rebooked', async () => {
    cable.pull()
    await open(page, '按项目预约')
    await pickCompany(page)
    for (const [n, name] of ['甲醛含量', '耐摩擦色牢度', '断裂强力'].entries()) {
      await pickTest(page, name)
      await expect(offers(page).getByRole('radio').first()).toBeChecked()
      await page.keyboard.press('Control+Enter')
      await expect(booked(page).getByRole('listitem')).toHaveCount(n + 1)
    }
    await expect(booked(page)).toContainText('合计 ¥270')
    const ids = (await booked(page).getByRole('link').all()).map(async link => (await link.getAttribute('href'))!.split('/').at(-1)!)
    const [first, lost, third] = await Promise.all(ids)
    await tabInto(page, '.booked a')
    await page.keyboard.press('Enter')
    await expect(page.getByText('待中心确认。这台电脑已记下')).toBeVisible()
    await countPrints(page)
    await page.keyboard.press('F8')
    await expect(page.locator('body > .sheet.a5')).toContainText('暂定，待中心确认')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))

    const { start, end, resources: [rub] } = await bookingOf(page, lost)
    const rival = randomUUID()
    await runOnDesk(other.page, 'bookings.place', { id: rival, company: COMPANY, purpose: '', start, end, slots: [{ id: randomUUID(), resource: rub }], test: { id: IDS['耐摩擦色牢度'], range: null, urgency: 'normal', seen: null } })
    await expect(pill(other.page)).toContainText('已同步')

    cable.plug()
    await open(page, '同步')
    await page.keyboard.press('F5')
    const card = page.getByRole('region', { name: '在候补' })
    await expect(card).toContainText('这段时间已被占用')
    await expect(card.getByRole('radio')).toHaveCount(3)
    await expectAccessible(page)
    await tabInto(page, '.lost input')
    await page.keyboard.press('ArrowDown')
    await expect(card.getByRole('radio').nth(1)).toBeChecked()
    const chosen = Number(await card.getByRole('radio').nth(1).getAttribute('value'))
    await look(page, 'lost-slot')
    await card.getByRole('radio').nth(1).focus()
    await page.keyboard.press('Enter')
    await expect(card).toHaveCount(0)
    for (const at of [page, other.page]) {
      await expect.poll(() => bookingOf(at, lost)).toMatchObject({ status: 'confirmed', start: chosen, moves: [{ start }] })
      for (const id of [first, third, rival]) await expect.poll(() => bookingOf(at, id)).toMatchObject({ status: 'confirmed' })
    }
  })

  await test.step('an overdue instrument of the lab blocks its resource at the other desk, and its certificate frees it', async () => {
    await open(page, '计量器具')
    await page.getByRole('button', { name: '实验室器具' }).press('Enter')
    await page.keyboard.press('Alt+n')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('编号', { exact: true }).fill('LJ-0007')
    await dialog.getByLabel('名称', { exact: true }).fill('拉力机')
    await dialog.getByRole('combobox', { name: '对应资源' }).selectOption('示例拉力机')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('“示例拉力机”已阻止新预约')).toBeVisible()
    await expect.poll(() => rowOf(other.page, 'resources', PULLER)).toHaveProperty('calibration.due')

    const { page: there } = other
    await open(there, '按项目预约')
    await pickCompany(there)
    await pickTest(there, '断裂强力')
    await expect(offers(there)).toContainText('“示例拉力机”校准有效期至')
    await expect(offers(there).getByRole('radio')).toHaveCount(0)
    await look(there, 'find-overdue')
    await there.keyboard.press('Control+Enter')
    await expect(booked(there)).toHaveCount(0)
    await expect(runOnDesk(there, 'bookings.place', { id: randomUUID(), company: COMPANY, purpose: '', start: Date.UTC(2031, 9, 8, 1), end: Date.UTC(2031, 9, 8, 2), slots: [{ id: randomUUID(), resource: PULLER }] })).rejects.toThrow('calibration-overdue')

    await go(page, dayPath(PULLER, dayOf(Date.now() + DAY)))
    await page.getByRole('button', { name: '新预约' }).press('Enter')
    await expect(dialog.getByText('“示例拉力机”校准有效期至')).toBeVisible()
    await look(page, 'ask-overdue')
    await page.keyboard.press('Escape')
    await open(page, '计量器具')
    await page.getByRole('button', { name: '实验室器具' }).press('Enter')
    await expect(page.getByText('“示例拉力机”已阻止新预约')).toBeVisible()
    await certify(page, addMonths(dayOf(Date.now()), -1), 'JZ-1')
    await expect(page.getByText('“示例拉力机”靠它测量')).toBeVisible()
    await expect(offers(there).getByRole('radio').first()).toBeChecked()
    await expect(offers(there)).not.toContainText('校准有效期至')
    await there.keyboard.press('Control+Enter')
    await expect(booked(there).getByRole('listitem')).toHaveCount(1)
    const id = (await booked(there).getByRole('link').getAttribute('href'))!.split('/').at(-1)!
    for (const at of [page, there]) await expect.poll(() => bookingOf(at, id)).toMatchObject({ status: 'confirmed', resources: [PULLER] })
  })

  // 2031-10-01 is a Wednesday, 2031-10-11 a Saturday.
  await test.step('nothing is booked into a holiday, and a make-up Saturday is', async () => {
    const rest = ['01', '02', '03', '04', '05', '06', '07'].map(day => ({ day: `2031-10-${day}`, name: '国庆节', kind: 'rest' as const, as: null }))
    await runOnDesk(page, 'calendar.setYear', { id: randomUUID(), year: 2031, fields: { days: { old: [], new: [...rest, { day: '2031-10-11', name: '国庆节', kind: 'work', as: 3 }], conflict: randomUUID() } } })
    const { page: there } = other
    const from = async (day: string): Promise<void> => {
      const date = there.getByRole('textbox', { name: '从' })
      await date.fill(day)
      await there.keyboard.press('Enter')
    }
    await tabInto(there, '[name=test]')
    await pickTest(there, '起毛起球')
    await from('2031-10-01')
    await expect(offers(there).getByRole('radio', { name: /10-08 三 08:30/ })).toBeVisible()
    await expect(runOnDesk(there, 'bookings.place', { id: randomUUID(), company: COMPANY, purpose: '', start: Date.UTC(2031, 9, 1, 1), end: Date.UTC(2031, 9, 1, 2), slots: [{ id: randomUUID(), resource: (await rowOf(there, 'tests', IDS['起毛起球']) as { parts: { resource: string }[] }).parts[0].resource }] })).rejects.toThrow('resource-closed')
    await from('2031-10-09')
    await expect(offers(there).getByRole('radio', { name: /10-09 四 08:30/ })).toBeVisible()
    await from('2031-10-11')
    await expect(offers(there).getByRole('radio').first()).toHaveAccessibleName(/10-11 六 08:30–09:30/)
    await look(there, 'find-make-up')
    await there.keyboard.press('Control+Enter')
    await expect(booked(there).getByRole('listitem')).toHaveCount(2)
    const id = (await booked(there).getByRole('link').nth(1).getAttribute('href'))!.split('/').at(-1)!
    for (const at of [page, there]) await expect.poll(() => bookingOf(at, id)).toMatchObject({ status: 'confirmed', start: Date.UTC(2031, 9, 11, 0, 30) })
  })

  await test.step('two companies that are one: merged at one desk, booked for and merged the other way at the other, both without a network', async () => {
    const { page: there } = other
    const twin = randomUUID()
    await runOnDesk(page, 'companies.register', { id: twin, name: '示例染整有限公司', uscc: null, address: null, contact: null, phone: null })
    await expect.poll(() => rowOf(there, 'companies', twin)).toMatchObject({ mergedInto: null })
    await expect(pill(page)).toContainText('已同步')
    for (const one of [cable, second]) one.pull()
    await open(page, '企业库')
    await expect(page.getByRole('region', { name: '可能重复的企业' })).toContainText('示例染整有限公司')
    await page.keyboard.press('Alt+m')
    await expect(page.getByText(/已记为 .* 的别名/)).toBeVisible()
    const { mergedInto } = (await rowOf(page, 'companies', COMPANY)) as Company
    const [alias, meant] = mergedInto === null ? [twin, COMPANY] : [COMPANY, twin]
    const booking = randomUUID()
    await runOnDesk(there, 'bookings.place', { id: booking, company: alias, purpose: '色牢度', start: Date.UTC(2031, 9, 13, 1), end: Date.UTC(2031, 9, 13, 2), slots: [{ id: randomUUID(), resource: RESOURCE }] })
    await runOnDesk(there, 'companies.merge', { id: meant, into: alias })
    expect(await rowOf(there, 'companies', meant)).toMatchObject({ mergedInto: alias })
    expect(await bookingOf(there, booking)).toMatchObject({ company: alias })

    cable.plug()
    await syncNow(page)
    await expect(pill(page)).toContainText('已同步')
    second.plug()
    await syncNow(there)
    for (const at of [page, there]) {
      await expect.poll(() => rowOf(at, 'companies', alias)).toMatchObject({ mergedInto: meant })
      await expect.poll(() => rowOf(at, 'companies', meant)).toMatchObject({ mergedInto: null })
      await expect.poll(() => bookingOf(at, booking)).toMatchObject({ status: 'confirmed', company: meant })
      await expect(pill(at)).toContainText('已同步')
    }
    await go(there, slipPath(booking))
    await expect(there.getByText(meant === twin ? '示例染整有限公司' : '示例染整', { exact: true })).toBeVisible()
  })
  for (const one of [cable, second]) await one.end()
})
