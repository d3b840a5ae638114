import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import type { Desk } from './desk.ts'
import { expect, test } from './fixtures.ts'
import { firstStart } from './pages/first-start.ts'
import { lookupPage } from './pages/lookup-page.ts'

test('a standard is found, read and copied by key alone', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await expect(lookup.query).toBeFocused()
  await page.keyboard.type('甲醛')
  await expect(lookup.selected.locator('.title mark').first()).toHaveText('甲醛')
  await page.keyboard.press('ArrowDown')
  await expect(lookup.rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(lookup.query).toHaveAttribute('aria-activedescendant', (await lookup.rows.nth(1).getAttribute('id'))!)
  await expect(lookup.query).toBeFocused()
  const number = await lookup.rows.nth(1).locator('.code').innerText()

  await page.keyboard.press('Control+C')
  await expect(page.getByText(`已复制 ${number}`)).toBeVisible()
  if (desk.app) expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(number)

  await page.keyboard.press('Enter')
  await expect(page.locator('.head .line')).toContainText(number)
  await expect(page.getByText(/“甲醛”的第 2 条，共 \d+ 条/)).toBeVisible()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText(/“甲醛”的第 1 条/)).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.locator('.head .line')).toContainText(number)

  await page.keyboard.press('Escape')
  await expect(lookup.query).toBeFocused()
  await expect(lookup.query).toHaveValue('甲醛')
  await expect(lookup.rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(lookup.query).toHaveValue('')
})

test('every spelling of a number brings its standard first', async ({ desk }) => {
  await firstStart(desk.page)
  const lookup = lookupPage(desk.page)
  for (const spelling of ['gbt2912.1', 'GB/T 2912.1-2009', 'gb/t2912.1—2009', 'ＧＢ／Ｔ２９１２．１', '2912.1-2009', '2912.1', '  gbt 2912.1 ', 'GB 2912.1–2009', 'GB/T 2912.1：2009', 'GB/T 2912.1-2009《纺织品', 'GB/T 2912.1-2009 纺织品 甲醛的测定']) {
    await lookup.query.fill(spelling)
    await expect(lookup.rows.first().locator('.code'), spelling).toHaveText('GB/T 2912.1—2009')
  }
  await lookup.type('18401')
  expect(await lookup.numbers()).toEqual(['GB 18401—2010', 'GB 18401—2003'])
})

test('filters narrow the list, keep their places and can be taken back', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await lookup.type('18401')
  await expect(lookup.total).toHaveText('2 条')
  await expect(lookup.facet('国标·推荐 GB/T')).toBeDisabled()
  await page.keyboard.press('F6')
  await expect(lookup.facet('现行')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(lookup.total).toHaveText('1 条')
  expect(await lookup.numbers()).toEqual(['GB 18401—2010'])
  await page.keyboard.press('F6')
  await expect(page.getByRole('listbox', { name: '标准' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.locator('.preview .scroll')).toBeFocused()

  await lookup.type('甲醛 没有')
  await expect(page.getByRole('heading', { name: '没有“甲醛 没有”' })).toBeVisible()
  await expect(lookup.query).not.toHaveAttribute('aria-activedescendant', /./)
  await lookup.type('16410-2007')
  await expect(page.getByText('不加筛选有 1 条。')).toBeVisible()
  await page.getByRole('button', { name: '去掉筛选', exact: true }).click()
  expect(await lookup.numbers()).toEqual(['GB 16410—2007'])
  await lookup.facet('强制').check()
  await page.getByRole('button', { name: '去掉筛选“类型”' }).click()
  await expect(lookup.facet('强制')).not.toBeChecked()
})

test('statuses follow the day of reading', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await lookup.type('18401')
  await expect(lookup.rows.first()).toContainText('现行')
  await lookup.asOf('2006-06-01')
  await expect(lookup.rows.first()).toContainText('GB 18401—2003')
  await expect(lookup.rows.first()).toContainText('现行')
  await expect(lookup.rows.first()).toContainText('2011-08-01 起被代替')
  await lookup.query.press('Enter')
  await expect(page.getByText('按 2006-06-01 的情形显示状态，不是今天')).toBeVisible()
  await expect(page.locator('.head .badge')).toHaveText('现行')
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect(page.locator('.head .badge')).toHaveText('被代替')
  await expect(page.locator('.validity')).toHaveAttribute('aria-label', /2003 版施行 2005-01-01 至 2011-08-01/)
})

test('an input method neither loses nor doubles a key', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await lookup.type('GB')
  const before = await lookup.total.innerText()
  await lookup.compose([' j', ' ji', ' jia', " jia'q", " jia'quan"], '')
  await page.evaluate(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })))
  await page.evaluate(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', keyCode: 229, bubbles: true, cancelable: true })))
  await expect(lookup.query).toHaveValue("GB jia'quan")
  await expect(lookup.total).toHaveText(before)
  await expect(lookup.rows.first()).toHaveAttribute('aria-selected', 'true')
  await expect(lookup.query).toBeVisible()
  await lookup.compose([], ' 甲醛')
  await expect(lookup.query).toHaveValue('GB 甲醛')
  await expect(lookup.rows.first().locator('mark').first()).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(lookup.query).toHaveValue('GB 甲')
  await expect(page.locator('.lookup .bar')).toHaveAttribute('data-answers', 'GB 甲')
})

