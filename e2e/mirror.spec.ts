import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { firstStart } from './pages/first-start.ts'
import { OWN_PATH } from '../renderer/standards/paths.ts'

test('work survives the loss of the browser’s database', async ({ desk }) => {
  let { page } = desk
  const open = (): Promise<void> => page.evaluate(path => { location.hash = `#${path}` }, OWN_PATH)
  await firstStart(page)
  await open()
  await page.getByRole('button', { name: '登记' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('编号').fill('Q/XCZC 001-2025')
  await dialog.getByLabel('名称').fill('滚动轴承套圈')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /Q\/XCZC 001/ })).toContainText('已保存在本机')
  const folder = join(desk.profile, 'outbox')
  const [log] = readdirSync(folder)
  const held = readFileSync(join(folder, log)).toString()
  expect([held.includes('"k":"sealed"'), held.includes('滚动轴承套圈')]).toEqual([true, false])

  await desk.kill()
  rmSync(join(desk.profile, 'IndexedDB'), { recursive: true, force: true, maxRetries: 5 })
  page = await desk.restart()
  await expect(page.getByText('已从副本补回')).toBeVisible()
  await firstStart(page)
  await open()
  await expect(page.getByRole('row', { name: /Q\/XCZC 001/ })).toContainText('已保存在本机')
})
