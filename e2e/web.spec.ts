import { chromiumDesk } from './desk-chromium.ts'
import { expect, test } from './fixtures.ts'
import { deleteProfile, freshProfile } from './profiles.ts'
import { startServer } from './server.ts'

test('after one visit the web build opens without its server, data included', async () => {
  const profile = await freshProfile()
  const server = await startServer()
  const desk = await chromiumDesk(profile, server.url)
  await desk.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await desk.page.evaluate(() => localStorage.setItem('kept', 'yes'))
  await server.end()
  await desk.restart()
  await expect(desk.page.locator('#app')).not.toBeEmpty()
  expect(await desk.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  expect(desk.errors).toEqual([])
  await desk.close()
  await deleteProfile(profile)
})

test('the server answers its own names only, with the policy, and leads out of the build nowhere', async ({ webUrl, request }) => {
  const home = await request.get(webUrl)
  expect(home.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  expect((await request.get(webUrl, { headers: { Host: 'pinli.example.com' } })).status()).toBe(421)
  expect((await request.post(webUrl)).status()).toBe(405)
  expect((await request.get(`${webUrl}..%2felectron%2fmain.cjs`)).status()).toBe(404)
  expect((await request.get(`${webUrl}nothing-here.js`)).status()).toBe(404)
})
