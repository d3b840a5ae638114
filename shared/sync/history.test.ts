import { expect, test } from 'vitest'
import { recordOf, saidBy } from './history.ts'

const [COMPLEX, ID] = ['019ac000-0000-7000-8000-00000000000a', '019ac000-0000-7000-8000-00000000000b']

test('a command speaks of one record, or of none', () => {
  expect([{ complex: COMPLEX, id: ID, more: 1 }, { id: ID }, { complex: COMPLEX, id: '\0' }, null, 'x', []].map(recordOf)).toEqual([`${COMPLEX}/${ID}`, null, null, null, null, null])
})

test('what changed is told by the arguments, and what they say otherwise is left out', () => {
  expect(saidBy({ fields: { phone: { old: null, new: '1' }, odd: 5, half: { old: 'x' } }, start: 7 })).toEqual({ changes: [{ field: 'phone', old: null, now: '1' }], start: 7 })
  expect([{}, null, { fields: 3, start: 'x' }, []].map(saidBy)).toEqual([0, 1, 2, 3].map(() => ({ changes: [], start: null })))
})