test('a reload loses neither query, filters nor place', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await lookup.type('纺织')
  await lookup.facet('现行').check()
  await lookup.query.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  const number = await lookup.selected.locator('.code').innerText()
  await page.waitForTimeout(300)
  await page.reload()
  await expect(lookup.query).toHaveValue('纺织')
  await expect(lookup.facet('现行')).toBeChecked()
  await expect(lookup.selected.locator('.code')).toHaveText(number)
})

test('without a catalogue, and with a damaged one, the page says what helps', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await spoil(page, 'damage')
  await page.reload()
  await expect(page.getByRole('heading', { name: '目录打不开' })).toBeVisible()
  await expect(page.getByText(/代码 CAT-/)).toBeVisible()
  await expect(page.getByRole('button', { name: '复制诊断信息' })).toBeVisible()
  await bothThemes(desk)
  await spoil(page, 'remove')
  await page.reload()
  await expect(page.getByRole('heading', { name: '本机还没有标准目录' })).toBeVisible()
  await bothThemes(desk)
  await page.getByRole('button', { name: '装示例目录' }).click()
  await expect(lookup.rows.first()).toBeVisible()
  await expect(lookup.query).toBeFocused()
})

test('the page of a standard tells sources, adoption and citation, with nothing for axe', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await lookup.type('2912.2')
  await bothThemes(desk)
  await lookup.query.press('Enter')
  await expect(page.locator('.head h1')).toContainText('甲醛的测定')
  await expect(page.getByRole('link', { name: 'ISO 14184-2:1998' })).toBeVisible()
  await page.getByRole('button', { name: '复制引用' }).press('Enter')
  await bothThemes(desk)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已复制 纺织品 甲醛的测定 .*: GB\/T 2912\.2—2009\[S\]\. 2009\./)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(lookup.query).toBeFocused()
  await lookup.query.press('Enter')
  await page.getByRole('link', { name: 'ISO 14184-2:1998' }).click()
  await expect(page.getByRole('heading', { name: '目录中没有 ISO 14184-2:1998' })).toBeVisible()
  await bothThemes(desk)
})

test('at 200 % zoom nothing is lost', async ({ desk }) => {
  test.skip(desk.kind === 'electron', 'the window is as large as the screen; the layout is the same')
  const { page } = desk
  await firstStart(page)
  const lookup = lookupPage(page)
  await page.setViewportSize({ width: 640, height: 360 })
  await lookup.type('甲醛')
  await expect(lookup.rows.first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page.getByRole('dialog', { name: '筛选' })).toBeVisible()
  await bothThemes(desk)
  await page.keyboard.press('Escape')
  await lookup.query.press('Enter')
  await expect(page.locator('.head h1')).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('.work')!.scrollWidth <= document.querySelector('.work')!.clientWidth)).toBe(true)
  await bothThemes(desk)

  // A page begins at its top, and is found again where it was left.
  const work = page.locator('.work')
  const top = () => work.evaluate(element => element.scrollTop)
  await work.evaluate(element => element.scrollTo(0, 300))
  expect(await top()).toBe(300)
  await page.keyboard.press('Control+,')
  await expect(page.locator('.setw')).toBeVisible()
  expect(await top()).toBe(0)
  await page.goBack()
  await expect(page.locator('.standard-page h1')).toBeVisible()
  await expect.poll(top).toBe(300)
})

test('a page opened first wears its own styles, and no other page changes them', async ({ desk }) => {
  const { page } = desk
  await firstStart(page)
  const look = () => page.locator('.standard-page').evaluate(element => ['.stamp', '.facts', '.head'].map(part => getComputedStyle(element.querySelector(part)!).display))
  const lookup = lookupPage(page)
  await lookup.type('2912.2')
  await lookup.query.press('Enter')
  await expect(page.locator('.standard-page .facts').first()).toBeVisible()
  const later = await look()
  await page.reload()
  await expect(page.locator('.standard-page .facts').first()).toBeVisible()
  expect(await look()).toEqual(later)
  expect(later).toEqual(['flex', 'grid', 'flex'])
})

const bothThemes = async ({ page }: Desk): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

/** Cuts the bytes that search reads short, or takes the catalogue away, as a full disk or a person might. */
const spoil = (page: Page, how: 'damage' | 'remove'): Promise<void> =>
  page.evaluate(
    what =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('pinli')
        opening.onerror = () => reject(new Error('the store does not open'))
        opening.onsuccess = () => {
          const change = opening.result.transaction(['catalogues', 'parts'], 'readwrite')
          change.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          if (what === 'remove') {
            change.objectStore('catalogues').clear()
            change.objectStore('parts').clear()
            return
          }
          const walk = change.objectStore('parts').openCursor()
          walk.onsuccess = () => {
            const cursor = walk.result
            if (!cursor) return
            const part = cursor.value as { part: string; blob: Blob }
            if (part.part === 'hot') cursor.update({ ...part, blob: part.blob.slice(0, 1000) })
            cursor.continue()
          }
        }
      }),
    how,
  )
