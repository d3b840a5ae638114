import { expect, test } from 'vitest'
import { specialDays } from './special-days.ts'

test('rest and make-up days by what the event says, nothing by guess', () => {
  const found = specialDays([
    { title: '国庆节（休）', special: null, first: '2026-10-01', last: '2026-10-02' },
    { title: '国庆节 班', special: null, first: '2026-10-10', last: '2026-10-10' },
    { title: 'National Day', special: 'WORK-HOLIDAY', first: '2026-10-03', last: '2026-10-03' },
    { title: '重阳节', special: null, first: '2026-10-18', last: '2026-10-18' },
    { title: '元旦（休）', special: null, from: Date.UTC(2027, 0, 1, 0), to: Date.UTC(2027, 0, 1, 9) },
  ], 3)
  expect(found.days).toEqual([
    { day: '2026-10-01', kind: 'rest', as: null, name: '国庆节' },
    { day: '2026-10-02', kind: 'rest', as: null, name: '国庆节' },
    { day: '2026-10-03', kind: 'rest', as: null, name: 'National Day' },
    { day: '2026-10-10', kind: 'work', as: 3, name: '国庆节' },
    { day: '2027-01-01', kind: 'rest', as: null, name: '元旦' },
  ])
  expect(found.unsaid).toEqual(['重阳节'])
})
