import { expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'
import { emptyForm, readForm, type ResourceForm } from './resource-form.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const typed = (more: Partial<ResourceForm> = {}): ResourceForm => ({ ...emptyForm(), name: ' 分光光度计 UV-02 ', ...more })

test('what the form suggests is taken by the command', () => {
  const read = readForm(typed())
  expect(read.fault).toBeNull()
  if (read.fault) return
  expect(read.fields).toMatchObject({ name: '分光光度计 UV-02', lanes: 1, hours: expect.arrayContaining([{ day: 5, from: 810, to: 1020 }]) as unknown })
  expect(commands['resources.add'].args.safeParse({ id: ID, complex: ID, ...read.fields }).success).toBe(true)
})

test.each<[Partial<ResourceForm>, object]>([
  [{ name: ' ' }, { field: 'name' }],
  [{ lanes: '0' }, { field: 'lanes' }],
  [{ lanes: '1.5' }, { field: 'lanes' }],
  [{ afterMin: '1441' }, { field: 'afterMin' }],
  [{ days: ['', '', '9-12', '', '', '', ''] }, { field: 'day', day: 3 }],
  [{ days: ['8:00-9:00 9:00-10:00 10:00-11:00 11:00-12:00 12:00-13:00', '', '', '', '', '', ''] }, { field: 'day', day: 1 }],
  [{ days: ['', '', '', '', '', '', ''] }, { field: 'week' }],
])('%j is refused at its place', (more, fault) => expect(readForm(typed(more)).fault).toEqual(fault))
