// Two real desks and a real hub: `hub` runs, `other` is a second Electron beside `desk`; and what specs of them share.
import type { Page } from '@playwright/test'
import { type Cable, layCable } from './cable.ts'
import { electronDesk } from './desk-electron.ts'
import type { Desk } from './desk.ts'
import { expect, test as base } from './fixtures.ts'
import { type RunningHub, startHub } from './hub.ts'
import { rowOf, runOnDesk } from './in-page/run-on-desk.ts'
import { firstStart } from './pages/first-start.ts'
import { go } from './pages/go.ts'
import { joinHub, logIn, PASSPHRASE, pill } from './pages/hub-pages.ts'
import { deleteProfile, freshProfile } from './profiles.ts'

export const test = base.extend<{ hub: RunningHub; other: Desk }>({
  hub: async ({ desk }, use) => {
    // What the hub refuses, and a line that is cut, are written to the console by the browser itself.
    desk.provokesErrors = true
    const hub = await startHub()
    await use(hub)
    await hub.end()
  },
  // eslint-disable-next-line no-empty-pattern
  other: async ({}, use) => {
    const profile = await freshProfile()
    const desk = await electronDesk(profile)
    await use(desk)
    await desk.close()
    await deleteProfile(profile)
  },
})
export { expect }

export const [RESOURCE, COMPANY] = ['019ac000-0000-7000-8000-00000000000a', '019ac000-0000-7000-8000-00000000000b']

/** Both desks of one complex, each by a cable of its own, with a resource and a company. */
export const joinedDesks = async (desk: Desk, other: Desk, hub: RunningHub): Promise<Cable[]> => {
  const cables = [await layCable(hub.address), await layCable(hub.address)]
  await firstStart(desk.page)
  await joinHub(desk.page, { ...hub, address: cables[0].address }, hub.first.code, '1 号窗口')
  await logIn(desk.page, hub.first.login, hub.first.secret, PASSPHRASE)
  await firstStart(other.page)
  await joinHub(other.page, { ...hub, address: cables[1].address }, await hub.code(), '2 号窗口')
  await logIn(other.page, hub.first.login, PASSPHRASE)
  await runOnDesk(desk.page, 'resources.add', { id: RESOURCE, name: '色牢度机', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
  await runOnDesk(desk.page, 'companies.register', { id: COMPANY, name: '示例染整', uscc: null, address: null, contact: null, phone: null })
  await expect.poll(() => rowOf(other.page, 'companies', COMPANY)).toMatchObject({ name: '示例染整' })
  // What the hub has not yet acknowledged would count as waiting.
  await expect(pill(desk.page)).toContainText('已同步')
  return cables
}

/** Lets a desk exchange with the hub now, and waits until nothing is left to do. */
export const syncNow = async (page: Page): Promise<void> => {
  await go(page, '/sync')
  await page.getByRole('button', { name: '立即同步' }).click()
  await expect(pill(page)).toContainText(/已同步|处要处理/)
}

/** Asks for an hour of the resource on a desk; ids end in `001x`. */
export const place = (page: Page, id: string, start: number): Promise<void> =>
  runOnDesk(page, 'bookings.place', { id, company: COMPANY, purpose: '色牢度', start, end: start + 3600_000, slots: [{ id: id.replace('001', '002'), resource: RESOURCE }] })

/** The next full hour, tomorrow. */
export const tomorrow = (): number => Math.ceil(Date.now() / 3600_000) * 3600_000 + 24 * 3600_000
