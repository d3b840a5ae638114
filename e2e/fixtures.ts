// `desk`: the built app on a fresh profile, in real Electron or real Chromium, the same to a test.
import { test as base, expect } from '@playwright/test'
import { chromiumDesk } from './desk-chromium.ts'
import type { Desk } from './desk.ts'
import { electronDesk } from './desk-electron.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
import { startServer } from './server.ts'

type Options = { desk: Desk }
type WorkerOptions = { webUrl: string }

export const test = base.extend<Options, WorkerOptions>({
  webUrl: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server.url)
      await server.end()
    },
    { scope: 'worker' },
  ],
  desk: async ({ webUrl }, use, info) => {
    const profile = await freshProfile()
    const desk = info.project.name === 'electron' ? await electronDesk(profile) : await chromiumDesk(profile, webUrl)
    await use(desk)
    await desk.close()
    await deleteProfile(profile)
    if (!desk.provokesErrors) expect(desk.errors, 'errors on the console').toEqual([])
  },
})

export { expect }
