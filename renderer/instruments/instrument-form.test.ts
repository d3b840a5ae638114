import { expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'
import { instrument } from '#shared/instruments/records.fixture.ts'
import { newId } from '../db/new-id.ts'
import { changesOf, formOf, type InstrumentForm, readForm } from './instrument-form.ts'

const typed = (of: Partial<InstrumentForm>) => readForm({ ...formOf(null), number: 'KC-0117', name: '数显卡尺', ...of })

test('what is typed is what the command takes, blanks are nothing', () => {
  const read = typed({ range: ' 0–150 mm ', model: ' ', mpe: '0.03', unit: 'mm' })
  expect(read).toMatchObject({ fault: null, fields: { range: '0–150 mm', model: null, months: 12, advanceDays: 30, label: 'due', resource: null } })
  if (read.fault === null) expect(commands['instruments.add'].args.safeParse({ complex: newId(), id: newId(), company: null, ...read.fields }).success).toBe(true)
})

test.each([['number', ' '], ['name', ''], ['months', '0'], ['months', '1.5'], ['months', ''], ['advanceDays', '-1'], ['mpe', '0,03'], ['mpe', '0'], ['unit', 'x'.repeat(21)]] as const)('%s %j is said at its line', (line, text) =>
  expect(typed({ [line]: text })).toEqual({ fault: line }))

test('only what was changed goes, with what was seen', () => {
  const was = instrument({ number: 'KC-0117', name: '数显卡尺', keeper: '甲' })
  const now = (of: Partial<InstrumentForm>) => {
    const read = readForm({ ...formOf(was), ...of })
    return read.fault === null ? changesOf(was, read.fields) : read.fault
  }
  expect(now({})).toBeNull()
  expect(now({ keeper: '', dayBefore: true })).toMatchObject({ keeper: { old: '甲', new: null }, label: { old: 'due', new: 'dayBefore' } })
})
