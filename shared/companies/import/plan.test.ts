import { expect, test } from 'vitest'
import { lookAt } from '#shared/readers/look.ts'
import { memoryFile } from '#shared/readers/input-file.ts'
import { suggestMapping } from '#shared/readers/mapping.ts'
import { textRow, workbook } from '#shared/readers/workbook.fixture.ts'
import type { Company } from '../company.ts'
import { usccCheck } from '../uscc.ts'
import { LIST_TARGETS } from './fields.ts'
import { planList } from './plan.ts'
import { readCompanies } from './read.ts'

const code = (body: string): string => body + usccCheck(body)
const [X, Y] = [code('91330602147123456'), code('91330602147123457')]
const held = (id: string, name: string, more: Partial<Company> = {}): Company => ({ id, complex: 'k', name, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0, ...more })
const planOf = async (bytes: string | Uint8Array, companies: Company[] = [], name = '名单.csv') => {
  const file = memoryFile(name, bytes)
  const look = await lookAt(file)
  if (!look.ok) throw new Error(look.problem.code)
  const mapping = suggestMapping(look.value.columns, LIST_TARGETS)
  const read = await readCompanies(file, look.value, mapping)
  if (!read.ok) throw new Error(read.problem.code)
  return { mapping, ...planList(name, read.value.rows, read.value.refused, companies) }
}

test('columns are guessed by their names, in a workbook too, or by what stands in them', async () => {
  const sheet = workbook({ 企业: textRow(1, '序号', '单位名称', '社会信用代码', '经办人', '联系电话', '住所') + textRow(2, '1', '示例针织', X, '吴', '13800000012', '示例路 1 号') })
  expect(await planOf(sheet, [], 'a.xlsx')).toMatchObject({ mapping: { 序号: null, 单位名称: 'name', 社会信用代码: 'uscc', 经办人: 'contact', 联系电话: 'phone', 住所: 'address' }, added: [{ name: '示例针织', uscc: X, contact: '吴', phone: '13800000012', address: '示例路 1 号' }] })
  const bare = await planOf(`甲;乙;丙\n示例针织厂;${X};13800000012\n示例轴承厂;${Y};0575-80000035\n`)
  expect(bare.mapping).toEqual({ 甲: 'name', 乙: 'uscc', 丙: 'phone' })
})

test('each row read is added, merged or refused, and what differs is said', async () => {
  const plan = await planOf(
    `企业名称,信用代码,电话\n新一,,1\n,${X},2\n${'长'.repeat(201)},,3\n示例 针织,,138\n别名厂,${X},139\n新一,,4\n新二,坏码,\n`,
    [held('a', '示例针织', { phone: '137' }), held('b', '示例轴承', { uscc: X }), held('c', '旧名', { mergedInto: 'a' })],
  )
  expect(plan.read).toBe(plan.added.length + plan.merged + plan.refused.length)
  expect(plan.added.map(({ name, uscc }) => [name, uscc])).toEqual([['新一', null], ['新二', '坏码']])
  expect(plan.merged).toBe(3)
  expect(plan.refused.map(({ line, reason }) => [line, reason.code])).toEqual([[3, 'no-name'], [4, 'too-long']])
  expect(plan.filled).toEqual([{ id: 'b', fields: { phone: '139' } }])
  expect(plan.differing.map(({ line, reason }) => [line, reason])).toEqual([
    [5, { code: 'differs', field: 'phone', held: '137', listed: '138' }],
    [6, { code: 'differs', field: 'name', held: '示例轴承', listed: '别名厂' }],
    [7, { code: 'differs', field: 'phone', held: '1', listed: '4' }],
  ])
})

test('one name with two codes that fit is two companies; an alias leads to its company', async () => {
  const two = await planOf(`名称,信用代码\n示例针织,${Y}\n示例针织,${X}\n`, [held('a', '示例针织', { uscc: X })])
  expect([two.added.map(({ uscc }) => uscc), two.merged]).toEqual([[Y], 1])
  const alias = await planOf('名称,电话\n旧名,139\n', [held('a', '示例针织'), held('c', '旧名', { mergedInto: 'a' })])
  expect(alias.filled).toEqual([{ id: 'a', fields: { phone: '139' } }])
})

test('a list that is taken a second time adds nothing', async () => {
  const list = `名称,信用代码,电话\n示例针织,${X},1\n示例轴承,,\n`
  const first = await planOf(list)
  const again = await planOf(list, first.added.map((texts, i) => held(String(i), texts.name, texts)))
  expect([again.added, again.merged, again.filled, again.differing]).toEqual([[], 2, [], []])
})
