import { gzipSync } from 'node:zlib'
import { readFile, writeFile } from 'node:fs/promises'
import writeExcelFile from 'write-excel-file/node'
import { expectAccessible } from './axe.ts'
import { dirtyCsv, manyRows, realFile, upload } from './catalogue-files.ts'
import type { Desk } from './desk.ts'
import { expect, test } from './fixtures.ts'
import { firstStart } from './pages/first-start.ts'
import { lookupPage } from './pages/lookup-page.ts'
import { heldCatalogue, importPage, type Files } from './pages/import-page.ts'

/** The starter catalogue is in use, as after a first start. */
const begin = async (desk: Desk) => {
  await firstStart(desk.page)
  const starter = await heldCatalogue(desk.page)
  expect(starter?.meta.origin).toBe('starter')
  const page = importPage(desk.page)
  await page.open()
  return { page, starter: starter! }
}
const adds = ({ kept, merged, refused, read }: { kept: number; merged: number; refused: number; read: number }) => expect(kept + merged + refused).toBe(read)

test('refused rows of an import are exported, mended and imported again; all is there after a restart', async ({ desk }) => {
  const { page } = await begin(desk)
  const real = realFile('gb.ndjson.gz')
  await page.choose([...(real ? [{ name: 'gb.ndjson.gz', mimeType: 'application/gzip', buffer: await readFile(real) }] : []), upload('示例目录.csv', dirtyCsv(400, [5, 77, 300]))] as Files)
  await expect(desk.page.getByText('GB 18030，分号分隔，首行是列名')).toBeVisible()
  await page.date('2026-11-20')
  await expectAccessible(desk.page)
  await page.next()
  if (real) await page.tab('示例目录.csv')
  await expect(desk.page.getByText(/ICS 补零/)).toBeVisible()
  await expectAccessible(desk.page)
  await page.start()
  const sum = await page.ended()
  adds(sum)
  expect(sum).toMatchObject({ refused: 3, read: 400 + (real ? 149 : 0) })
  await expect(desk.page.getByRole('gridcell', { name: /占位词/ })).toHaveCount(3)
  await expectAccessible(desk.page)

  const list = await desk.saved(() => page.exportRefused())
  const text = await readFile(list, 'utf8')
  expect(text.startsWith('\uFEFF编号') || text.includes('编号,')).toBe(true)
  let next = 80_001
  await writeFile(`${list}.csv`, text.replace(/(^|\n)((?:"(?:[^"]|"")*"|[^,\n])*,)*?无,/g, row => row.replace(/无,$/, `GB/T ${next++}-2020,`)))
  await page.again()
  await page.choose([`${list}.csv`])
  await page.add()
  await page.date('2026-11-21')
  await page.next()
  await page.start()
  const again = await page.ended()
  adds(again)
  expect(again).toMatchObject({ kept: 3, refused: 0, read: 3 })
  await expect(desk.page.locator('.line', { hasText: '与之前的目录比' })).toContainText(/新增\s*3/)

  const held = await heldCatalogue(desk.page)
  expect(held!.meta).toMatchObject({ date: '2026-11-21', origin: 'import', records: sum.kept + 3 })
  await desk.restart()
  expect(await heldCatalogue(desk.page)).toEqual(held)
})

test('a workbook is imported like any other file', async ({ desk }) => {
  const { page } = await begin(desk)
  const rows = [['标准编号', '标准名称', '发布日期', 'ICS'], ...Array.from({ length: 50 }, (_, i) => [`GB/T ${60_000 + i}-2021`, `示例轴承 第${i}部分`, '2021-03-09', '21.100.20'])]
  const buffer = await writeExcelFile(rows.map(row => row.map(value => ({ value, type: String })))).toBuffer()
  await page.choose([upload('轴承.xlsx', buffer)])
  await page.next()
  await page.start()
  expect(await page.ended()).toEqual({ kept: 50, merged: 0, refused: 0, read: 50 })

  // The lookup was open before the import: it shows the new catalogue without a key.
  await desk.page.keyboard.press('Control+Enter')
  const lookup = lookupPage(desk.page)
  await expect(lookup.total).toHaveText('50 条')
  await expect(lookup.rows.first()).toContainText('示例轴承')
})

test('files are dropped on the page, put in order by key and taken out', async ({ desk }) => {
  await begin(desk)
  const names = desk.page.locator('.files tbody b')
  const dropped = await desk.page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    for (const name of ['甲.csv', '乙.csv']) transfer.items.add(new File([`编号,名称\nGB/T 1-2020,${name}\n`], name))
    return transfer
  })
  await desk.page.locator('.imp').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(names).toHaveText(['甲.csv', '乙.csv'])
  await desk.page.getByRole('button', { name: '上移 乙.csv' }).focus()
  await desk.page.keyboard.press('Alt+ArrowUp')
  await expect(names).toHaveText(['乙.csv', '甲.csv'])
  await expect(desk.page.getByRole('button', { name: '上移 乙.csv' })).toBeFocused()
  await desk.page.getByRole('button', { name: '移出 甲.csv' }).click()
  await expect(names).toHaveText(['乙.csv'])
  await expect(desk.page.getByRole('button', { name: '移出 乙.csv' })).toBeFocused()
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('button', { name: '选文件' })).toBeFocused()
  await importPage(desk.page).choose([upload('丙.csv', Buffer.from('编号,名称\nGB/T 1-2020,丙\n'))])
  await expect(desk.page.getByRole('button', { name: '下一步' })).toBeFocused()

  // The palette knows the way back to it.
  await desk.page.evaluate(() => { location.hash = '#/standards' })
  await expect(lookupPage(desk.page).query).toBeFocused()
  await desk.page.keyboard.press('Control+K')
  await desk.page.keyboard.type('导入标准')
  await expect(desk.page.locator('#palette-0')).toContainText('导入标准目录')
  await desk.page.keyboard.press('Enter')
  await expect(names).toHaveText(['丙.csv'])
})

