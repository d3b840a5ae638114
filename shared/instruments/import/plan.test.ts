import { expect, test } from 'vitest'
import type { Company } from '#shared/companies/company.ts'
import { usccCheck } from '#shared/companies/uscc.ts'
import { memoryFile } from '#shared/readers/input-file.ts'
import { readList } from '#shared/readers/list.ts'
import { lookAt } from '#shared/readers/look.ts'
import { suggestMapping } from '#shared/readers/mapping.ts'
import { textRow, workbook } from '#shared/readers/workbook.fixture.ts'
import type { Instrument } from '../instrument.ts'
import { LISTED_TARGETS, readListed } from './fields.ts'
import { planInstruments } from './plan.ts'

const X = '91330602147123456' + usccCheck('91330602147123456')
const company = (id: string, name: string, more: Partial<Company> = {}): Company => ({ id, complex: 'k', name, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0, ...more })
const COMPANIES = [company('a', '示例针织', { uscc: X }), company('b', '示例轴承'), company('b2', '同名厂'), company('b3', '同名厂'), company('c', '旧名', { mergedInto: 'a' })]
const planOf = async (bytes: string | Uint8Array, { instruments = [], owner = null, own = false, resources = [], name = '台账.csv' }: { instruments?: Instrument[]; owner?: string | null | undefined; own?: boolean; resources?: { id: string; name: string }[]; name?: string } = {}) => {
  const file = memoryFile(name, bytes)
  const look = await lookAt(file)
  if (!look.ok) throw new Error(look.problem.code)
  const mapping = suggestMapping(look.value.columns, LISTED_TARGETS)
  const read = await readList(file, look.value, raw => readListed(name, raw, mapping, { kind: 'calibration', months: 12 }, '2026-10-08'))
  if (!read.ok) throw new Error(read.problem.code)
  return { mapping, ...planInstruments(name, read.value, { companies: COMPANIES, instruments, labs: [{ name: '示例检测中心' }], resources }, own ? { company: null } : owner === null ? null : { company: owner }) }
}

test('columns of a workbook are guessed, kinds and intervals read, a certificate taken with its row', async () => {
  const sheet = workbook({ 台账: textRow(1, '序号', '使用单位', '器具编号', '器具名称', '规格型号', '测量范围', '溯源方式', '检定周期', '证书编号', '检定日期', '有效期至') + textRow(2, '1', X, 'KC-1', '数显卡尺', 'D1', '0–150 mm', '检定', '1年', 'Z-1', '2026/3/5', '2027-03-04') })
  expect(await planOf(sheet, { name: 'a.xlsx' })).toMatchObject({
    mapping: { 序号: null, 使用单位: 'owner', 器具编号: 'number', 器具名称: 'name', 规格型号: 'model', 测量范围: 'range', 溯源方式: 'kind', 检定周期: 'months', 证书编号: 'certificate', 检定日期: 'day', 有效期至: 'validTo' },
    added: [{ company: 'a', number: 'KC-1', name: '数显卡尺', kind: 'verification', months: 12, certificate: { number: 'Z-1', issuer: null, day: '2026-03-05', validTo: '2027-03-04' } }],
  })
})

test('every row is new, merged or refused with its reason; whose it is goes by code, whole name or alias', async () => {
  const plan = await planOf(`企业,编号,名称,类别,周期,最大允许误差,证书编号,校准日期,有效期至
示例轴承,1,卡尺,期间核查,半年,± 0.03,,,
旧名,2,卡尺,校准,24个月,,,,
示例轴承,1,卡尺,校准,,,,,
示例轴承,1,游标卡尺,校准,,,,,
,3,卡尺,,,,,,
没有这家,4,卡尺,,,,,,
同名厂,5,卡尺,,,,,,
示例轴承,,卡尺,,,,,,
示例轴承,6,卡尺,检定/校准,,,,,
示例轴承,7,卡尺,,常年,,,,
示例轴承,8,卡尺,,,三丝,,,
示例轴承,9,卡尺,,,,,2026-01-01,
示例轴承,10,卡尺,,,,Z-1,2026-13-01,
示例轴承,11,卡尺,,,,Z-1,2026-02-01,2026-01-01
示例轴承,12,卡尺,,,,Z-1,2026-12-01,
`)
  expect(plan.read).toBe(plan.added.length + plan.merged + plan.refused.length)
  expect(plan.added.map(({ company: of, number, kind, months, mpe }) => [of, number, kind, months, mpe])).toEqual([['b', '1', 'check', 6, '0.03'], ['a', '2', 'calibration', 24, null], ['b', '1', 'calibration', 12, null]])
  expect(plan.differing.map(({ line, reason }) => [line, reason])).toEqual([[5, { code: 'differs', field: 'name', held: '卡尺', listed: '游标卡尺' }]])
  expect(plan.refused.map(({ line, reason }) => [line, reason.code])).toEqual([
    [6, 'no-owner'], [7, 'unknown-owner'], [8, 'several-owners'], [9, 'missing'], [10, 'bad-kind'], [11, 'bad-months'], [12, 'bad-mpe'], [13, 'half-certificate'], [14, 'bad-day'], [15, 'ends-first'], [16, 'ahead'],
  ])
})

