import { expect, test } from 'vitest'
import type { Lab, LabSite } from '#shared/labs/lab.ts'
import { labCommands, labForm } from './lab-form.ts'

let n = 0
const newId = (): string => `id-${++n}`
const LAB: Lab = { id: 'l', complex: 'x', name: '示例检测中心', address: null, opening: null, contact: null, example: false, retired: false, imported: null }
const SITES: LabSite[] = ['柯桥', '上虞'].map(name => ({ id: name, complex: 'x', lab: 'l', name, address: null, retired: false }))

test('a new lab comes with its sites, one without a name not at all', () => {
  expect(labCommands({ ...labForm(null, []), sites: '柯桥、上虞, 柯桥' }, null, [], newId)).toBeNull()
  const made = labCommands({ ...labForm(null, []), name: ' 示例检测中心 ', sites: '柯桥、上虞, 柯桥' }, null, [], newId)!
  expect(made.wanted.map(({ name, args }) => [name, (args as { name?: string }).name])).toEqual([['labs.add', '示例检测中心'], ['labs.addSite', '柯桥'], ['labs.addSite', '上虞']])
})

test('only what was changed is sent; a site that is named no more goes out of use', () => {
  expect(labCommands(labForm(LAB, SITES), LAB, SITES, newId)).toEqual({ id: 'l', wanted: [] })
  const { wanted } = labCommands({ ...labForm(LAB, SITES), opening: '8:30–17:00', sites: '柯桥、诸暨' }, LAB, SITES, newId)!
  expect(wanted.map(({ name, args }) => [name, args])).toMatchObject([
    ['labs.patch', { id: 'l', fields: { opening: { old: null, new: '8:30–17:00' } } }], ['labs.addSite', { lab: 'l', name: '诸暨' }], ['labs.patchSite', { id: '上虞', fields: { retired: { old: false, new: true } } }],
  ])
})
