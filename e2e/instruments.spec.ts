import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { dayOf } from '#shared/bookings/times.ts'
import { addMonths, dayNumber, isoOf } from '#shared/lib/dates.ts'
import { expect, test } from './fixtures.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { certify, enterInstrument, registerCompany } from './pages/instruments-page.ts'
import { countPrints, printed } from './printed.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const TODAY = dayOf(Date.now())
const ago = (months: number, days = 0): string => later(addMonths(TODAY, -months), days)
const later = (day: string, days: number): string => isoOf(dayNumber(day) + days)

test('instruments are entered, certified, noted, proposed another interval, and printed on tags', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await registerCompany(page, '示例针织（绍兴）有限公司')
  await go(page, '/instruments')
  await expect(page.getByRole('heading', { name: '还没有登记企业的器具' })).toBeVisible()
  await look(page, 'instruments-none')

  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('alert')).toHaveText('请选一家企业：从列表里选，或写全称。')
  await page.keyboard.press('Escape')
  await enterInstrument(page, { 企业: '示例针织（绍兴）有限公司', 编号: 'KC-0117', 名称: '数显卡尺', 型号: 'SC-150', 测量范围: '0–150 mm', 准确度: '± 0.03 mm', 存放地点: '裁剪车间 2 号柜', 保管人: '示例·何', '最大允许误差 ±': '0.03', 误差单位: 'mm' })
  await expect(page.getByRole('option', { name: /KC-0117/ })).toContainText('到期未检')
  await certify(page, ago(36), 'JZ-1', '0.01')
  await certify(page, ago(24), 'JZ-2', '−0.01')
  await expect(page.getByRole('option', { name: /KC-0117/ })).toContainText('到期未检')
  await certify(page, ago(12, 10), 'JZ-3', '0.01')
  await expect(page.getByRole('option', { name: /KC-0117/ })).toContainText('即将到期')
  await expect(page.getByText('15 个月')).toBeVisible()

  // The file's fingerprint goes with a correction, and the older one stays.
  await page.getByRole('button', { name: '更正证书 JZ-3' }).click()
  await dialog(page).locator('input[type=file]').setInputFiles({ name: '证书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('abc') })
  await expect(dialog(page)).toContainText('ba78…15ad')
  await look(page, 'instruments-certificate')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText('第 2 版')).toBeVisible()
  await expect(page.getByText('保留', { exact: true })).toBeVisible()

  await enterInstrument(page, { 编号: 'TB-0213', 名称: '电子天平', 测量范围: '0–220 g', 准确度: 'I 级', 保管人: '示例·吴' })
  await certify(page, ago(2), 'JD-7')
  await expect(page.getByRole('option', { name: /TB-0213/ })).toContainText('在用')
  await page.keyboard.press('Alt+m')
  await dialog(page).getByRole('combobox', { name: '去向' }).selectOption('停用')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('option', { name: /TB-0213/ })).toContainText('停用')
  await enterInstrument(page, { 编号: 'WD-0031', 名称: '烘箱', 测量范围: '50–200 ℃', 准确度: '± 2 ℃' })
  await certify(page, ago(13), 'JZ-9')
  await page.getByRole('button', { name: /30 天内/ }).click()
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('button', { name: /30 天内/ }).click()
  await page.getByRole('option', { name: /KC-0117/ }).click()
  await expect(page.getByRole('img', { name: /调前误差：.*0\.01 ± 0\.01.*最大允许误差 ±0\.03 mm/ })).toBeVisible()
  await look(page, 'instruments')
  await page.keyboard.press('Alt+a')
  await expect(page.getByText('KC-0117 的间隔改为 15 个月，自下一张证书起')).toBeVisible()
  await expect(page.getByRole('option', { name: /KC-0117/ })).toContainText('即将到期')
  await page.getByRole('combobox', { name: /编号、名称/ }).press('Enter')
  await expect(dialog(page).getByLabel('间隔（月）')).toHaveValue('15')
  await look(page, 'instruments-dialog')
  await page.keyboard.press('Escape')

  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body > .sheet.tag > .tag')).toHaveCount(1)
  await page.getByRole('button', { name: /打印标签 3 张/ }).click()
  await expect(page.locator('body')).toHaveAttribute('data-prints', '2')
  expect(await printed(desk)).toEqual({ pages: 3, size: [50, 30] })
})

