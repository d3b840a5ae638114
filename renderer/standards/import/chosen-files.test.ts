import { localDay } from '#shared/lib/dates.ts'
import { expect, test } from 'vitest'
import { fail, ok } from '#shared/lib/result.ts'
import type { FileLook } from '#shared/readers/file.ts'
import { useChosenFiles } from './chosen-files.ts'

const look = (name: string): FileLook => ({ name, size: 1, format: 'csv', gzip: false, encoding: 'utf-8', delimiter: ',', headerLine: 1, sheet: null, otherSheets: [], columns: [], sample: [], rows: { count: 1, exact: true } })
const file = (name: string, lastModified = 0) => new File(['x'], name, { lastModified })
const settled = () => new Promise(resolve => { setTimeout(resolve) })
const choose = () => useChosenFiles(each => Promise.resolve(each.name.startsWith('bad') ? fail({ code: 'empty-file', file: each.name }) : ok(look(each.name))))

test('each file is looked at; one that cannot be read stays in the list with its reason', async () => {
  const { files, ready, unreadable, looking, add, remove } = choose()
  add([file('a.csv'), file('bad.csv')])
  expect(looking.value).toBe(true)
  await settled()
  expect(looking.value).toBe(false)
  expect(ready.value.map(each => each.look.name)).toEqual(['a.csv'])
  expect(unreadable.value).toBe(1)
  remove(files.value[1].id)
  expect(unreadable.value).toBe(0)
})

test('all that cannot be read go at once', async () => {
  const { files, add, removeUnreadable } = choose()
  add([file('bad.csv'), file('a.csv'), file('bad2.csv')])
  await settled()
  removeUnreadable()
  expect(files.value.map(each => each.file.name)).toEqual(['a.csv'])
})

test('the same file is not taken twice', async () => {
  const { files, add } = choose()
  add([file('a.csv')])
  expect(add([file('a.csv'), file('b.csv')])).toEqual(['a.csv'])
  await settled()
  expect(files.value.map(each => each.file.name)).toEqual(['a.csv', 'b.csv'])
})

test('files move up and down and stop at the ends', () => {
  const { files, add, move } = choose()
  add([file('a.csv'), file('b.csv'), file('c.csv')])
  const names = () => files.value.map(each => each.file.name).join(' ')
  const c = files.value[2].id
  expect(move(c, -1)).toBe(2)
  expect(names()).toBe('a.csv c.csv b.csv')
  expect(move(c, -1)).toBe(1)
  expect(move(c, -1)).toBe(1)
  expect(names()).toBe('c.csv a.csv b.csv')
  expect(move(c, 1)).toBe(2)
})

test('a file taken out while it is looked at does not come back', async () => {
  const { files, add, remove } = choose()
  add([file('a.csv')])
  remove(files.value[0].id)
  await settled()
  expect(files.value).toEqual([])
})

test('the newest file gives the day', () => {
  const { newest, add } = choose()
  expect(newest.value).toBeNull()
  add([file('a.csv', Date.UTC(2026, 10, 20, 15, 59)), file('b.csv', Date.UTC(2026, 9, 1))])
  expect(newest.value).toBe('2026-11-20')
  expect(localDay(Date.UTC(2025, 11, 31, 16))).toBe('2026-01-01')
})
