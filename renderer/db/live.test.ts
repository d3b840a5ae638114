import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { readDay } from '#shared/bookings/day.ts'
import { readBoard } from '#shared/bookings/board.ts'
import { midnightOf, MINUTE } from '#shared/bookings/times.ts'
import { openDatabase } from './database.ts'
import { openDeskIn } from './desk.ts'
import { type DeskReads, deskReads, watched } from './live.ts'
import { newId } from './new-id.ts'
import { runOn } from './run.ts'

const DAY = '2099-10-09'
const at = (hour: number): number => midnightOf(DAY) + hour * 60 * MINUTE

test.each<[string, (reads: DeskReads) => Promise<number>]>([
  ['behind a function of one look', async reads => {
    const before = async (): Promise<unknown> => await reads.get('companies', 'none')
    await before()
    return (await reads.list('bookings')).length
  }],
  ['of a day', async reads => (await readDay(reads, (await reads.list('resources'))[0], DAY, at(0))).bookings.length],
  ['of many looks at once', async reads => (await readBoard(reads, await reads.list('resources'), { from: at(0), to: at(24) }))[0].parts.filter(({ booking }) => booking).length],
])('a query %s hears of what changes', async (name, ask) => {
  const opened = await openDeskIn(openDatabase(`live-${name}`), () => {})
  if (!opened.ok) throw new Error(opened.problem.code)
  const [company, resource] = [newId(), newId()]
  await runOn(opened.value, [
    { name: 'companies.register', args: { id: company, name: '示例童装', uscc: null, address: null, contact: null, phone: null } },
    { name: 'resources.add', args: { id: resource, name: 'UV-02', lanes: 1, approval: false, open: true, hours: [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 480, to: 1020 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 } },
  ])
  const heard: number[] = []
  const watching = watched(deskReads(opened.value), ask).subscribe(count => { heard.push(count) })
  await vi.waitFor(() => expect(heard).toEqual([0]))
  await runOn(opened.value, [{ name: 'bookings.place', args: { id: newId(), company, purpose: '', start: at(9), end: at(10), slots: [{ id: newId(), resource }] } }])
  await vi.waitFor(() => expect(heard.at(-1)).toBe(1))
  watching.unsubscribe()
})