test('the lab’s own instrument: an overdue one is said to block its resource, and its certificate frees it', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await go(page, '/bookings/resources?new=1')
  await dialog(page).getByLabel('名称').fill('拉力机 LX-5')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /拉力机/ })).toBeVisible()
  await go(page, '/instruments')
  await page.getByRole('button', { name: '实验室器具' }).click()
  await page.keyboard.press('Alt+n')
  await dialog(page).getByLabel('编号', { exact: true }).fill('LJ-0007')
  await dialog(page).getByLabel('名称', { exact: true }).fill('拉力机')
  await dialog(page).getByRole('combobox', { name: '对应资源' }).selectOption('拉力机 LX-5')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('“拉力机 LX-5”已阻止新预约')).toBeVisible()
  // The day list says which instrument, and since when, in the place of a closed day.
  await go(page, `/bookings/day?day=${later(TODAY, 1)}`)
  await expect(page.getByText(/^这一天不接新预约：LJ-0007 拉力机 还没有校准证书。登记合格证书后恢复，已有的预约不动。$/)).toBeVisible()
  await expect(page.getByText('这一天不开放')).toHaveCount(0)
  await look(page, 'day-overdue')
  await go(page, '/instruments')
  await page.getByRole('button', { name: '实验室器具' }).click()
  await page.getByRole('option', { name: /LJ-0007/ }).click()
  await expect(page.getByText('“拉力机 LX-5”已阻止新预约')).toBeVisible()
  await certify(page, ago(1), 'JZ-1')
  await expect(page.getByText('“拉力机 LX-5”靠它测量')).toBeVisible()
  await expect(page.getByText('已阻止新预约')).toHaveCount(0)
})

test('due days in a calendar: a letter for the ticked company, noted as reminded, and an .ics file', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await registerCompany(page, '示例针织（绍兴）有限公司')
  await registerCompany(page, '示例灶具（嵊州）有限公司')
  await go(page, '/instruments/due')
  await expect(page.getByRole('heading', { name: '没有带到期日的器具' })).toBeVisible()
  await go(page, '/instruments')
  for (const [company, number, name, kind, day] of [['示例针织（绍兴）有限公司', 'KC-0117', '数显卡尺', '校准', ago(12)], ['示例灶具（嵊州）有限公司', 'YL-0102', '压力表', '检定', ago(12)], ['示例灶具（嵊州）有限公司', 'LJ-0007', '拉力机', '期间核查', ago(8)], ['示例针织（绍兴）有限公司', 'TB-0213', '电子天平', '检定', ago(14)]]) {
    await enterInstrument(page, { 企业: company, 编号: number, 名称: name }, kind)
    await expect(page.getByRole('option', { name: new RegExp(number), selected: true })).toBeVisible()
    await certify(page, day, `Z-${number}`)
  }
  await page.getByRole('link', { name: '到期日历' }).click()
  const today = page.getByRole('gridcell', { selected: true })
  await expect(today).toHaveAccessibleName(new RegExp(`^${TODAY}、.*检定 1、校准 1$`))
  await expect(page.getByRole('row', { name: /KC-0117/ })).toContainText('即将到期')
  await expect(page.getByText('本周按企业2 家 2 台')).toBeVisible()
  await look(page, 'due-calendar')

  await today.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('gridcell', { selected: true })).toHaveAccessibleName(new RegExp(`^${later(TODAY, 1)}、`))
  await expect(page.getByRole('gridcell', { selected: true })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('gridcell', { selected: true })).toHaveAccessibleName(new RegExp(`^${addMonths(TODAY, 1)}、`))
  await page.getByRole('button', { name: '本月' }).click()

  await page.getByLabel('示例灶具（嵊州）有限公司').check()
  await expect(page.getByRole('button', { name: '催检函 1 台' })).toBeVisible()
  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body')).toHaveAttribute('data-prints', '1')
  expect(await page.locator('body > .sheet.a4-landscape').textContent()).toMatch(/示例灶具（嵊州）有限公司：.*YL-0102压力表.*检定/)
  expect(await page.locator('body > .sheet.a4-landscape').textContent()).not.toContain('KC-0117')
  expect(await printed(desk)).toEqual({ pages: 1, size: [297, 210] })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.getByRole('button', { name: '记为已催' }).click()
  await expect(page.getByText(`${TODAY.slice(5)} 催过`)).toBeVisible()

  const path = await desk.saved(() => page.getByRole('button', { name: '导出 .ics 1 台' }).click())
  await expect(page.getByText('1 台已写入')).toBeVisible()
  const text = await readFile(path, 'utf8')
  expect(text).toContain(`DTSTART;VALUE=DATE:${TODAY.replaceAll('-', '')}\r\n`)
  expect(text).toContain('SUMMARY:YL-0102 压力表 检定到期\r\n')
})