test('what cannot be read says why, once, and nothing changes', async ({ desk }) => {
  const { page, starter } = await begin(desk)
  const packed = gzipSync(dirtyCsv(5_000, []))
  await page.choose([
    upload('空.csv', Buffer.alloc(0)),
    upload('截断.csv.gz', packed.subarray(0, packed.length / 2)),
    upload('坏.xlsx', Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 400 }, (_, i) => i & 255)])),
    upload('图.csv', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) & 255))),
    upload('旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)])),
  ])
  for (const name of ['空.csv', '截断.csv.gz', '坏.xlsx', '图.csv', '旧.xls']) {
    await expect(page.fault(name)).toHaveCount(1)
    await expect(page.fault(name)).toContainText(name)
  }
  await desk.page.keyboard.press('Control+Enter')
  await expect(desk.page.getByText('有 5 个文件读不了')).toBeVisible()
  await expectAccessible(desk.page)
  expect(await heldCatalogue(desk.page)).toEqual(starter)
  await desk.page.getByRole('button', { name: '移出读不了的 5 个' }).click()
  await expect(desk.page.getByRole('button', { name: '选文件' })).toBeFocused()
})

test('without a column for the number nothing starts, and the page says what is missing', async ({ desk }) => {
  const { page } = await begin(desk)
  await page.choose([upload('示例.csv', dirtyCsv(20, []))])
  await page.next()
  await page.map('编号', '不导入')
  await page.start()
  await expect(desk.page.getByRole('alert')).toContainText('示例.csv')
  await page.map('编号', '标准编号')
  await page.map('代替', '不导入')
  await page.start()
  await page.ended()
  // Such a file is mapped the same way the next time.
  await page.again()
  await page.choose([upload('另一份.csv', dirtyCsv(30, []))])
  await page.next()
  await expect(desk.page.getByText('沿用上次对这种文件的对应')).toBeVisible()
  await expect(desk.page.getByLabel('“代替”对应', { exact: true })).toHaveValue('none')
})

test('a cancel leaves the catalogue as it was', async ({ desk }) => {
  const { page, starter } = await begin(desk)
  await page.choose([upload('很多.ndjson', manyRows(60_000))])
  await page.next()
  await page.start()
  await expect(desk.page.locator('.imp-big')).not.toHaveText('0')
  await page.cancel()
  await expect(desk.page.getByRole('button', { name: '回到对应各列' })).toBeFocused()
  await expect(desk.page.getByRole('heading', { name: '导入已取消' })).toBeVisible()
  await expect(desk.page.getByText(`仍用 ${starter.meta.date} 版`)).toBeVisible()
  expect(await heldCatalogue(desk.page)).toEqual(starter)
  await expectAccessible(desk.page)
})

test('a killed process leaves the catalogue as it was', async ({ desk }) => {
  const { page, starter } = await begin(desk)
  await page.choose([upload('很多.ndjson', manyRows(60_000))])
  await page.next()
  await page.start()
  await expect(desk.page.locator('.imp-big')).not.toHaveText('0')
  await desk.kill()
  await desk.restart()
  expect(await heldCatalogue(desk.page)).toEqual(starter)
})

test('the import goes on while its page is left, and its end is told', async ({ desk }) => {
  const { page } = await begin(desk)
  await page.choose([upload('很多.ndjson', manyRows(30_000))])
  await page.next()
  await page.start()
  await desk.page.evaluate(() => { location.hash = '#/standards' })
  await expect(desk.page.getByRole('button', { name: /正在导入/ })).toBeVisible()
  await expect(desk.page.getByText(/目录已换好：30,000 条标准/)).toBeVisible({ timeout: 100_000 })
  await desk.page.getByRole('button', { name: '核对' }).click()
  expect(await page.ended()).toEqual({ kept: 30_000, merged: 0, refused: 0, read: 30_000 })
})

test('two windows have one catalogue, import one at a time, and the closed one leaves the other working', async ({ desk }) => {
  const { page } = await begin(desk)
  const first = desk.page
  const second = await desk.newWindow()
  await page.choose([upload('示例.csv', dirtyCsv(40, []))])
  await page.date('2026-11-20')
  await page.next()
  await first.bringToFront()
  await page.start()
  await page.ended()
  await expect(second.locator('.statusline')).toContainText('2026-11-20')

  // The first window imports, as far as the second can tell.
  await first.evaluate(() => { void navigator.locks.request('pinli-import', () => new Promise(() => {})) })
  await second.bringToFront()
  const other = importPage(second)
  await other.open()
  await other.choose([upload('另一份.csv', dirtyCsv(20, []))])
  await other.next()
  await other.start()
  await expect(second.getByText('另一个窗口正在导入目录')).toBeVisible()
  await first.close()
  await expect.poll(() => second.evaluate(async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'pinli-import'))).toBe(false)
  await other.start()
  expect(await other.ended()).toMatchObject({ kept: 20, refused: 0 })
  await expect(second.locator('.line', { hasText: '与之前的目录比' })).toContainText(/不再有\s*20/)
})
