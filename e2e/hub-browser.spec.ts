import { randomUUID } from 'node:crypto'
import { chromiumDesk } from './desk-chromium.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { syncNow } from './hub-desks.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { go } from './pages/go.ts'
import { logIn, PASSPHRASE, pill, unlock } from './pages/hub-pages.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
import { MANY } from '../renderer/shell/sync/long-wait.ts'
import { standardPath } from '../renderer/standards/paths.ts'

test('a browser logs in on the hub’s own page, stays logged in and logs out', async () => {
  const hub = await startHub(['--http'])
  const profile = await freshProfile()
  const desk = await chromiumDesk(profile, hub.url)
  let { page } = desk
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '可以用了' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await go(page, standardPath('GB/T 2912.1-2009'))
  await page.getByRole('button', { name: '关注', exact: true }).click()
  // Much that waits is in no second place: the page says so until it is in a backup.
  const waits = page.getByRole('note', { name: '待上传' })
  await syncNow(page)
  await page.context().setOffline(true)
  for (let n = 1; n < MANY; n++) await runOnDesk(page, 'companies.register', { id: randomUUID(), name: `示例 ${n}`, uscc: null, address: null, contact: null, phone: null })
  await expect(pill(page)).toContainText(`${MANY - 1} 步待上传`)
  await expect(waits).toBeHidden()
  await runOnDesk(page, 'companies.register', { id: randomUUID(), name: '示例', uscc: null, address: null, contact: null, phone: null })
  await expect(waits).toContainText(`${MANY} 步还没送达中心`)
  await look(page, 'browser-waits')
  await waits.getByRole('button', { name: '备份与恢复' }).click()
  await desk.saved(() => page.getByRole('button', { name: '立即备份' }).click())
  await expect(waits).toBeHidden()
  // Without its hub the page opens all the same.
  await page.reload()
  await unlock(page)
  await expect(pill(page)).toContainText(`${MANY} 步待上传`)
  await page.context().setOffline(false)
  page = await desk.restart()
  await unlock(page)
  await expect(pill(page)).toContainText('已同步')
  await page.evaluate(() => { location.hash = '#/settings/hub' })
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await logIn(page, hub.first.login, PASSPHRASE)
  await desk.close()
  await deleteProfile(profile)
  await hub.end()
})