test('a list is imported with every row accounted for, certificates with it, and not doubled by a second time', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await registerCompany(page, '示例针织（绍兴）有限公司')
  const list = `序号,使用单位,器具编号,器具名称,测量范围,溯源方式,检定周期,证书编号,检定日期
1,示例针织（绍兴）有限公司,KC-0117,数显卡尺,0–150 mm,校准,1年,JZ-1,${ago(12, 10)}
2,,TB-0213,电子天平,0–220 g,检定,12个月,,
3,没有这家,YL-0102,压力表,,检定,半年,,
4,,KC-0117,数显卡尺,0–200 mm,校准,12,,
5,,LJ-0007,拉力机,,检定/校准,12,,
`
  const upload = { name: '示例台账.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
  const take = async (): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles(upload)
    await expect(page.getByRole('combobox', { name: '“使用单位”对应' })).toHaveValue('owner')
    await page.getByLabel('没写企业的行，都是').fill('示例针织（绍兴）有限公司')
    await page.keyboard.press('Enter')
  }
  await go(page, '/instruments')
  await page.getByRole('link', { name: '导入' }).click()
  await look(page, 'instrument-list-none')
  await take()
  await expect(page.getByRole('region', { name: '前几行会是这样' })).toContainText('12 个月')
  await look(page, 'instrument-list-columns')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('读 5 行 = 新登记 2 + 并入 1 + 拒收 2')).toBeVisible()
  await expect(page.getByText('新登记里带证书 1 台')).toBeVisible()
  for (const text of ['没有登记“没有这家”这家', '“检定/校准”不是', '测量范围与已登记的“0–150 mm”不同']) await expect(page.getByRole('region', { name: '要看的行' })).toContainText(text)
  await look(page, 'instrument-list-account')
  const refused = await readFile(await desk.saved(() => page.getByRole('button', { name: '存为文件' }).click()), 'utf8')
  expect(refused.split('\r\n')[1]).toMatch(/^3,没有这家,YL-0102,压力表,/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已登记 2 台，证书 1 张')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('option', { name: /KC-0117/ })).toContainText('即将到期')
  await expect(page.getByRole('option', { name: /TB-0213/ })).toContainText('到期未检')

  await page.getByRole('link', { name: '导入' }).click()
  await page.getByRole('button', { name: '再导一份' }).click()
  await take()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('读 5 行 = 新登记 0 + 并入 3 + 拒收 2')).toBeVisible()
  await expect(page.getByText('没有要登记的。')).toBeVisible()
})

