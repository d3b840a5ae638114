import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { electronDesk } from './desk-electron.ts'
import { expect, test } from './fixtures.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { deleteProfile, freshProfile } from './profiles.ts'

const company = (n: number) => ({ id: `019ac000-0000-7000-8000-00000000001${n}`, name: `示例企业${n}`, uscc: null, address: null, contact: null, phone: null })
const openBackups = (page: Page): Promise<void> => go(page, '/settings/backup')

test('a backup is tried on another computer without a trace, then restored, and what was there stays', async ({ desk }) => {
  await firstStart(desk.page)
  for (const n of [1, 2]) await runOnDesk(desk.page, 'companies.register', company(n))
  await openBackups(desk.page)
  await expect(desk.page.getByText('2 步', { exact: true })).toBeVisible()
  const file = await desk.saved(() => desk.page.keyboard.press('Control+B'))

  const profile = await freshProfile()
  const other = await electronDesk(profile)
  try {
    const { page } = other
    await firstStart(page)
    await runOnDesk(page, 'companies.register', company(3))
    await openBackups(page)
    await page.getByLabel('从文件恢复').last().setInputFiles(file)
    const trial = page.getByRole('region', { name: /^试恢复/ })
    await expect(trial.getByRole('definition')).toHaveText(['2', '0', '0', '2'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    const before = await other.saved(() => trial.getByRole('button', { name: '恢复缺的 2 步' }).click())
    expect(before).not.toBe(file)
    await expect(page.getByText('已恢复 2 步：新增 2 条，改动 0 条。')).toBeVisible()
    await page.getByLabel('从文件恢复').last().setInputFiles(file)
    await expect(trial.getByText('这份备份里的，本机都有。')).toBeVisible()
    await go(page, '/companies')
    for (const n of [1, 2, 3]) await expect(page.getByText(`示例企业${n}`).first()).toBeVisible()
  } finally {
    await other.close()
    await deleteProfile(profile)
  }
})
