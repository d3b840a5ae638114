import { chromium, expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sandboxFlags } from './desk-electron.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
import type {} from '../renderer/desktop.ts'

// Its inspect fuse is off, so Playwright can't start it as it starts others: it is reached as a Chromium.
test('the packed app starts and shows its first screen', async () => {
  const profile = await freshProfile()
  const app = spawn(process.env['PINLI_TEST_PACKED']!, ['--lang=zh-CN', '--disable-gpu', '--remote-debugging-port=0', `--profile=${profile}`, ...sandboxFlags], { stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const address = await debuggingAddress(app.stderr)
    // Attaching while the window is being made may hang.
    await expect.poll(() => titles(address)).toContainEqual(expect.stringContaining('品立'))
    const browser = await chromium.connectOverCDP(address, { noDefaults: true })
    const context = browser.contexts()[0]
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await expect(page).toHaveURL(/^app:\/\/pinli\//)
    await expect(page.locator('h1')).toBeVisible()
    expect((await page.evaluate(() => window.pinli!.invoke('about', undefined))).profileFolder).toBe(profile)
  } finally {
    const ended = once(app, 'exit')
    app.kill()
    await ended
    await deleteProfile(profile)
  }
})

test('the packed program can not be used as a Node', async () => {
  const profile = await freshProfile()
  const app = spawn(process.env['PINLI_TEST_PACKED']!, ['-p', '6 * 7', ...sandboxFlags], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', PINLI_PROFILE: profile }, stdio: ['ignore', 'pipe', 'ignore'] })
  let printed = ''
  app.stdout.on('data', text => (printed += String(text)))
  const ended = once(app, 'exit')
  // It opens its window instead, and would stay.
  setTimeout(() => app.kill(), 5000)
  await ended
  await deleteProfile(profile)
  expect(printed).not.toContain('42')
})

const debuggingAddress = (stderr: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    stderr.on('data', text => {
      said += String(text)
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    stderr.once('end', () => reject(new Error(`the packed app ended:\n${said}`)))
  })

const titles = async (address: string): Promise<string[]> => {
  const answer = await fetch(`http://${new URL(address).host}/json/list`)
  return ((await answer.json()) as { title: string }[]).map(({ title }) => title)
}
