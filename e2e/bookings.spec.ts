import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { usccCheck } from '#shared/companies/uscc.ts'

const rail = (page: Page, name: string) => page.getByRole('navigation', { name: '功能' }).getByRole('link', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const CODE = '91330602147123456' + usccCheck('91330602147123456')
const find = (page: Page) => page.getByRole('combobox', { name: /首字母/ })

const register = async (page: Page, name: string, code = ''): Promise<void> => {
  await expect(find(page)).toBeVisible()
  await page.keyboard.press('Alt+N')
  await dialog(page).getByLabel('名称').fill(name)
  await dialog(page).getByLabel('统一社会信用代码').fill(code)
  await page.keyboard.press('Control+Enter')
}

const addResource = async (page: Page, name: string, more: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> => {
  await page.keyboard.press('Alt+N')
  await expect(dialog(page).getByLabel('名称')).toBeFocused()
  await page.keyboard.type(name)
  for (const day of ['周六', '周日']) await dialog(page).getByLabel(day).fill('08:30-12:00 13:30-17:00')
  await more(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}

test('companies are registered offline, found by initials, and a wrong code is said and kept as unverified', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await rail(page, '企业库').click()
  await expect(page.getByRole('heading', { name: '还没有登记企业' })).toBeVisible()
  await look(page, 'companies-none')
  await register(page, '示例针织（绍兴）有限公司', '91330602DOEM002110')
  await expect(dialog(page).getByRole('alert')).toContainText('第 10 位是“O”')
  await look(page, 'companies-fault')
  await page.keyboard.press('Control+S')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('option', { name: /示例针织.*未核验/ })).toBeVisible()
  await expect(find(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await register(page, '示例轴承股份有限公司', CODE)
  await expect(dialog(page)).toBeHidden()
  await expect(find(page)).toHaveValue('示例轴承股份有限公司')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(2)
  await find(page).fill('zc')
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: '按首字母找到 1 家' })).toBeVisible()
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('电话').fill('13800000012')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary', { name: '选中的企业' })).toContainText('138****0012')
  await expect(page.getByRole('complementary', { name: '选中的企业' })).toContainText('已保存在本机，待上传')
  await look(page, 'companies')
  await find(page).fill('没有')
  await expect(page.getByRole('heading', { name: '没有“没有”这家' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('slzz')
  await expect(dialog(page).getByText('示例针织（绍兴）有限公司')).toBeVisible()
})

test('what is booked offline is tentative, the third waits, and a freed time is offered', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await rail(page, '企业库').click()
  for (const name of ['示例童装', '示例家纺', '示例毛衫']) {
    await register(page, name)
    await expect(dialog(page)).toBeHidden()
  }
  await rail(page, '检测预约').click()
  await expect(page.getByRole('heading', { name: '还没有可预约的资源' })).toBeVisible()
  await page.getByRole('button', { name: '添加资源' }).click()
  await expect(dialog(page)).toBeVisible()
  await look(page, 'resource-dialog')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await addResource(page, '色牢度室', async at => at.getByRole('dialog').getByLabel('同时可接').fill('2'))
  await addResource(page, '前处理间', async at => at.getByRole('dialog').getByLabel('预约需要实验室批准').check())
  await look(page, 'resources')
  await page.getByRole('button', { name: '色牢度室 对企业开放' }).click()
  await expect(page.getByRole('button', { name: '色牢度室 对企业开放' })).toHaveAttribute('aria-pressed', 'false')

  // Tomorrow morning, so that the time of day of the test doesn't matter.
  await page.getByRole('link', { name: '色牢度室' }).click()
  await expect(page.getByRole('textbox', { name: '日期' })).toBeVisible()
  await page.keyboard.press('Alt+PageDown')
  await page.getByRole('button', { name: '预约 08:30–12:00' }).click()
  await dialog(page).getByRole('combobox', { name: '企业', exact: true }).fill('sltz')
  await page.keyboard.press('Enter')
  await look(page, 'ask')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toBeHidden()
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(row('示例童装')).toContainText('暂定')
  await expect(row('示例童装')).toContainText('08:30–09:30')
  for (const [initials, name] of [['sljf', '示例家纺'], ['slms', '示例毛衫']] as const) {
    await page.keyboard.press('Alt+N')
    await expect(dialog(page).getByRole('combobox', { name: '企业', exact: true })).toBeFocused()
    await page.keyboard.type(initials)
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('textbox', { name: '日期' }).fill(await page.getByRole('textbox', { name: '日期' }).first().inputValue())
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('combobox', { name: '开始' }).selectOption({ label: name === '示例毛衫' ? '08:30 已满' : '08:30' })
    if (name === '示例毛衫') await expect(dialog(page).getByText('已满，存下后排候补第 1')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toBeHidden()
  }

  // The third is lost: its slip offers three other times.
  await expect(page.getByRole('heading', { name: /^\d{8}-[0-9A-Z]{6}$/ })).toBeVisible()
  await expect(page.getByText('本机看已满，候补第 1')).toBeVisible()
  const lost = page.getByRole('region', { name: '时段没有约到' })
  await expect(lost.getByRole('radio')).toHaveCount(3)
  await look(page, 'slip-lost')
  await page.getByRole('button', { name: '留在候补' }).click()
  await expect(page.getByText('留在候补，有空位时由中心通知。')).toBeVisible()
  await page.getByRole('navigation', { name: '返回' }).getByRole('link').click()

  await expect(row('示例毛衫')).toContainText('候补第 1')
  await look(page, 'day')
  await page.getByRole('button', { name: /取消：示例童装/ }).click()
  await dialog(page).getByLabel('原因').fill('客户改主意')
  await look(page, 'cancel')
  await page.keyboard.press('Control+Enter')
  await expect(row('示例童装')).toContainText('本机：已取消，待中心确认')
  await expect(page.getByRole('complementary', { name: '候补' })).toContainText('这个时段现在有空')

  // Another window takes one of the offered times: it is struck through where it stands.
  await page.getByRole('complementary', { name: '候补' }).getByRole('link', { name: '示例毛衫' }).click()
  await page.getByRole('button', { name: '看别的时段' }).click()
  await expect(lost.getByRole('radio')).toHaveCount(3)
  const offered = await lost.locator('b').allTextContents()
  const second = await desk.newWindow()
  await go(second, new URL(page.url()).hash.slice(1))
  await second.getByRole('button', { name: '看别的时段' }).click()
  await second.getByRole('region', { name: '时段没有约到' }).getByRole('radio').nth(1).check()
  await second.getByRole('button', { name: /^改到/ }).click()
  await expect(second.getByRole('region', { name: '时段没有约到' })).toBeHidden()
  await expect(page.getByRole('region', { name: '时段没有约到' })).toBeHidden()
  await expect(page.locator('dd b')).toHaveText(offered[1])
  await expect(page.locator('dd del')).toHaveCount(1)

  // Nothing that only the centre can say is said here, in either language.
  await expect(page.getByText('已确认')).toBeHidden()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('english')
  await dialog(page).getByRole('option', { name: /English/ }).click()
  await expect(page.getByText('seems free; to be confirmed')).toBeVisible()
  await page.getByRole('navigation', { name: 'Back' }).getByRole('link').click()
  await expect(page.getByRole('row', { name: /示例家纺/ })).toContainText('Tentative')
  await look(page, 'day-english')
})
