import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { dayOf, midnightOf } from '#shared/bookings/times.ts'
import { dayNumber, isoOf } from '#shared/lib/dates.ts'
import { expect, test } from './fixtures.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const CSV = `序号,检测对象,项目/参数,检测标准（方法）名称及编号（含年号）,测量范围,CMC,场所,有效期至
1,纺织品,甲醛含量,GB/T 2912.1-2009,20–3500 mg/kg,8 %,柯桥,
2,,甲醛含量,GB/T 2912.1—2009,20–3500 mg/kg,8 %,柯桥,
3,,pH 值,GB/T 7573-2009,2–12,0.20,柯桥,
4,,耐水色牢度,GB/T 5713-2013,1–5 级,,柯桥,
5,,耐汗渍色牢度,GB/T 3922-2013,1–5 级,,柯桥,2020-09-30
6,,异味,按客户要求,定性,,,
7,,耐摩擦色牢度,GB/T 3920-2008；ISO 105-X12:2016,,,,
`

test('a lab is entered, its scope imported with every row accounted for, its tests held against the scope', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await go(page, '/labs')
  await expect(page.getByRole('heading', { name: '还没有实验室' })).toBeVisible()
  await look(page, 'labs-none')
  await page.getByRole('button', { name: '登记实验室' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toContainText('请填名称')
  await dialog(page).getByLabel('名称').fill('示例检测中心')
  await dialog(page).getByLabel('场所').fill('柯桥')
  await dialog(page).getByLabel('开放').fill('8:30–17:00')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '示例检测中心' })).toBeVisible()

  await page.keyboard.press('Alt+i')
  await page.locator('input[type=file]').setInputFiles({ name: '能力表.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
  await expect(dialog(page)).toContainText('读 7 行 = 保留 4 + 合并 1 + 拒收 2')
  await expect(dialog(page)).toContainText('“按客户要求”里没有可用的方法编号')
  await dialog(page).getByLabel('证书编号', { exact: true }).fill('L00000')
  await dialog(page).getByRole('textbox', { name: '有效期至' }).fill('2030-03-31')
  await dialog(page).getByRole('combobox', { name: 'CMC 作为' }).selectOption('忽略')
  await dialog(page).getByRole('combobox', { name: 'CMC 作为' }).selectOption('CMC')
  await expect(dialog(page)).toContainText('比上一版：新增 4，变更 0，未变 0，消失 0')
  await look(page, 'labs-import')
  await expect(dialog(page).getByRole('button', { name: '存为文件' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toContainText('能力表已导入')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('读 7 行 = 保留 4 + 合并 1 + 拒收 2')).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(4)
  await expect(page.getByRole('option', { name: /耐汗渍色牢度/ })).toContainText('已过期')

  await expect(dialog(page)).toHaveCount(0)
  await go(page, '/bookings/resources?new=1')
  await dialog(page).getByLabel('名称').fill('示例分光光度计')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /示例分光光度计/ })).toBeVisible()
  await go(page, '/labs?tab=resources')
  await page.getByRole('combobox', { name: '未归实验室的资源' }).selectOption('示例分光光度计')
  await page.getByRole('button', { name: '归到这里' }).click()
  await page.getByRole('combobox', { name: '示例分光光度计 的种类' }).selectOption('仪器')
  await expect(page.getByRole('tab', { name: /资源/ })).toContainText('1')
  await look(page, 'labs-resources')
  await page.getByRole('tab', { name: /检测目录/ }).click()
  for (const [parameter, method, range] of [['甲醛含量', 'GB/T 2912.1-2009', '75 mg/kg'], ['甲醛含量（低）', 'GB/T 2912.1-2009', ''], ['甲醛含量', 'GB/T 2912.1-2009', '5 mg/kg']]) {
    await page.keyboard.press('Alt+n')
    await dialog(page).getByLabel('检测对象').fill('纺织品')
    await dialog(page).getByLabel('参数').fill(parameter)
    await dialog(page).getByLabel('方法及年号').fill(method)
    await dialog(page).getByLabel('范围').fill(range)
    await dialog(page).getByRole('combobox', { name: '资源' }).selectOption('示例分光光度计')
    await dialog(page).getByRole('group', { name: '普通' }).getByLabel('元').fill('120.5')
    await dialog(page).getByRole('group', { name: '普通' }).getByLabel('工作日').fill('5')
    if (range === '5 mg/kg') await look(page, 'labs-test')
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toHaveCount(0)
  }
  await expect(page.getByRole('row', { name: /75 mg\/kg/ })).toContainText('在范围内')
  await expect(page.getByRole('row', { name: /甲醛含量（低）/ })).toContainText('未认可·不带标识')
  await expect(page.getByRole('row', { name: /[^7]5 mg\/kg/ })).toContainText('超出范围')
  await look(page, 'labs-tests')

  await page.getByRole('tab', { name: /能力范围/ }).click()
  await expect(page.getByRole('option')).toHaveCount(6)
  await page.getByRole('combobox', { name: '找对象、参数、方法' }).focus()
  await page.keyboard.press('ArrowDown')
  await look(page, 'labs-scope')
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Alt+3')

  // The same file again changes nothing; one that lacks a row ends it, and says so before.
  await page.keyboard.press('Alt+i')
  await page.locator('input[type=file]').setInputFiles({ name: '能力表.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV.replace(/4,,耐水.*\n/, '').replace('2–12', '1–14')) })
  await dialog(page).getByLabel('证书编号', { exact: true }).fill('L00000')
  await dialog(page).getByRole('textbox', { name: '有效期至' }).fill('2030-03-31')
  await expect(dialog(page)).toContainText('比上一版：新增 0，变更 1，未变 2，消失 1')
  await expect(dialog(page)).toContainText('文件里没有的 1 行会撤下')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('option')).toHaveCount(5)
})

test('the example of one’s own complex is put in by one action and removed by one; what was changed stays and is named', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await go(page, '/labs')
  await page.getByRole('button', { name: '放入示例目录' }).click()
  await expect(page.getByRole('heading', { name: '示例纺织检测中心' })).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(6)
  await expect(page.getByRole('option', { name: /禁用偶氮染料/ })).toContainText('未认可·不带标识')
  await look(page, 'labs-example')
  await page.getByRole('button', { name: '移除示例' }).click()
  await expect(page.getByRole('heading', { name: '还没有实验室' })).toBeVisible()

  await page.getByRole('combobox', { name: '哪个综合体的示例' }).selectOption('新昌轴承综合体')
  await page.getByRole('button', { name: '放入示例目录' }).click()
  await page.getByRole('tab', { name: /检测目录/ }).click()
  await page.getByRole('button', { name: '修改 倒角尺寸' }).click()
  await dialog(page).getByLabel('样品').fill('6 套')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: '移除示例' }).click()
  await expect(page.getByText('滚动轴承 倒角尺寸（已改动）')).toBeVisible()
  await expect(page.getByRole('tab', { name: /检测目录/ })).toContainText('1')
  await page.getByRole('tab', { name: /资源/ }).click()
  await expect(page.getByRole('row', { name: /轮廓仪/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /寿命试验机/ })).toHaveCount(0)
})

test('a replaced edition: the line and the test name the bookings that rest on it, one is subcontracted with consent, the line is corrected', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const [lab, resource, old, rub, company] = [1, 2, 3, 4, 5].map(() => randomUUID())
  const tomorrow = isoOf(dayNumber(dayOf(Date.now())) + 1)
  const start = midnightOf(tomorrow) + 9 * 3600_000
  await runOnDesk(page, 'labs.add', { id: lab, name: '示例检测中心', address: null, opening: null, contact: null, example: false })
  await runOnDesk(page, 'resources.add', { id: resource, name: '示例摩擦色牢度仪', lab, lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 510, to: 1020 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(page, 'labs.takeScope', { id: lab, ended: [], account: null, rows: [{ id: old, scheme: 'CNAS', certificate: 'L00000', object: '纺织品', parameter: '耐摩擦色牢度', number: 'GB/T 3920-1997', clause: null, range: '1–5 级', cmc: null, site: null, from: null, until: '2099-12-31' }] })
  for (const [id, parameter] of [[rub, '耐摩擦色牢度'], [randomUUID(), '耐摩擦色牢度（湿）']]) await runOnDesk(page, 'labs.addTest', { id, lab, object: '纺织品', parameter, number: 'GB/T 3920-1997', range: null, sample: null, parts: [{ resource, minutes: 60, after: { least: 0, most: null } }], prices: [] })
  await runOnDesk(page, 'companies.register', { id: company, name: '示例童装', uscc: null, address: null, contact: null, phone: null })
  await runOnDesk(page, 'bookings.place', { id: randomUUID(), company, purpose: '', start, end: start + 3600_000, slots: [{ id: randomUUID(), resource }], test: { id: rub, range: null, urgency: 'normal', seen: null } })

  await go(page, '/labs')
  const row = page.getByRole('option', { name: /耐摩擦色牢度 / })
  await expect(row).toContainText('预约1')
  await expect(row).toContainText('版次不同·待扩项')
  const pane = page.getByRole('complementary', { name: '所选的一行' })
  for (const text of ['GB/T 3920—2008', '仍用此版的预约', '示例童装', '申请扩项或变更', '预约保留当时得到的答复']) await expect(pane).toContainText(text)
  await look(page, 'labs-uses')
  await page.getByRole('tab', { name: /检测目录/ }).click()
  await page.getByText('1 个预约仍用此版').click()
  await expect(page.getByRole('row', { name: /耐摩擦色牢度 / }).getByRole('link')).toHaveCount(1)
  await look(page, 'labs-tests-uses')
  await page.getByRole('tab', { name: /能力范围/ }).click()

  await pane.getByRole('button', { name: '改正这一行' }).click()
  await dialog(page).getByLabel('有效期至').fill('2099')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toContainText('止不早于起')
  await dialog(page).getByLabel('有效期至').fill('2098-12-31')
  await look(page, 'labs-correct')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(row).toContainText('2098-12-31')
  await expect(row).toContainText('预约1')
  expect(await rowOf(page, 'scope_rows', old)).toMatchObject({ retired: true, until: '2099-12-31' })

  await go(page, '/bookings/find')
  await page.getByRole('combobox', { name: '企业' }).fill('sltz')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '从' }).fill(tomorrow)
  await page.getByRole('combobox', { name: '检测项目' }).fill('（湿）')
  await page.keyboard.press('Enter')
  await page.getByLabel('分包给').fill('示例检测所')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('分包要同时写明')).toBeVisible()
  await look(page, 'find-subcontract')
  await page.getByLabel('同意人').fill('示例·陈')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('region', { name: '本次已约' }).getByRole('link').click()
  await expect(page.getByText('由 示例检测所 承担，示例·陈 同意')).toBeVisible()
  await look(page, 'slip-subcontract')
})
