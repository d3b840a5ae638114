import { chromiumDesk } from './desk-chromium.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { go } from './pages/go.ts'
import { logIn, PASSPHRASE, pill, unlock } from './pages/hub-pages.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
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
