import { expect, test } from 'vitest'
import type { Stamp } from '#shared/sync/command.ts'
import type { Row, Tx } from '#shared/sync/tx.ts'
import { type Company, companyOf, type CompanyTables } from './company.ts'
import { merge, setApart, unmerge } from './merge.ts'

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`
const [complex, a, b, c] = [id(0), id(1), id(2), id(3)]
const STAMP = { now: 9 } as Stamp
const start = () => {
  const rows = new Map<string, Row>([a, b, c].map(one => [`companies/${one}`, { id: one, complex, name: one, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0 }]))
  const tx = { get: (table: string, key: string) => Promise.resolve(rows.get(`${table}/${key}`)), put: (table: string, row: Row) => Promise.resolve(void rows.set(`${table}/${row.id}`, row)) } as unknown as Tx<CompanyTables>
  const meant = async (): Promise<(string | undefined)[]> => Promise.all([a, b, c].map(async one => (await companyOf(tx, one))?.id))
  return { tx, rows, meant, join: (one: string, into: string) => merge.run(tx, { complex, id: one, into }, STAMP), part: (one: string, into: string) => unmerge.run(tx, { complex, id: one, into }, STAMP) }
}

test('two desks that merge each into the other make one company and no ring, and either undo parts them', async () => {
  const { join, part, meant } = start()
  await join(a, b)
  expect(await join(b, a)).toMatchObject({ ok: true })
  expect(await meant()).toEqual([b, b, c])
  await part(b, a)
  expect(await meant()).toEqual([a, b, c])
  expect(await part(a, b)).toMatchObject({ ok: true })
})

test('what is merged three ways round ends in one, from any of them', async () => {
  const { join, meant } = start()
  for (const [one, into] of [[a, b], [b, c], [c, a]]) await join(one, into)
  expect(await meant()).toEqual([c, c, c])
})

test('what a third holds together is not parted in silence', async () => {
  const { join, part } = start()
  await join(a, c)
  await join(b, c)
  expect(await part(a, b)).toMatchObject({ ok: false, problem: { code: 'bad-state' } })
})

test('a company that is not there is no alias', async () => {
  const { join } = start()
  expect(await join(a, id(9))).toMatchObject({ ok: false, problem: { code: 'not-found' } })
})

test('a row on its way to another version ends what is followed', async () => {
  const { tx, rows } = start()
  for (const [one, into] of [[a, b], [b, a]]) rows.set(`companies/${one}`, { ...rows.get(`companies/${one}`)!, mergedInto: into } as Company)
  expect(await companyOf(tx, a)).toBeDefined()
})

test('two that were told apart can be taken back, and nobody writes over another pair', async () => {
  const { tx, rows } = start()
  const say = (apart: boolean, other = b) => setApart.run(tx, { complex, id: id(7), one: a, other, apart }, STAMP)
  await say(true)
  await say(false)
  expect(rows.get(`company_pairs/${id(7)}`)).toMatchObject({ one: a, other: b, apart: false, at: 9 })
  expect(await say(true, c)).toMatchObject({ ok: false, problem: { code: 'validation' } })
})
