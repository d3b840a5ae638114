import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { look } from '../../db/live.ts'
import { newId } from '../../db/new-id.ts'
import { run, runAll } from '../../db/run.ts'
import { undoOf } from './undo.ts'

const id = newId()
const patch = (old: string | null, to: string | null) => ({ id, fields: { phone: { old, new: to, conflict: newId() } } })
const undo = (args: object) => look(reads => undoOf(reads, { name: 'companies.patch', args }), null)

test('a change of fields is taken back as long as it stands as it was made', async () => {
  await run('companies.register', { id, name: '示例染整', uscc: null, address: null, contact: null, phone: null })
  const first = patch(null, '1')
  await run('companies.patch', first)
  const found = await undo(first)
  expect(found).toMatchObject({ about: '示例染整', fields: ['phone'], wanted: { name: 'companies.patch', args: { id, fields: { phone: { old: '1', new: null } } } } })
  await run('companies.patch', patch('1', '2'))
  expect(await undo(first)).toBeNull()
  await run('companies.patch', patch('2', '1'))
  expect((await runAll([found!.wanted])).ok).toBe(true)
  expect((await look(reads => reads.get('companies', id), undefined))?.phone).toBeNull()
})

test('a year of the calendar is found by its number, and a step that changes no fields has no undo', async () => {
  const days = [{ day: '2031-10-01', name: '', kind: 'rest' as const, as: null }]
  const set = { id: newId(), year: 2031, fields: { days: { old: [], new: days, conflict: newId() } } }
  await run('calendar.setYear', set)
  expect(await look(reads => undoOf(reads, { name: 'calendar.setYear', args: { ...set, id: newId() } }), null)).toMatchObject({ about: '2031', wanted: { args: { year: 2031, fields: { days: { old: days, new: [] } } } } })
  expect(await look(reads => undoOf(reads, { name: 'bookings.cancel', args: { id } }), null)).toBeNull()
})
