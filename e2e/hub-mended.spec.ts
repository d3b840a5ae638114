import type { Page } from '@playwright/test'
import { COMPANY, expect, joinedDesks, place, RESOURCE, syncNow, test, tomorrow } from './hub-desks.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { go } from './pages/go.ts'
import { pill, unlock } from './pages/hub-pages.ts'
import { dayOf } from '#shared/bookings/times.ts'
import { dayPath } from '../renderer/bookings/paths.ts'
import { COMPANIES_PATH } from '../renderer/companies/paths.ts'

const [KILLED, KEPT, AFTER_ONE, AFTER_TWO] = ['a', 'b', 'c', 'd'].map(letter => `019ac000-0000-7000-8000-00000000001${letter}`)
const HOUR = 3600_000

test('a desk that is killed before it could send loses nothing, and a restored hub gets back what the desks hold, once', async ({ desk, other, hub }) => {
  const cables = await joinedDesks(desk, other, hub)
  const start = Math.floor(tomorrow() / (24 * HOUR)) * 24 * HOUR + 24 * HOUR // one day for all four
  cables[0].pull()
  await place(desk.page, KILLED, start)
  await desk.kill()
  await place(other.page, KEPT, start + HOUR)
  await expect.poll(() => rowOf(other.page, 'bookings', KEPT)).toMatchObject({ status: 'confirmed' })
  expect(await rowOf(other.page, 'bookings', KILLED)).toBeNull()
  cables[0].plug()
  await desk.restart()
  // One passphrase opens the desk and logs in.
  await unlock(desk.page)
  await expect(pill(desk.page)).toContainText('已同步')
  for (const { page } of [desk, other]) await expect.poll(() => statusOf(page, KILLED)).toBe('confirmed')

  const backup = await hub.backup()
  await place(desk.page, AFTER_ONE, start + 2 * HOUR)
  await place(other.page, AFTER_TWO, start + 3 * HOUR)
  await runOnDesk(other.page, 'companies.patch', { id: COMPANY, fields: { phone: { old: null, new: '13800000001', conflict: '019ac000-0000-7000-8000-000000000031' } } })
  for (const { page } of [desk, other]) for (const id of [AFTER_ONE, AFTER_TWO]) await expect.poll(() => statusOf(page, id)).toBe('confirmed')
  for (const { page } of [desk, other]) await expect(pill(page)).toContainText('已同步')
  const before = await epochOf(desk.page)
  await hub.restore(backup)
  for (const { page } of [desk, other]) await syncNow(page)
  for (const { page } of [desk, other]) {
    await expect.poll(() => epochOf(page)).not.toBe(before)
    for (const id of [KILLED, KEPT, AFTER_ONE, AFTER_TWO]) await expect.poll(() => statusOf(page, id)).toBe('confirmed')
    await expect.poll(() => rowOf(page, 'companies', COMPANY)).toMatchObject({ phone: '13800000001' })
    await expect(page.getByRole('region', { name: /两边都改了/ })).toHaveCount(0)
    await go(page, dayPath(RESOURCE, dayOf(start)))
    await expect(page.getByRole('row', { name: /示例染整/ })).toHaveCount(4)
    await expect(page.getByRole('row', { name: /示例染整/ }).filter({ hasText: '已确认' })).toHaveCount(4)
    await go(page, COMPANIES_PATH)
    await expect(page.getByRole('option', { name: /示例染整/ })).toHaveCount(1)
  }
  for (const cable of cables) await cable.end()
})

const statusOf = async (page: Page, id: string): Promise<unknown> => ((await rowOf(page, 'bookings', id)) as { status: string } | null)?.status
const epochOf = async (page: Page): Promise<string> => ((await rowOf(page, 'meta', 'desk')) as { epoch: string }).epoch
