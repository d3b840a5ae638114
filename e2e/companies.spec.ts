import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const find = (page: Page) => page.getByRole('combobox', { name: /首字母/ })
const options = (page: Page) => page.getByRole('option')
const bar = (page: Page) => page.getByRole('region', { name: '可能重复的企业' })

const open = async (page: Page): Promise<void> => {
  await firstStart(page)
  await page.getByRole('navigation', { name: '功能' }).getByRole('link', { name: '企业库' }).click()
  await expect(find(page)).toBeVisible()
}
const register = async (page: Page, name: string, phone = ''): Promise<void> => {
  await page.keyboard.press('Alt+N')
  await dialog(page).getByLabel('名称').fill(name)
  await dialog(page).getByLabel('电话').fill(phone)
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Escape')
}

test('two that look like one are merged as alias by a key, undone, parted again, or told apart for good', async ({ desk }) => {
  const { page } = desk
  await open(page)
  await register(page, '示例针织（绍兴）有限公司', '13800000012')
  await register(page, '示例轴承股份有限公司')
  await expect(bar(page)).toBeHidden()
  await register(page, '示例针织绍兴公司', '138-0000-0012')
  await expect(bar(page)).toContainText('示例针织（绍兴）有限公司 与 示例针织绍兴公司 像是同一家')
  await expect(bar(page)).toContainText('去掉公司类型和地名后名称相同、电话相同')
  await look(page, 'companies-alike')

  await page.keyboard.press('Alt+M')
  await expect(options(page)).toHaveCount(2)
  await expect(bar(page)).toBeHidden()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(options(page)).toHaveCount(3)

  await page.keyboard.press('Alt+M')
  await expect(options(page)).toHaveCount(2)
  await find(page).fill('示例针织绍兴公司')
  await expect(options(page)).toHaveCount(1)
  const pane = page.getByRole('complementary', { name: '选中的企业' })
  await expect(pane.getByRole('heading', { name: '示例针织（绍兴）有限公司' })).toBeVisible()
  await expect(pane).toContainText('138-0000-0012')
  await look(page, 'companies-alias')
  await pane.getByRole('button', { name: '把 示例针织绍兴公司 拆开' }).click()
  await find(page).fill('')
  await expect(options(page)).toHaveCount(3)

  await bar(page).getByRole('button', { name: '不是同一家' }).click()
  await expect(bar(page)).toBeHidden()
  await page.reload()
  await expect(options(page)).toHaveCount(3)
  await expect(bar(page)).toBeHidden()
})
