import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryFile } from '#shared/readers/input-file.ts'
import { lookAt } from '#shared/readers/look.ts'
import { readRows } from '#shared/readers/read.ts'
import { takeScope } from '../scope-commands.ts'
import { batchesOf } from './batches.ts'
import { missingIn, suggestScope } from './columns.ts'
import { compareScope, type Named } from './compare.ts'
import { type ReadLine, type ScopeDefaults, scopeReader } from './read-scope.ts'

const DEFAULTS: ScopeDefaults = { scheme: 'CNAS', certificate: 'L00000', from: null, until: '2028-03-31' }
const read = async (csv: string, defaults = DEFAULTS) => {
  const file = memoryFile('能力表.csv', csv)
  const look = await lookAt(file)
  if (!look.ok) throw new Error(look.problem.code)
  const mapping = suggestScope(look.value)
  const reader = scopeReader(file.name, mapping, defaults)
  for await (const rows of readRows(file, look.value)) if (rows.ok) reader.take(rows.value)
  return { mapping, ...reader.found }
}
let next = 0
const newId = (): string => `00000000-0000-7000-8000-${String(++next).padStart(12, '0')}`
const rowOf = (line: ReadLine): Named => ({ ...line, id: newId(), complex: 'x', lab: 'l', retired: false })

const HEAD = '序号,检测对象,项目/参数,检测标准（方法）名称及编号（含年号）,测量范围,场所,有效期至\n'

test('columns are guessed by what annexes call them; what none feeds is said', async () => {
  const { mapping } = await read(`${HEAD}1,纺织品,甲醛含量,GB/T 2912.1-2009,,,\n`)
  expect(mapping).toEqual({ 序号: null, 检测对象: 'object', '项目/参数': 'parameter', '检测标准（方法）名称及编号（含年号）': 'method', 测量范围: 'range', 场所: 'site', 有效期至: 'until' })
  expect([missingIn(mapping), missingIn({ 检测对象: 'object' })]).toEqual([[], ['parameter', 'method']])
})

test('every row is a line, merged, or refused with its reason', async () => {
  const { read: rows, lines, merged, refused, carried } = await read(`${HEAD}1,纺织品,甲醛含量,《纺织品 甲醛的测定》GB/T 2912.1—2009,20–3500 mg/kg,柯桥,2027/11/30
2,纺织品,甲醛含量,GB/T 2912.1-2009,20–3500 mg/kg,柯桥,2027-11-30
3,,pH 值,GB/T 7573-2009,2–12,,
4,皮革,,GB/T 19941-2019,,,
5,纺织品,异味,GB 18401-2010 6.7,,,
6,纺织品,耐水色牢度,按客户要求,,,
7,纺织品,耐水色牢度,GB/T 5713-2013；ISO 105-E01:2013,,,
8,纺织品,耐水色牢度,GB/T 5713-2013,,,2027-02
9,纺织品,耐水色牢度,,,,
`)
  expect(lines.map(({ object, parameter, number, clause, site, until, certificate }) => [object, parameter, number, clause, site, until, certificate])).toEqual([
    ['纺织品', '甲醛含量', 'GB/T 2912.1-2009', null, '柯桥', '2027-11-30', 'L00000'],
    ['纺织品', 'pH 值', 'GB/T 7573-2009', null, null, '2028-03-31', 'L00000'],
    ['纺织品', '异味', 'GB 18401-2010', '6.7', null, '2028-03-31', 'L00000'],
  ])
  expect(refused.map(({ line, reason }) => [line, reason.code])).toEqual([[5, 'missing'], [7, 'no-method'], [8, 'several-methods'], [9, 'bad-date'], [10, 'missing']])
  expect([rows, merged, carried]).toEqual([9, 1, 1])
  expect(rows).toBe(lines.length + merged + refused.length)
})

describe('against the edition before', () => {
  const line = (over: Partial<ReadLine> = {}): ReadLine => ({ ...DEFAULTS, object: '纺织品', parameter: '甲醛', number: 'GB/T 2912.1-2009', method: 'GB 2912.1', clause: null, range: null, cmc: null, site: null, ...over })
  const count = ({ added, changed, same, gone }: ReturnType<typeof compareScope>): number[] => [added.length, changed.length, same, gone.length]

  test('new, changed, the same, gone; another scheme is not spoken of', () => {
    const before = [line(), line({ parameter: 'pH' }), line({ parameter: '异味' }), line({ scheme: 'CMA' })].map(rowOf)
    expect(count(compareScope(before, [line(), line({ parameter: 'pH', range: '2–12' }), line({ parameter: '色牢度' })]))).toEqual([1, 1, 1, 1])
    expect(count(compareScope(before, [line({ number: 'GB/T 2912.1-2019' })]))).toEqual([0, 1, 0, 2])
  })

  const lines = fc.uniqueArray(
    fc.record({ parameter: fc.constantFrom('甲醛', 'pH'), range: fc.constantFrom(null, '1–5', '2–12'), site: fc.constantFrom(null, '柯桥'), until: fc.constantFrom(null, '2028-03-31') }).map(line),
    { maxLength: 12, selector: one => JSON.stringify(one) },
  )
  test('the sums hold, and after the batches the scope is what the file says', () =>
    fc.assert(fc.property(lines, lines, (old, now) => {
      const before = old.map(rowOf)
      const changes = compareScope(before, now)
      expect(now.length).toBe(changes.added.length + changes.changed.length + changes.same)
      if (now.length > 0) expect(before.length).toBe(changes.same + changes.changed.length + changes.gone.length)
      const sites = new Map([['柯桥', newId()]])
      const batches = batchesOf({ read: now.length, lines: now, merged: 0, refused: [], carried: 0 }, changes, sites, newId)
      const after = new Map(before.map(row => [row.id, JSON.stringify({ ...line(), range: row.range, parameter: row.parameter, site: row.site && sites.get(row.site), until: row.until })]))
      for (const batch of batches) {
        expect(takeScope.args.safeParse({ complex: newId(), id: newId(), ...batch }).error).toBeUndefined()
        for (const row of batch.rows) after.set(row.id, JSON.stringify({ ...line(), range: row.range, parameter: row.parameter, site: row.site, until: row.until }))
        for (const id of batch.ended) after.delete(id)
      }
      expect(batches.filter(({ account }) => account !== null)).toHaveLength(1)
      if (now.length > 0) expect([...after.values()].sort()).toEqual(now.map(one => JSON.stringify({ ...one, site: one.site && sites.get(one.site)! })).sort())
    })))

  test('no batch is larger than a command takes', () => {
    const many = Array.from({ length: 250 }, (_, i) => line({ parameter: `参数${i}` }))
    const read = { read: 250, lines: many, merged: 0, refused: [], carried: 0 }
    expect(batchesOf(read, compareScope([], many), new Map(), newId).map(({ rows }) => rows.length)).toEqual([100, 100, 50])
    const before = many.map(rowOf)
    expect(batchesOf({ ...read, read: 1, lines: [line()] }, compareScope(before, [line()]), new Map(), newId).map(({ rows, ended }) => [rows.length, ended.length])).toEqual([[1, 0], [0, 100], [0, 100], [0, 50]])
  })
})
