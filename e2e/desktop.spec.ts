import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from './desk.ts'
import { flagsFor, launchElectron } from './desk-electron.ts'
import { expect, test } from './fixtures.ts'
import { root } from './root.ts'
import type {} from '../renderer/desktop.ts'

test('pages come from app://pinli with the policy of the product', async ({ desk }) => {
  expect(desk.page.url()).toMatch(/^app:\/\/pinli\//)
  const headers = await desk.page.evaluate(async () => Object.fromEntries((await fetch('./')).headers))
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  )
  expect(await desk.page.evaluate(() => crossOriginIsolated)).toBe(true)
  expect(await desk.page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')])).toEqual(['undefined', 'undefined'])
})

test('scripts from text do not run, files outside the pages are not served', async ({ desk }) => {
  desk.provokesErrors = true
  const evaluated = await desk.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.head.append(script)
    return Reflect.get(window, 'ranInline') === true
  })
  expect(evaluated).toBe(false)
  const paths = ['../electron/main.cjs', '%2e%2e/electron/main.cjs', '..%2felectron%2fmain.cjs', 'nothing-here.js', '..%5celectron%5cmain.cjs']
  const states = await desk.page.evaluate(async names => Promise.all(names.map(async name => (await fetch(`app://pinli/${name}`)).status)), paths)
  expect(states).toEqual(paths.map(() => 404))
})

test('navigation away and new windows are denied', async ({ desk }) => {
  desk.provokesErrors = true
  expect(await desk.page.evaluate(() => window.open('https://www.iso.org/') === null)).toBe(true)
  for (const address of ['https://www.iso.org/', 'file:///etc/hostname', 'app://notice/gone?back=app://pinli/', 'data:text/html,hello']) {
    await desk.page.evaluate(url => { location.href = url }, address)
    await desk.page.waitForTimeout(200)
    expect(desk.page.url()).toMatch(/^app:\/\/pinli\//)
  }
  expect(desk.app!.windows()).toHaveLength(1)
})

test('permissions are denied, copying is not', async ({ desk }) => {
  const answers = await desk.page.evaluate(async () => ({
    place: await new Promise(resolve => navigator.geolocation.getCurrentPosition(() => resolve('granted'), error => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'))),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', (error: Error) => error.name),
    notes: await Notification.requestPermission(),
    kept: await navigator.storage.persist(),
  }))
  expect(answers).toEqual({ place: 'denied', camera: expect.stringMatching(/NotAllowedError|NotFoundError/), notes: 'denied', kept: true })
  await desk.page.evaluate(() => navigator.clipboard.writeText('GB/T 2912.1-2009'))
  await expect.poll(() => desk.app!.evaluate(({ clipboard }) => clipboard.readText())).toBe('GB/T 2912.1-2009')
})

test('the computer answers what is asked rightly, and nothing else', async ({ desk }) => {
  const ask = (call: string, arg: unknown): Promise<unknown> =>
    desk.page.evaluate(([name, value]) => window.pinli!.invoke(name as 'about', value as undefined).then(answer => ({ answer }), (error: Error) => ({ error: error.message })), [call, arg] as const)
  expect(await ask('about', undefined)).toMatchObject({ answer: { version: '0.1.0', profileFolder: desk.profile, electron: expect.stringMatching(/^\d+\./) } })
  expect(await ask('openLink', 'https://example.com/')).toEqual({ answer: false })
  expect(await ask('openLink', 7)).toMatchObject({ error: expect.stringContaining('does not take this') })
  expect(await ask('windowControl', 'explode')).toMatchObject({ error: expect.stringContaining('does not take this') })
  expect(await ask('saveFile', { name: '', bytes: 'text' })).toMatchObject({ error: expect.stringContaining('does not take this') })
  expect(await ask('readFile', '/etc/passwd')).toMatchObject({ error: 'unknown call' })
})

test('a listed link opens outside, in the system', async ({ desk }) => {
  await desk.app!.evaluate(({ shell }) => {
    shell.openExternal = url => Promise.resolve(void Reflect.set(globalThis, 'opened', url))
  })
  expect(await desk.page.evaluate(() => window.pinli!.invoke('openLink', 'https://std.samr.gov.cn/'))).toBe(true)
  expect(await desk.app!.evaluate(() => Reflect.get(globalThis, 'opened') as string)).toBe('https://std.samr.gov.cn/')
})

test('frames and pages of others are not answered', async ({ desk }) => {
  const asked = await desk.app!.evaluate(async ({ BrowserWindow, ipcMain }) => {
    // The handler itself, with a sender as Electron would give it.
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>
    const handler = handlers.get('desktop')!
    const { webContents } = BrowserWindow.getAllWindows()[0]
    const senders = {
      other: { sender: webContents, senderFrame: { url: 'https://example.com/' } },
      inner: { sender: webContents, senderFrame: { url: 'app://pinli/' } },
      gone: { sender: webContents, senderFrame: null },
      own: { sender: webContents, senderFrame: webContents.mainFrame },
    }
    return Object.fromEntries(await Promise.all(Object.entries(senders).map(async ([name, event]) => [name, await handler({ ...event, _reply() {}, _throw() {} }, 'about').then(() => 'answered', (error: Error) => error.message)] as const)))
  })
  const refused = 'refused: not a page of the app'
  expect(asked).toEqual({ other: refused, inner: refused, gone: refused, own: 'answered' })
})

test('a file is saved whole, or the reason is told', async ({ desk }) => {
  const save = (): Promise<unknown> => desk.page.evaluate(() => window.pinli!.invoke('saveFile', { name: 'a/../b:c.csv', bytes: new TextEncoder().encode('编号\r\n') }))
  const choose = (filePath: string): Promise<unknown> =>
    desk.app!.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = (...args: unknown[]) => {
        Reflect.set(globalThis, 'offered', (args.at(-1) as { defaultPath: string }).defaultPath)
        return Promise.resolve({ canceled: path === '', filePath: path })
      }
    }, filePath)
  const path = join(desk.profile, 'out.csv')
  await choose(path)
  expect(await save()).toEqual({ ok: true, value: { path } })
  expect(await readFile(path, 'utf8')).toBe('编号\r\n')
  expect(await desk.app!.evaluate(() => Reflect.get(globalThis, 'offered') as string)).toMatch(/a_.._b_c\.csv$/)
  await choose('')
  expect(await save()).toEqual({ ok: true, value: null })
  const nowhere = join(desk.profile, 'no-such-folder', 'out.csv')
  await choose(nowhere)
  expect(await save()).toEqual({ ok: false, problem: { code: 'file-not-written', why: 'other', path: nowhere } })
})