test('a company’s instrument is booked from its pane, stands as booked with its slip, as brought once it is, and its certificate ends that', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const [lab, resource, testId] = [randomUUID(), randomUUID(), randomUUID()]
  await runOnDesk(page, 'labs.add', { id: lab, name: '示例计量室', address: null, opening: null, contact: null, example: true })
  await runOnDesk(page, 'resources.add', { id: resource, name: '示例长度台', lab, lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 480, to: 1080 })), granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 60 })
  await runOnDesk(page, 'labs.addTest', { id: testId, lab, object: '卡尺', parameter: '示值误差', number: 'JJG 30-2012', range: null, sample: null, parts: [{ resource, minutes: 60, after: { least: 0, most: null } }], prices: [{ urgency: 'normal', fen: 8000, days: 3 }] })
  await registerCompany(page, '示例针织（绍兴）有限公司')
  await go(page, '/instruments')
  await enterInstrument(page, { 企业: '示例针织（绍兴）有限公司', 编号: 'KC-0117', 名称: '数显卡尺' })
  await certify(page, ago(12, 10), 'JZ-1')
  const row = page.getByRole('option', { name: /KC-0117/ })
  await expect(row).toContainText('即将到期')
  const pane = page.getByRole('complementary', { name: '选中的器具' })
  await expect(pane.getByRole('button', { name: '预约校准' })).toBeVisible()

  await page.keyboard.press('Alt+b')
  await expect(page.getByRole('combobox', { name: '检测项目' })).toBeFocused()
  await expect(page.getByRole('combobox', { name: '企业' })).toHaveValue('示例针织（绍兴）有限公司')
  await expect(page.getByText('KC-0117')).toBeVisible()
  await page.getByRole('textbox', { name: '从' }).fill(later(TODAY, 1))
  await page.getByRole('combobox', { name: '检测项目' }).focus()
  await page.keyboard.type('示值误差')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: '可约时段' }).getByRole('radio')).not.toHaveCount(0)
  await look(page, 'find-piece')
  await page.keyboard.press('Control+Enter')
  const booked = page.getByRole('region', { name: '本次已约' })
  await expect(booked.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('KC-0117')).toHaveCount(0)
  await booked.getByRole('link').click()
  await expect(page.getByRole('link', { name: 'KC-0117 数显卡尺' })).toBeVisible()
  await look(page, 'slip-piece')
  await countPrints(page)
  await page.keyboard.press('F8')
  await expect(page.locator('body > .sheet.a5')).toContainText('KC-0117 数显卡尺')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await go(page, `/bookings?day=${later(TODAY, 1)}`)
  await expect(page.getByRole('gridcell', { name: /KC-0117 数显卡尺/ })).toBeVisible()
  await look(page, 'board-piece')
  await go(page, `/bookings/day?resource=${resource}&day=${later(TODAY, 1)}`)
  await expect(page.getByRole('row', { name: /示例针织/ })).toContainText('KC-0117 数显卡尺')
  await look(page, 'day-piece')

  await go(page, '/instruments')
  await expect(row).toContainText('已预约')
  await expect(pane.getByText('暂定')).toBeVisible()
  await expect(pane.getByRole('button', { name: '预约校准' })).toHaveCount(0)
  await look(page, 'instruments-booked')
  await page.keyboard.press('Alt+m')
  await expect(dialog(page).getByRole('option', { name: '已预约' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '到期日历' }).click()
  await page.getByRole('gridcell', { selected: true }).focus()
  for (let days = 0; days < 10; days++) await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('row', { name: /KC-0117/ })).toContainText('已预约')
  await expect(page.getByRole('row', { name: /KC-0117/ }).getByRole('link')).toHaveCount(2)
  await look(page, 'due-booked')
  await go(page, '/instruments')
  await pane.getByRole('link', { name: /预约/ }).click()
  await page.getByRole('button', { name: '到场' }).click()
  await go(page, '/instruments')
  await expect(row).toContainText('送检中')
  await certify(page, TODAY, 'JZ-2')
  await expect(row).toContainText('在用')
  await expect(pane.getByRole('link', { name: /预约/ })).toHaveCount(0)
})

test('the lab’s own come with a list, linked by number; a due day without a certificate is said as imported and blocks its resource once passed', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const resource = randomUUID()
  await runOnDesk(page, 'resources.add', { id: resource, name: '示例分光光度计 UV-02', lanes: 1, approval: false, open: true, hours: [], granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  const late = isoOf(dayNumber(dayOf(Date.now())) - 3)
  const list = `管理编号,设备名称,上次校准日期,下次校准日期
UV-02,分光光度计,,${late}
TP-1,电子天平,2026-01-05,2099-01-04
TP-2,电子天平,2026-01-05,
`
  await go(page, '/instruments')
  await page.getByRole('link', { name: '导入' }).click()
  await page.locator('input[type=file]').setInputFiles({ name: '示例设备.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await page.getByRole('checkbox', { name: '实验室自有' }).check()
  await look(page, 'instrument-list-own')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('读 3 行 = 新登记 2 + 并入 0 + 拒收 1')).toBeVisible()
  for (const text of ['只有到期日、没有证书 2 台', '编号对上资源 1 台']) await expect(page.getByText(text)).toBeVisible()
  await look(page, 'instrument-list-own-account')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已登记 2 台，证书 0 张')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('option', { name: /UV-02/ }).click()
  await expect(page.getByRole('option', { name: /UV-02/ })).toContainText('到期未检')
  await expect(page.getByText(`到期日 ${late} 是从“示例设备.csv”导入的，没有证书`)).toBeVisible()
  await look(page, 'instrument-listed')
  expect(await rowOf(page, 'resources', resource)).toMatchObject({ calibration: { due: late } })
})
