import { expect, test } from 'vitest'
import { beginBatch, changeDraft, drafts } from './drafts.ts'

test('a batch a company: one is opened at once, of several one is chosen, the lab’s own are none', () => {
  expect(beginBatch([{ id: 'a', company: null }])).toBeNull()
  expect(drafts.size).toBe(0)
  expect(beginBatch([{ id: 'a', company: 'x' }, { id: 'b', company: null }, { id: 'c', company: 'x' }])).toBe('/instruments/batch?company=x')
  expect(drafts.get('x')).toMatchObject({ ids: ['a', 'c'], scheme: 'earliest', hand: null })
  changeDraft('x', { scheme: 'cheapest' })
  changeDraft('nobody', { scheme: 'cheapest' })
  expect(beginBatch([{ id: 'd', company: 'y' }, { id: 'e', company: 'z' }])).toBe('/instruments/batch')
  expect([...drafts].map(([company, { ids, scheme }]) => [company, ids, scheme])).toEqual([['x', ['a', 'c'], 'cheapest'], ['y', ['d'], 'earliest'], ['z', ['e'], 'earliest']])
})
