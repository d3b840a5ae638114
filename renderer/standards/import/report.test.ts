import { expect, test } from 'vitest'
import type { HeldRepair, Refusal } from '#shared/standards/import/outcome.ts'
import { readReport, writeReport } from './report.ts'

const refused: Refusal[] = [
  { file: 'a.csv', line: 3, raw: '无,名称\n第二行', cells: { 编号: '无', 名称: '名称\n第二行', 空: null }, reason: { code: 'placeholder-number', text: '无' } },
  { file: 'b.ndjson', line: 9, raw: '{broken', cells: {}, reason: { code: 'json' } },
]
const held: HeldRepair[] = [{ file: 'a.csv', line: 2, number: 'GB/T 1-2020', kind: 'ics-zeros', field: 'ics', from: '1.12', to: '01.120' }]

test('what was written is read again', async () => {
  const report = { refused, repairs: { counts: { 'ics-zeros': 49 }, held } }
  expect(await readReport(writeReport(report))).toEqual(report)
})

test('nothing refused and nothing repaired is a report too', async () => {
  const report = { refused: [], repairs: { counts: {}, held: [] } }
  expect(await readReport(writeReport(report))).toEqual(report)
})

test.each([['empty', ''], ['not json', '{"report":1'], ['another version', '{"report":2,"refused":0,"counts":{}}\n']])('%s is no report', async (_, text) => {
  expect(await readReport(new Blob([text]))).toBeNull()
})

test('a report that lost its end is not taken for a whole one', async () => {
  const whole = await writeReport({ refused, repairs: { counts: {}, held: [] } }).text()
  expect(await readReport(new Blob([whole.split('\n').slice(0, 2).join('\n')]))).toBeNull()
})
