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

test('a list of a thousand is read, shown, registered in parts and not doubled by a second time', async ({ desk }) => {
  const { page } = desk
  await open(page)
  await register(page, '示例轴承股份有限公司', '0575-80000035')
  const lines = Array.from({ length: 1000 }, (_, i) => `${i + 1},示例织造${i + 1}号有限公司,,联系${i + 1},${13800000000 + i},示例路 ${i + 1} 号`)
  const list = ['序号,单位名称,社会信用代码,经办人,联系电话,住所', ...lines, '1001,,,无名,1,', '1002,示例轴承股份有限公司,,示例,0575-80000036,', '1003,示例织造1号有限公司,,,,'].join('\n')
  const upload = { name: '示例名单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
  await page.getByRole('button', { name: '导入名单' }).click()
  await page.locator('input[type=file]').setInputFiles(upload)
  await expect(page.getByRole('combobox', { name: '“单位名称”对应' })).toHaveValue('name')
  await expect(page.getByRole('region', { name: '前几行会是这样' })).toContainText('示例织造5号有限公司')
  await look(page, 'company-list-columns')
  await page.getByRole('combobox', { name: '“单位名称”对应' }).selectOption('none')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('哪一列是企业名称')
  await page.getByRole('combobox', { name: '“单位名称”对应' }).selectOption('name')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('读 1,003 行 = 新登记 1,000 + 并入 2 + 拒收 1')).toBeVisible()
  await expect(page.getByRole('region', { name: '要看的行' })).toContainText('没有企业名称')
  await expect(page.getByRole('region', { name: '要看的行' })).toContainText('电话与已登记的“0575-80000035”不同')
  await look(page, 'company-list-account')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已登记 1,000 家，补上 1 家')).toBeVisible({ timeout: 30_000 })
  await look(page, 'company-list-ended')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1,001 家', { exact: true })).toBeVisible()
  await find(page).fill('zhizao999')
  await expect(options(page)).toHaveCount(1)

  await page.getByRole('button', { name: '导入名单' }).click()
  await page.getByRole('button', { name: '再导一份' }).click()
  await page.locator('input[type=file]').setInputFiles(upload)
  await expect(page.getByRole('region', { name: '前几行会是这样' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('读 1,003 行 = 新登记 0 + 并入 1,002 + 拒收 1')).toBeVisible()
  await expect(page.getByText('没有要登记的，也没有要补的。')).toBeVisible()
})

test('a company has several contacts, sites and products, changed and ended in its pane, and an alias brings its own', async ({ desk }) => {
  const { page } = desk
  await open(page)
  await register(page, '示例针织（绍兴）有限公司')
  const pane = page.getByRole('complementary', { name: '选中的企业' })
  const add = async (button: string, values: Record<string, string>): Promise<void> => {
    await pane.getByRole('button', { name: button }).click()
    await expect(dialog(page).getByRole('textbox').first()).toBeFocused()
    for (const [label, value] of Object.entries(values)) await dialog(page).getByLabel(label).fill(value)
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toBeHidden()
  }
  await add('添加联系人', { 姓名: '示例·吴', 职务: '质检经理', 电话: '13800000012' })
  await add('添加联系人', { 姓名: '示例·郑', 职务: '财务', 电话: '0575-80000035' })
  await add('添加场所', { 场所名称: '柯北仓库', 地址: '示例路 8 号' })
  await add('添加产品', { 产品名称: '罗纹布' })
  const contacts = pane.getByRole('region', { name: '其他联系人' })
  await expect(contacts.getByRole('listitem')).toHaveCount(2)
  await look(page, 'company-parts')
  await contacts.getByRole('button', { name: '修改 示例·郑' }).click()
  await dialog(page).getByLabel('电话').fill('0575-80000036')
  await look(page, 'company-part-dialog')
  await page.keyboard.press('Control+Enter')
  await expect(contacts).toContainText('0575-80000036')
  await contacts.getByRole('button', { name: '停用 示例·吴' }).click()
  await expect(contacts.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(contacts.getByRole('listitem')).toHaveCount(2)

  await find(page).focus()
  await register(page, '示例针织绍兴公司')
  await find(page).fill('示例针织绍兴公司')
  await expect(pane.getByRole('heading', { name: '示例针织绍兴公司' })).toBeVisible()
  await add('添加产品', { 产品名称: '针织 T 恤' })
  await page.keyboard.press('Alt+M')
  await expect(pane.getByRole('heading', { name: '示例针织（绍兴）有限公司' })).toBeVisible()
  await expect(pane.getByRole('region', { name: '产品' })).toContainText('针织 T 恤')
  await expect(pane.getByRole('region', { name: '产品' })).toContainText('罗纹布')
})
