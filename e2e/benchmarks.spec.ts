import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const limit = (page: Page) => page.getByRole('textbox', { name: '限值原文' })

test('a set begins with GB 18401-2010, its next edition is drafted, mended and published by keyboard', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await go(page, '/benchmarks/sets')
  await expect(page.getByRole('heading', { name: '还没有指标集' })).toBeVisible()
  await look(page, 'sets-none')
  await page.getByRole('button', { name: '放入起始集' }).click()
  await expect(page.getByRole('heading', { name: '国家纺织产品基本安全技术规范' })).toBeVisible()
  await expect(page.getByText('9 项，3 列，第 1 版')).toBeVisible()
  const list = page.getByRole('listbox', { name: '指标与限值' })
  await expect(list.getByRole('option').first()).toContainText('≤20')
  await page.getByRole('button', { name: /B 类/ }).click()
  await expect(list.getByRole('option').first()).toContainText('≤75')
  await look(page, 'set-used')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('9 项，3 列，第 2 版')).toBeVisible()
  await page.getByRole('button', { name: '加参照列' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toContainText('请填标准编号')
  await dialog(page).getByLabel('类别').selectOption({ label: '目标' })
  await dialog(page).getByLabel('列名').fill('自定 2027')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: /目标 自定/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('combobox', { name: '查找' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await limit(page).fill('≤7,5')
  await expect(page.locator('#limit-read')).toContainText('小数点用“.”')
  await page.keyboard.press('Enter')
  await look(page, 'set-draft')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('还有 1 条限值读不懂')).toBeVisible()
  await limit(page).fill('5.0～7.0')
  await page.keyboard.press('Enter')
  await expect(page.locator('#limit-read')).toContainText('读作：5.0 至 7.0')

  await page.keyboard.press('Alt+n')
  await dialog(page).getByLabel('名称', { exact: true }).fill('水洗收缩率')
  await dialog(page).getByLabel('单位').fill('%')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(list.getByRole('option').filter({ hasText: '水洗收缩率' })).toContainText('方法待选')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('第 2 版已发布')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '第 1 版' })).toContainText('停用')
  await look(page, 'set-published')
})
