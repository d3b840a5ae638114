// Pictures for people to look at (`npm run shots`), not a test.
import type { Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Desk } from './desk.ts'
import { expect, test } from './fixtures.ts'
import { startHub } from './hub.ts'
import { joinHub, logIn, PASSPHRASE } from './pages/hub-pages.ts'
import { IMPORT_PATH } from '../renderer/standards/paths.ts'
import { shoot } from './shot.ts'

test('every main screen, light and dark', async ({ desk }) => {
  test.skip(desk.kind !== 'electron', 'the browser gives the picture of the README only')
  const { page } = desk
  const both = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await shoot(page, `${name}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await expect(page.locator('h1')).toBeVisible()
  await both('first-start')
  await begin(page)
  await both('first-start-ready')
  await page.keyboard.press('Enter')
  await search(page, '甲醛')
  await both('lookup')
  await search(page, 'gbt2912')
  await both('lookup-number')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/standards\/./)
  await page.waitForTimeout(500)
  await both('standard')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await both('keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('甲醛')
  await page.waitForTimeout(500)
  await both('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  for (const section of ['catalogue', 'look', 'keys', 'privacy', 'about']) {
    await page.evaluate(name => { location.hash = `#/settings/${name}` }, section)
    await page.waitForTimeout(400)
    await both(`settings-${section}`)
  }
  await page.evaluate(() => { location.hash = '#/standards?q=没有这样的标准' })
  await page.waitForTimeout(600)
  await both('lookup-none')
  await page.evaluate(path => { location.hash = `#${path}` }, IMPORT_PATH)
  await page.waitForTimeout(600)
  await both('import')
  await page.locator('input[type=file]').first().setInputFiles(await sampleFile(desk))
  await page.waitForTimeout(1500)
  await both('import-files')
  for (const step of ['import-check', 'import-ended']) {
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(1500)
    await both(step)
  }
})

test('the screens around a hub, light and dark', async ({ desk }) => {
  test.skip(desk.kind !== 'electron', 'a browser joins no hub')
  desk.provokesErrors = true
  const { page } = desk
  const hub = await startHub()
  const both = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await shoot(page, `${name}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await begin(page)
  await page.keyboard.press('Enter')
  await joinHub(page, hub, hub.first.code, '1 号窗口', () => both('join'))
  await both('login')
  await logIn(page, hub.first.login, hub.first.secret, PASSPHRASE)
  await page.evaluate(() => { location.hash = '#/settings/hub' })
  await page.waitForTimeout(400)
  await both('settings-hub')
  await page.evaluate(() => { location.hash = '#/sync' })
  await page.waitForTimeout(400)
  await both('sync')
  await hub.revoke('A')
  await page.keyboard.press('F5')
  await page.waitForTimeout(2000)
  await both('revoked')
  await hub.end()
})

test('the picture of the README', async ({ desk }) => {
  const file = process.env['PINLI_README_SHOT'] ?? ''
  test.skip(file === '' || desk.kind !== 'chromium', 'asked for by --readme')
  await begin(desk.page)
  await desk.page.keyboard.press('Enter')
  await search(desk.page, '纺织')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, await desk.page.screenshot({ animations: 'disabled', caret: 'hide' }))
})

const begin = async (page: Page): Promise<void> => {
  await expect(page.locator('h1')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('可以用了')).toBeVisible()
}

const search = async (page: Page, text: string): Promise<void> => {
  const box = page.getByRole('combobox').first()
  await box.fill(text)
  await page.waitForTimeout(800)
}

/** A small file with something to keep, to mend and to refuse. */
const sampleFile = async ({ profile }: Desk): Promise<string> => {
  const path = join(profile, '标准目录示例.csv')
  const rows = ['标准编号,标准名称,发布日期,实施日期,状态', 'GB/T 2912.1-2009,纺织品 甲醛的测定 第1部分：游离和水解的甲醛（水萃取法）,2009/6/11,2010/1/1,现行', 'ＧＢ18401—2010,国家纺织产品基本安全技术规范,20110114,2011年8月1日,现行', ',没有编号的一行,2020-01-05,,现行']
  await writeFile(path, rows.join('\r\n'))
  return path
}
