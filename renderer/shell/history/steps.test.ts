import { expect, test } from 'vitest'
import type { OutboxEntry } from '#shared/sync/store.ts'
import { stepsOf } from './steps.ts'

const entry = (mid: number, state: OutboxEntry['state']): OutboxEntry => ({ mid, name: 'companies.patch', args: { fields: { phone: { old: null, new: String(mid) } } }, hash: '', clientTs: mid, state, touches: [], before: [] })
const told = { steps: [{ at: 9, name: 'companies.register', by: '周', letter: 'B', device: '2 号窗口', changes: [], start: null }, { at: 8, name: 'bookings.expire', by: null, letter: null, device: '中心', changes: [], start: null }], more: false }

test('what the hub tells stands below what still waits here, and nothing stands twice', () => {
  const steps = stepsOf(told, [entry(3, 'waiting'), entry(2, 'answered')], '吴')
  expect(steps.map(({ at, by, device, waiting }) => [at, by, device, waiting])).toEqual([[3, '吴', null, true], [9, '周', 'B', false], [8, null, '中心', false]])
  expect(steps[0].changes).toEqual([{ field: 'phone', old: null, now: '3' }])
})

test('without the hub there is all that this desk remembers, and no more', () =>
  expect(stepsOf(null, [entry(3, 'waiting'), entry(2, 'answered')], '吴').map(({ at, waiting }) => [at, waiting])).toEqual([[3, true], [2, false]]))