const BARE = { model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, mpe: null, unit: null } as const

test('a list of one company names it once, and taken a second time adds nothing', async () => {
  const list = '编号,名称\nKC-1,卡尺\nKC-2,千分尺\n'
  const once = await planOf(list, { owner: 'c' })
  expect(once.added.map(({ company: of, number }) => [of, number])).toEqual([['a', 'KC-1'], ['a', 'KC-2']])
  const held = once.added.map(({ company: of, number, name }, i): Instrument => ({ ...BARE, company: of, number, name, id: String(i), complex: 'k', resource: null, label: 'due', advanceDays: 30, registeredAt: 0 }))
  const again = await planOf(list, { owner: 'c', instruments: held })
  expect([again.added, again.merged, again.differing]).toEqual([[], 2, []])
})

test('a due day without a certificate is kept as such, also with the day it was done last; never as a certificate', async () => {
  const plan = await planOf(`企业,编号,名称,证书编号,校准日期,有效期至
示例轴承,1,卡尺,,,2026-09-30
示例轴承,2,卡尺,,2026-01-05,2027-01-04
示例轴承,3,卡尺,Z-1,2026-01-05,2027-01-04
示例轴承,4,卡尺,Z-1,,2027-01-04
`)
  expect(plan.added.map(({ number, listed, certificate: of }) => [number, listed, of?.number])).toEqual([['1', { due: '2026-09-30', done: null }, undefined], ['2', { due: '2027-01-04', done: '2026-01-05' }, undefined], ['3', null, 'Z-1']])
  expect(plan.refused.map(({ line, reason }) => [line, reason.code])).toEqual([[5, 'half-certificate']])
})

test('the lab’s own are chosen for the list or named by the lab, and linked where the number is that of one resource', async () => {
  const resources = [{ id: 'r1', name: '分光光度计 UV-02' }, { id: 'r2', name: '摩擦牢度仪CR-02' }, { id: 'r3', name: '拉力机 SL-07' }, { id: 'r4', name: '拉力机二 SL-07' }, { id: 'r5', name: '房间 RM-1', kind: 'room' }, { id: 'r6', name: '天平 UV-021', retired: true }, { id: 'r7', name: 'uv–09' }]
  const plan = await planOf(`企业,编号,名称
示例检测中心,UV-02,分光光度计
,CR-02,摩擦牢度仪
,UV-0,光度计
,SL-07,拉力机
,RM-1,温湿度计
,UV-021,天平
,UV-09,光度计
示例轴承,UV-02,光度计
`, { own: true, resources })
  expect(plan.added.map(({ company: of, number, resource }) => [of, number, resource])).toEqual([[null, 'UV-02', 'r1'], [null, 'CR-02', 'r2'], [null, 'UV-0', null], [null, 'SL-07', null], [null, 'RM-1', null], [null, 'UV-021', null], [null, 'UV-09', 'r7'], ['b', 'UV-02', null]])
  expect(plan.differing.map(({ line, reason }) => [line, reason])).toEqual([[5, { code: 'several-resources', number: 'SL-07' }]])
  const held = { ...BARE, company: null, number: 'UV-02', name: '分光光度计', id: 'i', complex: 'k', resource: 'r1', label: 'due', advanceDays: 30, registeredAt: 0 } as const
  expect(await planOf('编号,名称\nUV-02,分光光度计\n', { own: true, resources, instruments: [held] })).toMatchObject({ added: [], merged: 1 })
})
