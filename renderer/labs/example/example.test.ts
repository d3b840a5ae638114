import { describe, expect, test } from 'vitest'
import type { Booking } from '#shared/bookings/booking.ts'
import { applicationNumber } from '#shared/bookings/standing.ts'
import { commands } from '#shared/commands.ts'
import { methodOf } from '#shared/labs/method.ts'
import { starterCatalogue } from '#shared/standards/starter.ts'
import type { Wanted } from '../../db/run.ts'
import type { LabView } from '../lab-of.ts'
import { EXAMPLES, examples } from './directory.ts'
import { putExample } from './put.ts'
import { removeExample, restedOn } from './remove.ts'

let last = 0
const newId = (): string => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`
const complex = newId()
const valid = (wanted: readonly Wanted[]): void => wanted.forEach(({ name, args }) => expect([name, commands[name].args.safeParse({ complex, ...args }).error]).toEqual([name, undefined]))

/** The lab as the commands leave it. */
const stood = (which: (typeof EXAMPLES)[number]): LabView => {
  const view = { labs: [], sites: [], rows: [], tests: [], resources: [] } as unknown as LabView
  for (const { name, args } of putExample(which, newId).wanted) {
    if (name === 'labs.add') view.lab = { ...args, complex, retired: false, imported: null }
    if (name === 'labs.addSite') view.sites.push({ ...args, complex, retired: false })
    if (name === 'resources.add') view.resources.push({ ...args, complex })
    if (name === 'labs.addTest') view.tests.push({ ...args, complex, retired: false })
    if (name === 'labs.takeScope') view.rows.push(...args.rows.map(row => ({ ...row, complex, lab: args.id, method: methodOf(row.number)!.method, retired: false })))
  }
  return view
}

describe.each(EXAMPLES)('%s', which => {
  test('says 示例 of its lab, its resources and its tests, and names only methods that the starter catalogue holds', () => {
    const held = new Set(starterCatalogue().map(({ number }) => number))
    const { lab, resources, tests } = examples[which]
    expect(lab).toMatch(/^示例/)
    for (const { name } of resources) expect(name).toMatch(/^示例/)
    for (const { sample, number, parts } of tests) {
      expect([number, held.has(number), methodOf(number)?.number, sample.startsWith('示例')]).toEqual([number, true, number, true])
      for (const [name] of parts) expect(resources.map(one => one.name)).toContain(name)
    }
    expect(tests.some(({ listed }) => !listed)).toBe(true)
  })

  test('is put in by commands that hold, and all of it goes while it is as it came', () => {
    valid(putExample(which, newId).wanted)
    const view = stood(which)
    const { wanted, kept } = removeExample(view, restedOn([], []), newId)
    valid(wanted)
    expect(kept).toEqual([])
    const ids = wanted.map(({ args }) => (args as { id: string }).id)
    for (const { id } of [view.lab, ...view.sites, ...view.rows, ...view.tests, ...view.resources]) expect(ids).toContain(id)
  })
})

test('what was changed, what is booked and what a kept test needs stay and are named; the lab stays with them', () => {
  const view = stood('keqiao')
  const [room, meter] = view.resources
  view.tests[0] = { ...view.tests[0], sample: '20 g' }
  view.resources[3] = { ...view.resources[3], lanes: 2 }
  const booking = { id: newId(), resources: [view.resources[2].id], by: { at: Date.UTC(2026, 9, 8) } } as Booking
  const { wanted, kept } = removeExample(view, restedOn([booking], [{ resource: view.resources[5].id }, { resource: null }]), newId)
  const numbers = [applicationNumber(booking)]
  expect(kept).toEqual([
    { name: '纺织品 甲醛含量', why: 'changed' }, { name: room.name, why: 'used' }, { name: meter.name, why: 'used' }, { name: '示例 酸度计', why: 'booked', numbers }, { name: '示例 摩擦牢度仪', why: 'changed' }, { name: '示例 织物强力机', why: 'linked' },
  ])
  const ids = wanted.map(({ args }) => (args as { id: string }).id)
  for (const { id } of [view.lab, ...view.sites, room, meter, view.resources[2], view.resources[3], view.tests[0]]) expect(ids).not.toContain(id)
  expect(ids).toContain(view.resources[4].id)
  valid(wanted)
})

test('a test that is booked stays with its line of the scope, by the number of the booking; every other resource goes out of use', () => {
  const view = stood('keqiao')
  const [booked] = view.tests
  const row = view.rows.find(({ parameter }) => parameter === booked.parameter)!
  const booking = { id: newId(), resources: booked.parts.map(({ resource }) => resource), by: { at: 0 }, test: { id: booked.id, scope: { evidence: { row: row.id } } } } as unknown as Booking
  const { wanted, kept } = removeExample(view, restedOn([booking], []), newId)
  expect(kept.map(one => [one.why, 'numbers' in one && one.numbers])).toEqual(Array.from({ length: 4 }, () => ['booked', [applicationNumber(booking)]]))
  const gone = wanted.flatMap(({ name, args }) => (name === 'resources.patch' && args.fields.retired?.new ? [args.id] : []))
  expect(gone.sort()).toEqual(view.resources.map(({ id }) => id).filter(id => !booking.resources.includes(id)).sort())
})

test('a lab that was changed stays alone', () => {
  const view = stood('xinchang')
  view.lab = { ...view.lab, address: '新街' }
  expect(removeExample(view, restedOn([], []), newId).kept).toEqual([{ name: '示例轴承检测中心', why: 'changed' }])
})
