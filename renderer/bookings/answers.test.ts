// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { midnightOf, MINUTE } from '#shared/bookings/times.ts'
import { newId } from '../db/new-id.ts'
import { run, runAll } from '../db/run.ts'
import { addMessages } from '../i18n.ts'
import { bookingAnswers } from './answers.ts'
import { bookings } from './contributions.ts'
import LostSlot from './LostSlot.vue'

addMessages([bookings])
const [company, resource, id] = [newId(), newId(), newId()]
const start = midnightOf('2099-10-09') + 510 * MINUTE
const time = { start, end: start + 60 * MINUTE, slots: [{ id: newId(), resource }] }
const place = { id, company, purpose: '', ...time }
const complex = newId()
await runAll([
  { name: 'companies.register', args: { id: company, name: '示例童装', uscc: null, address: null, contact: null, phone: null } },
  { name: 'resources.add', args: { id: resource, name: 'UV-02', lanes: 1, approval: false, open: true, hours: [{ day: 5, from: 480, to: 720 }], granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 } },
])
const TITLE = '示例童装 · UV-02 · 10-09 五 08:30–09:30'

test('a refused one has left no row: it is told by what was asked', async () => {
  expect(await bookingAnswers.read({ name: 'bookings.hold', args: { complex, ...place } }, { mid: 1, outcome: 'rejected', code: 'hold-limit', facts: {} })).toEqual({ title: TITLE, text: '保留已满三个。先确认或取消一个，再保留。', path: '/bookings' })
  expect(await bookingAnswers.read({ name: 'bookings.cancel', args: { complex, id, reason: null } }, { mid: 1, outcome: 'rejected', code: 'not-found', facts: {} })).toMatchObject({ title: '取消预约', path: '/bookings' })
})

test('a waiting one comes with its other times, a refused change with its slip', async () => {
  expect(await run('bookings.place', place)).toMatchObject({ ok: true })
  expect(await bookingAnswers.read({ name: 'bookings.place', args: { complex, ...place } }, { mid: 1, outcome: 'waitlisted', code: 'slot-taken', facts: {} })).toEqual({ title: TITLE, text: '时段没有约到，已排候补。', path: `/bookings/${id}`, card: { component: LostSlot, props: { id } } })
  const moved = { complex, id, change: newId(), ...time, start: start + 60 * MINUTE, end: start + 120 * MINUTE }
  expect(await bookingAnswers.read({ name: 'bookings.reschedule', args: moved }, { mid: 1, outcome: 'rejected', code: 'slot-taken', facts: {} })).toEqual({ title: '示例童装 · UV-02 · 10-09 五 09:30–10:30', text: '这段时间已被占用。', path: `/bookings/${id}` })
})

test('of several asked for together the one in the way is named, with its next times', async () => {
  const item = newId()
  const items = [{ ...time, id: newId(), purpose: '' }, { id: item, purpose: '', start: start + 120 * MINUTE, end: start + 180 * MINUTE, slots: [{ id: newId(), resource }] }]
  const read = (facts: object) => bookingAnswers.read({ name: 'bookings.placeAll', args: { complex, id: newId(), company, items } }, { mid: 1, outcome: 'rejected', code: 'slot-taken', facts: { ...facts } })
  expect(await read({ item, alternatives: [start + 150 * MINUTE] })).toEqual({ title: '示例童装 · UV-02 · 10-09 五 10:30–11:30', text: '这段时间已被占用。2 项都没有约。这一项可改到 10-09 五 11:00。', path: '/bookings' })
  expect(await read({})).toMatchObject({ title: TITLE, text: '这段时间已被占用。2 项都没有约。' })
})
