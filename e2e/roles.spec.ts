import { COMPANY, expect, place, RESOURCE, test, tomorrow } from './hub-desks.ts'
import { runOnDesk } from './in-page/run-on-desk.ts'
import { look } from './look.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'

test('home, rail and controls are those of the role: the administrator keeps labs, the front desk only reads them', async ({ desk, other, hub }) => {
  test.skip(desk.kind !== 'electron', 'two desks of one hub')
  const { page } = desk
  const rail = page.getByRole('navigation', { name: '功能' })
  await firstStart(page)
  await expect(rail.getByRole('link', { name: '实验室' })).toBeVisible()
  await joinHub(page, hub, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await runOnDesk(page, 'resources.add', { id: RESOURCE, name: '色牢度机', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(page, 'companies.register', { id: COMPANY, name: '示例染整', uscc: null, address: null, contact: null, phone: null })
  const at = tomorrow()
  await place(page, '019ac000-0000-7000-8000-000000000011', at)
  await place(page, '019ac000-0000-7000-8000-000000000012', at)
  await place(page, '019ac000-0000-7000-8000-000000000013', Math.ceil(Date.now() / 1800_000) * 1800_000 + 1800_000)
  await rail.getByRole('link', { name: '工作台' }).click()
  const waiting = page.getByRole('region', { name: '候补与没约上的' })
  await expect(waiting.getByRole('link', { name: '候补与没约上的：1 项' })).toBeVisible()
  await expect(rail.getByRole('link', { name: '实验室' })).toBeVisible()
  await expect(rail.getByRole('link', { name: '用户' })).toBeVisible()
  await look(page, 'home-admin')
  await waiting.getByRole('link', { name: '示例染整' }).click()
  await expect(page.getByRole('region', { name: '时段没有约到' })).toBeVisible()

  const { page: front } = other
  const secret = await hub.invite('wang', '示例窗口')
  await firstStart(front)
  await joinHub(front, hub, await hub.code(), '2 号窗口')
  await logIn(front, 'wang', secret, PASSPHRASE)
  const frontRail = front.getByRole('navigation', { name: '功能' })
  await expect(frontRail.getByRole('link', { name: '检测预约' })).toBeVisible()
  await expect(frontRail.getByRole('link', { name: '实验室' })).toBeHidden()
  await expect(frontRail.getByRole('link', { name: '用户' })).toBeHidden()
  await expect(front.locator('.where')).toContainText('窗口人员')
  // Unknown addresses lead home.
  await go(front, '/nowhere')
  await expect(front).toHaveURL(/#\/home$/)
  await expect(front.getByRole('link', { name: '候补与没约上的：1 项' })).toBeVisible()
  await look(front, 'home-front')
  await go(front, '/bookings/resources')
  await expect(front.getByRole('link', { name: '色牢度机' })).toBeVisible()
  await expect(front.getByText('由实验室或管理员维护，这里只看')).toBeVisible()
  await expect(front.getByRole('button', { name: /添加资源|修改|停用/ })).toHaveCount(0)
  await front.keyboard.press('Alt+N')
  await expect(front.getByRole('dialog')).toBeHidden()
  await look(front, 'resources-front')
  await expect(pill(front)).toContainText('已同步')
})