test('a second start brings the first to the front and ends', async ({ desk }) => {
  const second = spawn(process.env['PINLI_TEST_ENGINE']!, flagsFor(desk.profile), { cwd: root, stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number]
  expect(code).toBe(0)
  expect(desk.app!.windows()).toHaveLength(1)
})

test('a second window opens on the same data, and the first can be closed', async ({ desk }) => {
  const first = desk.page
  const second = await desk.newWindow()
  expect(second.url()).toMatch(/^app:\/\/pinli\//)
  await first.close()
  await expect.poll(() => desk.app!.windows().length).toBe(1)
  expect(await second.evaluate(() => 1 + 1)).toBe(2)
})

test('Ctrl with plus, minus and nought zooms the page', async ({ desk }) => {
  const press = (keyCode: string): Promise<number> =>
    desk.app!.evaluate(({ BrowserWindow }, key) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]
      webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] })
      return new Promise(resolve => setTimeout(() => resolve(webContents.getZoomFactor()), 100))
    }, keyCode)
  expect(await press('=')).toBeCloseTo(1.1)
  expect(await press('=')).toBeCloseTo(1.25)
  expect(await press('-')).toBeCloseTo(1.1)
  expect(await press('0')).toBeCloseTo(1)
})

test('windows come back where they stood, on the screen that is there', async ({ desk }) => {
  await desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setBounds({ x: 120, y: 60, width: 1300, height: 740 }))
  await desk.restart()
  expect(await bounds(desk)).toEqual({ x: 120, y: 60, width: 1300, height: 740 })
  await desk.close()
  await writeFile(join(desk.profile, 'window.json'), JSON.stringify({ bounds: { x: 9000, y: -4000, width: 5000, height: 4000 }, maximized: false }))
  await desk.restart()
  const area = await desk.app!.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  const placed = await bounds(desk)
  // Chromium takes a pixel off a window as large as an X11 screen.
  expect([placed.x - area.x, placed.y - area.y, area.width - placed.width, area.height - placed.height].every(gap => gap === 0 || gap === 1)).toBe(true)
})

test('a profile of a newer engine is refused before it is opened', async ({ desk }) => {
  await desk.close()
  const profile = join(desk.profile, 'newer')
  await mkdir(profile)
  await writeFile(join(profile, 'chromium.json'), JSON.stringify({ major: 999 }))
  const app = await launchElectron(profile)
  const page = await app.firstWindow()
  await expect(page.locator('h1')).toHaveText('这份数据由较新的品立打开过')
  await expect(page.locator('.path')).toHaveText(profile)
  expect(await page.evaluate(() => window.pinli!.invoke('about', undefined).then(() => 'answered', () => 'refused'))).toBe('refused')
  const ended = once(app.process(), 'exit')
  await page.getByText('关闭').click()
  await ended
  expect(await readdir(profile)).toEqual(['chromium.json'])
})

test('a crashed page is offered again, and what was saved is there', async ({ desk }) => {
  await expect(desk.page.locator('h1')).toBeVisible()
  await desk.page.evaluate(() => {
    localStorage.setItem('kept', 'yes')
    location.hash = '#/settings/about'
  })
  const url = 'app://pinli/#/settings/about'
  // What only the page knew when it fell is gone with it.
  await expect.poll(() => contents(desk)).toMatchObject({ url })
  const crashed = desk.page.waitForEvent('crash')
  await desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.forcefullyCrashRenderer())
  await crashed
  await expect.poll(() => contents(desk)).toMatchObject({ title: '品立 · 这一页意外停止了', loading: false })
  await inPage(desk, "document.querySelector('.button').click()")
  await expect.poll(() => contents(desk)).toMatchObject({ url, loading: false })
  expect(await inPage(desk, "localStorage.getItem('kept')")).toBe('yes')
})

// Playwright gives up a page that has crashed, so main is asked about it.
const contents = (desk: Desk): Promise<{ url: string; title: string; loading: boolean }> =>
  desk.app!.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]
    return { url: webContents.getURL(), title: webContents.getTitle(), loading: webContents.isLoading() }
  })

const inPage = (desk: Desk, code: string): Promise<unknown> => desk.app!.evaluate(({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(text, true) as Promise<unknown>, code)

const bounds = (desk: Desk): Promise<{ x: number; y: number; width: number; height: number }> => desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getBounds())
