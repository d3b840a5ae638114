import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { COMPANY, expect, joinedDesks, place, syncNow, test, tomorrow } from './hub-desks.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { firstStart } from './pages/first-start.ts'
import { look } from './look.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { momentText } from '#shared/words/bookings.ts'
import { slipPath } from '../renderer/bookings/paths.ts'
import { OWN_PATH, standardPath } from '../renderer/standards/paths.ts'

const STANDARD = 'GB/T 2912.1-2009'
const follow = (page: Page) => page.getByRole('button', { name: '关注', exact: true })

test('two desks join, and what was done before and after travels between them', async ({ desk, other, hub }) => {
  await firstStart(desk.page)
  await go(desk.page, standardPath(STANDARD))
  await follow(desk.page).click()
  await expect(follow(desk.page)).toHaveAttribute('aria-pressed', 'true')
  await joinHub(desk.page, hub, hub.first.code, '1 号窗口')
  await expectAccessible(desk.page)
  await logIn(desk.page, hub.first.login, hub.first.secret, PASSPHRASE)

  await firstStart(other.page)
  await joinHub(other.page, hub, await hub.code(), '2 号窗口')
  await logIn(other.page, hub.first.login, PASSPHRASE)
  await go(other.page, standardPath(STANDARD))
  await expect(follow(other.page)).toHaveAttribute('aria-pressed', 'true')

  await go(other.page, OWN_PATH)
  await other.page.getByRole('button', { name: '登记' }).click()
  await other.page.getByRole('dialog').getByLabel('编号').fill('Q/XCZC 001-2025')
  await other.page.getByRole('dialog').getByLabel('名称').fill('滚动轴承套圈')
  await other.page.keyboard.press('Control+Enter')
  await go(desk.page, OWN_PATH)
  await expect(desk.page.getByRole('row', { name: /Q\/XCZC 001/ })).toContainText('滚动轴承套圈')

  await pill(other.page).click()
  await expect(other.page.getByRole('region', { name: '已并入中心' })).toContainText('登记企业标准')
  await expectAccessible(other.page)
})

for (const [first, second] of [[0, 1], [1, 0]] as const) {
  test(`one slot asked for on both desks without a network: the one that comes back ${first === 0 ? 'first' : 'last'} has it, and the other moves up when it is cancelled`, async ({ desk, other, hub }) => {
    const cables = await joinedDesks(desk, other, hub)
    const desks = [desk, other] as const
    for (const cable of cables) cable.pull()
    const start = tomorrow()
    const bookings = ['019ac000-0000-7000-8000-00000000001a', '019ac000-0000-7000-8000-00000000001b']
    for (const [i, one] of desks.entries()) await place(one.page, bookings[i], start)
    for (const one of desks) await expect(pill(one.page)).toContainText('1 步待上传')

    for (const i of [first, second]) {
      cables[i].plug()
      await syncNow(desks[i].page)
    }
    for (const one of desks) {
      await expect.poll(() => rowOf(one.page, 'bookings', bookings[first])).toMatchObject({ status: 'confirmed' })
      await expect.poll(() => rowOf(one.page, 'bookings', bookings[second])).toMatchObject({ status: 'waitlisted' })
    }
    await expect(desks[second].page.getByRole('region', { name: '在候补' })).toContainText('这段时间已被占用')
    await expect(desks[second].page.getByRole('region', { name: '在候补' }).getByRole('radio')).toHaveCount(3)
    await expect(pill(desks[second].page)).toContainText('1 处要处理')
    await expectAccessible(desks[second].page)

    const slip = (at: number): Promise<void> => go(desks[at].page, slipPath(bookings[at]))
    await slip(second)
    await expect(desks[second].page.getByText('候补第 1', { exact: true })).toBeVisible()
    await slip(first)
    await desks[first].page.getByRole('button', { name: '取消', exact: true }).click()
    await desks[first].page.getByRole('dialog').getByLabel('原因').fill('客户改期')
    await desks[first].page.keyboard.press('Control+Enter')
    for (const one of desks) await expect.poll(() => rowOf(one.page, 'bookings', bookings[second])).toMatchObject({ status: 'held', holdUntil: expect.any(Number) })
    const { holdUntil } = (await rowOf(desks[second].page, 'bookings', bookings[second])) as { holdUntil: number }
    await expect(desks[second].page.getByText('候补到位', { exact: true })).toBeVisible()
    await expect(desks[second].page.getByText(`至 ${momentText(holdUntil, 'zh')}`)).toBeVisible()
    for (const cable of cables) await cable.end()
  })
}

test('a field that both changed without a network is shown side by side, and one’s own can be kept', async ({ desk, other, hub }) => {
  const cables = await joinedDesks(desk, other, hub)
  for (const cable of cables) cable.pull()
  for (const [i, one] of [desk, other].entries()) await runOnDesk(one.page, 'companies.patch', { id: COMPANY, fields: { phone: { old: null, new: `1380000000${i}`, conflict: `019ac000-0000-7000-8000-00000000003${i}` } } })
  cables[0].plug()
  await syncNow(desk.page)
  const { page } = other
  cables[1].plug()
  await go(page, '/sync')
  await page.keyboard.press('F5')
  const card = page.getByRole('region', { name: '示例染整：两边都改了' })
  await expect(card.getByRole('row', { name: /电话/ })).toContainText(/空.*13800000001.*13800000000/)
  await expect(pill(page)).toContainText('1 处要处理')
  await expectAccessible(page)
  await card.getByRole('button', { name: '保存选择' }).click()
  await expect(card.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(card).toHaveCount(0)
  for (const one of [desk, other]) await expect.poll(() => rowOf(one.page, 'companies', COMPANY)).toMatchObject({ phone: '13800000001' })
  for (const one of [desk, other]) await expect.poll(() => rowOf(one.page, 'field_conflicts', '019ac000-0000-7000-8000-000000000031')).toMatchObject({ settledAt: expect.any(Number) })

  // What stands as it was chosen can be taken back, what was changed since can't.
  const lately = (at: Page) => at.getByRole('region', { name: '已并入中心' })
  await go(desk.page, '/sync')
  await expect(lately(desk.page).getByText('修改企业资料').first()).toBeVisible()
  await expect(lately(desk.page).getByRole('button')).toHaveCount(0)
  await lately(page).getByRole('button', { name: '撤销：示例染整 · 电话' }).click()
  for (const one of [desk, other]) await expect.poll(() => rowOf(one.page, 'companies', COMPANY)).toMatchObject({ phone: '13800000000' })
  await look(page, 'sync-undone')
  for (const cable of cables) await cable.end()
})

test('a revoked desk is wiped and says so', async ({ desk, hub }) => {
  const { page } = desk
  await firstStart(page)
  await joinHub(page, hub, hub.first.code, '1 号窗口')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await go(page, standardPath(STANDARD))
  await follow(page).click()
  await expect(follow(page)).toHaveAttribute('aria-pressed', 'true')
  await hub.revoke('A')
  await go(page, '/sync')
  await page.keyboard.press('F5')
  await expect(page.getByRole('heading', { name: '这台电脑已被吊销', level: 2 })).toBeVisible()
  await expectAccessible(page)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await expect(page.getByRole('heading', { name: '同步与冲突' })).toBeVisible()
  await go(page, standardPath(STANDARD))
  await expect(follow(page)).toHaveAttribute('aria-pressed', 'false')
  await go(page, '/settings/hub')
  await expect(page.getByText('没有连接中心')).toBeVisible()
})
