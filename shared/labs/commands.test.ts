import { expect, test } from 'vitest'
import type { Access, Role } from '#shared/sync/scopes.ts'
import type { Reads, Tx } from '#shared/sync/tx.ts'
import { addTest, patchLab } from './commands.ts'
import type { Lab, LabTables, ScopeRow } from './lab.ts'
import { takeScope } from './scope-commands.ts'

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`
const COMPLEX = id(0)
const LAB: Lab = { id: id(1), complex: COMPLEX, name: '甲', address: null, opening: null, contact: null, example: false, retired: false, imported: null }
const STAMP = { now: 5, user: id(8), device: id(8), client: id(8), mid: 1 }
const LINE = { id: id(2), scheme: 'CNAS', certificate: null, object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', clause: null, range: null, cmc: null, site: null, from: null, until: null } as const

const store = (rows: (Lab | ScopeRow)[]) => {
  const held = new Map<string, unknown>(rows.map(row => [row.id, row]))
  const tx = { get: (_: string, key: string) => Promise.resolve(held.get(key)), put: (_: string, row: { id: string }) => Promise.resolve(void held.set(row.id, row)) } as unknown as Tx<LabTables>
  return { held, tx }
}
const take = (over: object) => takeScope.args.parse({ complex: COMPLEX, id: LAB.id, rows: [LINE], ended: [], account: null, ...over })

test('the lab’s people and admins keep it, nobody else', async () => {
  const as = (role: Role): Access => ({ user: id(8), memberships: [{ complex: COMPLEX, role, company: null }] })
  const args = patchLab.args.parse({ complex: COMPLEX, id: LAB.id, fields: {} })
  for (const role of ['lab', 'admin'] as const) expect(await patchLab.who({} as Reads<LabTables>, args, as(role))).toBeNull()
  for (const role of ['front', 'trainer', 'company'] as const) expect(await patchLab.who({} as Reads<LabTables>, args, as(role))).toEqual({ code: 'forbidden' })
})

test('a batch puts its lines once, ends others and leaves the account of the import', async () => {
  const old: ScopeRow = { ...LINE, id: id(3), complex: COMPLEX, lab: LAB.id, method: 'GB 2912.1', retired: false }
  const { held, tx } = store([LAB, old])
  const account = { id: id(7), read: 3, kept: 1, merged: 1, refused: 1, added: 1, changed: 0, same: 0, gone: 1 }
  const args = take({ ended: [old.id], account })
  for (const now of [5, 9]) expect(await takeScope.run(tx, args, { ...STAMP, now })).toMatchObject({ ok: true })
  expect(held.get(LINE.id)).toMatchObject({ lab: LAB.id, method: 'GB 2912.1', retired: false })
  expect(held.get(old.id)).toMatchObject({ retired: true })
  expect(held.get(LAB.id)).toMatchObject({ imported: { ...account, at: 5 } })
})

test('a line of another lab is not found, and nothing is written', async () => {
  const foreign: ScopeRow = { ...LINE, id: id(3), complex: COMPLEX, lab: id(9), method: 'GB 2912.1', retired: false }
  const { held, tx } = store([LAB, foreign])
  for (const args of [take({ ended: [foreign.id] }), take({ rows: [{ ...LINE, id: foreign.id }] })]) expect(await takeScope.run(tx, args, STAMP)).toEqual({ ok: false, problem: { code: 'not-found' } })
  expect([...held.values()]).toEqual([LAB, foreign])
})

test('an account that doesn’t add up, a number of another spelling and a validity that ends before it begins are refused', () => {
  const sum = { id: id(7), read: 4, kept: 1, merged: 1, refused: 1, added: 1, changed: 0, same: 0, gone: 1 }
  for (const over of [{ account: sum }, { rows: [{ ...LINE, number: 'gb/t2912.1—2009' }] }, { rows: [{ ...LINE, from: '2026-02-01', until: '2026-01-31' }] }]) expect(() => take(over)).toThrow()
})

test('a test has at least one part and one price an urgency', () => {
  const good = { complex: COMPLEX, id: id(4), lab: LAB.id, object: '纺织品', parameter: '甲醛', number: LINE.number, range: null, sample: null, parts: [{ resource: id(5), minutes: 120, after: { least: 0, most: null } }], prices: [{ urgency: 'normal', days: 5, fen: 12000 }] }
  expect(addTest.args.safeParse(good).success).toBe(true)
  const bad = [{ parts: [] }, { prices: [...good.prices, ...good.prices] }, { prices: [{ urgency: 'normal', days: 5, fen: 1.5 }] }, { parts: [{ ...good.parts[0], after: { least: 60, most: 30 } }] }]
  for (const over of bad) expect(addTest.args.safeParse({ ...good, ...over }).success).toBe(false)
})
