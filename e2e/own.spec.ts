import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { OWN_PATH, standardPath } from '../renderer/standards/paths.ts'

const STANDARD = 'GB/T 2912.1-2009'

test('a standard is followed and noted without a hub, and stays so after a crash', async ({ desk }) => {
  let { page } = desk
  await firstStart(page)
  await go(page, standardPath(STANDARD))
  const follow = () => page.getByRole('button', { name: '关注', exact: true })
  const notes = () => page.getByRole('region', { name: '笔记' })
  await expect(follow()).toHaveAttribute('aria-pressed', 'false')
  await follow().click()
  await expect(follow()).toHaveAttribute('aria-pressed', 'true')
  await expect(notes().getByText('还没有笔记。')).toBeVisible()
  await notes().getByLabel('写一条笔记').fill('客户问过\n水萃取法')
  await page.keyboard.press('Control+Enter')
  await expect(notes().getByRole('listitem')).toContainText('客户问过\n水萃取法')
  await expect(notes().getByRole('listitem').getByText('已保存在本机')).toBeVisible()
  await expect(notes().getByLabel('写一条笔记')).toHaveValue('')
  await expectAccessible(page)

  await desk.kill()
  page = await desk.restart()
  await go(page, standardPath(STANDARD))
  await expect(follow()).toHaveAttribute('aria-pressed', 'true')
  await expect(notes().getByRole('listitem')).toHaveCount(1)
  await notes().getByRole('button', { name: /^撤回/ }).click()
  await expect(notes().getByRole('listitem')).toHaveCount(0)
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(notes().getByRole('listitem')).toContainText('客户问过')
  await follow().press('Space')
  await expect(follow()).toHaveAttribute('aria-pressed', 'false')
})

test('what one window writes, another shows', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await go(page, standardPath(STANDARD))
  const second = await desk.newWindow()
  await go(second, standardPath(STANDARD))
  await expect(second.getByRole('button', { name: '关注', exact: true })).toHaveAttribute('aria-pressed', 'false')
  await page.getByRole('button', { name: '关注', exact: true }).click()
  await expect(second.getByRole('button', { name: '关注', exact: true })).toHaveAttribute('aria-pressed', 'true')
})

test('own standards are added, found and changed by key', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await page.getByRole('link', { name: '企业标准' }).click()
  await expect(page.getByRole('heading', { name: '还没有登记企业标准' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '登记' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('编号')).toBeFocused()
  await page.keyboard.type('GB/T 1')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('编号要以 Q/ 开头')
  await dialog.getByLabel('编号').fill('q/xczc 001—2025')
  await dialog.getByLabel('名称').fill('滚动轴承 套圈毛坯')
  await dialog.getByLabel('实施日期').fill('2025-06')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  const row = page.getByRole('row', { name: /Q\/XCZC 001—2025/ })
  await expect(row).toContainText('现行')
  await expect(row).toContainText('已保存在本机')
  await row.getByRole('button', { name: /修改/ }).click()
  await dialog.getByLabel('废止日期').fill('2026-01-01')
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('废止')
  await expectAccessible(page)
  await go(page, `${OWN_PATH}?q=没有的`)
  await page.getByRole('searchbox').fill('没有的')
  await expect(page.getByRole('heading', { name: '没有“没有的”' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('xczc')
  await expect(page.getByRole('dialog').getByText('Q/XCZC 001—2025')).toBeVisible()
})
