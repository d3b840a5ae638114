// The frame by keys alone: first start, tabs, palette, key sheet, settings, languages, colours, zoom; and nothing for axe to find.
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { firstStart } from './pages/first-start.ts'
import { printed } from './printed.ts'

test('first start by keys only: own answers, kept over a restart', async ({ desk }) => {
  const { page } = desk
  await expect(page.getByRole('radio', { name: /柯桥/ })).toBeFocused()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect(page.getByRole('heading', { name: 'Welcome to Pinli' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.keyboard.press('1')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('radio', { name: /上虞/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: '标准编号或名称' })).toBeFocused()
  await expect(page.locator('.where')).toHaveText('上虞化工综合体')
  const again = await desk.restart()
  await expect(again.locator('.where')).toHaveText('上虞化工综合体')
})

test('a name of one’s own is asked for, and an input method types it', async ({ desk }) => {
  const { page } = desk
  await expect(page.getByRole('radio', { name: /柯桥/ })).toBeFocused()
  await page.keyboard.press('6')
  await expect(page.getByPlaceholder('综合体名称')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('请写 1 到 40 个字')
  await expect(page.getByPlaceholder('综合体名称')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toHaveText('请写 1 到 40 个字')
  await expectAccessible(page)
  await page.keyboard.insertText('示例综合体')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Enter')
  await expect(page.locator('.where')).toHaveText('示例综合体')
})

test('first start from a file: the picked file waits on the import page', async ({ desk }) => {
  const { page } = desk
  await expect(page.getByRole('radio', { name: /柯桥/ })).toBeFocused()
  await page.getByRole('radio', { name: /从文件导入/ }).check()
  const asked = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+Enter')
  await (await asked).setFiles({ name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from('标准编号,标准名称\nGB/T 2912.1-2009,纺织品 甲醛的测定\n') })
  await expect(page.locator('.imp h1')).toBeVisible()
  await expect(page.getByText('目录.csv').first()).toBeVisible()
  await expect(page.locator('.where')).toHaveText('柯桥纺织综合体')
})

test('palette: finds, opens, opens in a new tab, empties, closes, gives the focus back', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const query = page.getByRole('combobox', { name: '标准编号或名称' })
  await expect(query).toBeFocused()
  const palette = await openPalette(page)
  await page.keyboard.type('深色')
  await expect(palette.getByRole('option', { name: /换成深色/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await expect(query).toBeFocused()

  await openPalette(page)
  await page.keyboard.type('外观')
  await expect(palette.getByRole('option', { name: /^外观/ })).toHaveAttribute('aria-selected', 'true')
  await palette.getByRole('combobox').evaluate(field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })))
  await expect(palette).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '外观' })).toBeVisible()
  await expect(page.getByRole('tab')).toHaveCount(2)

  await openPalette(page)
  await page.keyboard.type('zzqq')
  await expect(palette.getByRole('heading', { name: '没有“zzqq”' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(palette.getByRole('combobox')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})

test('tabs: from rail and keys, closed by cross and key, all back after a reload', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('tab', { name: '设置' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('navigation', { name: '功能' }).getByRole('link', { name: '标准查询' }).click()
  await expect(page.getByRole('tab', { name: '标准查询' })).toHaveAttribute('aria-selected', 'true')
  await page.reload()
  await expect(page.getByRole('tab')).toHaveCount(2)
  await expect(page.getByRole('tab', { name: '标准查询' })).toHaveAttribute('aria-selected', 'true')
  if (desk.kind === 'electron') {
    await page.keyboard.press('Control+2')
    await expect(page.getByRole('tab', { name: '设置' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Control+W')
  } else {
    await page.getByRole('tab', { name: '标准查询' }).press('ArrowRight')
    await expect(page.getByRole('tab', { name: '设置' })).toBeFocused()
    await page.getByRole('button', { name: '关闭“设置”' }).click()
  }
  await expect(page.getByRole('tab')).toHaveCount(1)
  await expect(page.getByRole('tab', { name: '标准查询' })).toHaveAttribute('aria-selected', 'true')
})

test('key sheet: found by word and by pressed key, printed on one A4', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: '按键表' })
  await expect(sheet.getByPlaceholder(/找按键/)).toBeFocused()
  await expectAccessible(page)
  expect(await printed(desk)).toEqual({ pages: 1, size: [210, 297] })
  await page.keyboard.press('Control+K')
  await expect(sheet.getByRole('listitem')).toHaveCount(1)
  await expect(sheet.getByRole('listitem')).toContainText('找东西、下命令')
  await sheet.getByPlaceholder(/找按键/).fill('复制编号')
  await expect(sheet.getByRole('listitem').first()).toContainText('复制编号')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('settings: by keys, at once, in the other window too', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
  await page.keyboard.press('Control+F')
  await page.keyboard.type('大字')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '外观' })).toBeVisible()
  await page.getByRole('radio', { name: '跟随系统' }).focus()
  await page.keyboard.press('2')
  await page.keyboard.press('5')
  await expect(page.locator('html')).toHaveClass(/dark/)
  const other = await desk.newWindow()
  await expect(other.locator('html')).toHaveClass(/dark.*large-text|large-text.*dark/)
  await page.evaluate(() => { location.hash = '#/settings/general' })
  await page.getByRole('radio', { name: 'English' }).check()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(other.getByRole('navigation', { name: 'Areas' })).toBeVisible()
})

const SECTIONS = ['general', 'catalogue', 'look', 'keys', 'privacy', 'about']
const toSection = async (page: Page, name: string) => {
  await page.evaluate(section => { location.hash = `#/settings/${section}` }, name)
  await expect(page.locator('.setnav [aria-current]')).toHaveAttribute('href', `#/settings/${name}`)
  await expect(page.locator('.set-h h2')).toBeVisible()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing for axe on any screen of the frame, ${colorScheme}`, async ({ desk }) => {
    test.slow()
    const { page } = desk
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await firstStart(page)
    for (const section of SECTIONS) {
      await toSection(page, section)
      await expectAccessible(page)
    }
    await openPalette(page)
    await expectAccessible(page)
  })
}

test('at 200 % zoom nothing is lost: no sideways scroll, everything still reached', async ({ desk }) => {
  test.slow()
  const { page } = desk
  await page.setViewportSize({ width: 640, height: 360 })
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await sideways()).toBe(0)
  await page.getByRole('button', { name: '开始使用' }).scrollIntoViewIfNeeded()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
  for (const section of SECTIONS) {
    await toSection(page, section)
    expect([section, await sideways()]).toEqual([section, 0])
  }
  await expectAccessible(page)
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: '按键表' }).getByRole('listitem').last().scrollIntoViewIfNeeded()
  await expectAccessible(page)
})

const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: '查找与命令' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  return palette
}
