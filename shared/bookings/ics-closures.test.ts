import { expect, test } from 'vitest'
import { z } from 'zod'
import { readIcs } from '#shared/readers/ics.ts'
import { type BookingSlot, LONGEST } from './booking.ts'
import { type IcsClosure, icsClosures } from './ics-closures.ts'
import { DAY, midnightOf, MINUTE } from './times.ts'

const NOW = midnightOf('2026-10-08')
const HOUR = 60 * MINUTE
const nine = midnightOf('2026-10-09')
const read = (...events: string[]) => {
  const found = readIcs(['BEGIN:VCALENDAR', ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines.split('\n'), 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n'), '2028-01-01')
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}
const take = (ics: ReturnType<typeof read>, known: BookingSlot[] = [], resource = 'r') => icsClosures(ics, resource, { now: NOW, known })
const slot = (id: string, from: number, to: number, more: Partial<BookingSlot> = {}): BookingSlot => ({ id, complex: 'c', company: null, booking: null, resource: 'r', lane: 0, from, to, kind: 'closed', status: 'closed', waitingFor: null, waitSeq: null, reason: '', ...more })
const stands = ({ id, start, end, uid }: IcsClosure, more: Partial<BookingSlot> = {}) => slot(id, start, end, { outside: { uid }, ...more })
const VISIT = 'UID:a@x\nDTSTART:20261009T083000\nDTEND:20261009T103000\nSUMMARY:厂家上门'
const LATER = VISIT.replaceAll('20261009', '20261012')
const NOTHING = { fresh: [], moved: [], gone: [], absent: [], same: 0, left: [] }

test('busy time becomes a closure under its title, a whole day from midnight to midnight', async () => {
  const { fresh, left } = await take(read(VISIT, 'UID:b@x\nDTSTART;VALUE=DATE:20261012\nSUMMARY:盘点'))
  expect(fresh.map(({ start, end, title, uid }) => [start, end, title, uid])).toEqual([
    [nine + 8.5 * HOUR, nine + 10.5 * HOUR, '厂家上门', 'a@x'],
    [midnightOf('2026-10-12'), midnightOf('2026-10-12') + DAY, '盘点', 'b@x'],
  ])
  expect(left).toEqual([])
  for (const { id } of fresh) expect(z.uuid().safeParse(id).success).toBe(true)
})

test('the same file a second time changes nothing, also where a person has ended the closure, and each resource has its own', async () => {
  const [one] = (await take(read(VISIT))).fresh
  expect(await take(read(VISIT), [stands(one)])).toEqual({ ...NOTHING, same: 1 })
  expect(await take(read(VISIT), [stands(one, { status: 'cancelled' })])).toEqual({ ...NOTHING, same: 1 })
  expect((await take(read(VISIT), [], 'other')).fresh[0].id).not.toBe(one.id)
})

test('one that was moved, called off or brought back is followed; one that a person has ended is closed anew only at another time', async () => {
  const [one] = (await take(read(VISIT))).fresh
  const [later] = (await take(read(LATER), [stands(one)])).moved
  expect(later).toEqual({ ...one, start: one.start + 3 * DAY, end: one.end + 3 * DAY, was: { from: one.start, to: one.end } })
  const off = await take(read(`${VISIT}\nSTATUS:CANCELLED`), [stands(one)])
  expect([off.gone.map(({ id }) => id), off.left.map(({ why }) => why)]).toEqual([[one.id], ['free']])
  expect((await take(read(VISIT), [stands(one, { status: 'cancelled', outside: { uid: 'a@x', gone: true } })])).fresh).toEqual([one])
  expect((await take(read(LATER), [stands(one, { status: 'cancelled' })])).fresh).toHaveLength(1)
})

test('a repetition is followed by its own start, and one that its rule no longer has is gone', async () => {
  const weekly = 'UID:w@x\nDTSTART:20261009T083000\nDTEND:20261009T093000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:保养'
  const { fresh } = await take(read(weekly))
  const known = fresh.map(one => stands(one))
  const moved = await take(read(weekly, 'UID:w@x\nRECURRENCE-ID:20261016T083000\nDTSTART:20261017T140000\nDTEND:20261017T150000\nSUMMARY:保养'), known)
  expect(moved).toMatchObject({ fresh: [], gone: [], same: 2, moved: [{ id: fresh[1].id, start: midnightOf('2026-10-17') + 14 * HOUR, was: { from: fresh[1].start } }] })
  const shorter = await take(read(weekly.replace('COUNT=3', 'COUNT=2')), known)
  expect([shorter.same, shorter.gone.map(({ id }) => id)]).toEqual([2, [fresh[2].id]])
})

test('what a person closed stays as it is and is not closed twice; of another calendar nothing is ended unasked', async () => {
  const other = slot('other', nine + 14 * HOUR, nine + 15 * HOUR, { outside: { uid: 'z@y' } })
  const { fresh, gone, absent } = await take(read(VISIT), [slot('hand', nine + 9 * HOUR, nine + 10 * HOUR), other])
  expect(fresh.map(({ start, end }) => [(start - nine) / HOUR, (end - nine) / HOUR])).toEqual([[8.5, 9], [10, 10.5]])
  expect([gone, absent]).toEqual([[], [other]])
})

test('what is not taken is named with its line', async () => {
  const busy = slot('hand', nine + 8 * HOUR, nine + 11 * HOUR)
  expect((await take(read(VISIT, 'DTSTART;VALUE=DATE:20261001\nSUMMARY:过去', 'DTSTART;VALUE=DATE:20261020\nTRANSP:TRANSPARENT\nSUMMARY:生日', 'DTSTART:20261021T080000\nDTEND:20261021T080000\nSUMMARY:一刻', 'SUMMARY:没有开始', LATER.replace('a@x', 'd@x'), LATER.replace('a@x', 'd@x')), [busy])).left).toEqual([
    { title: '没有开始', line: 22, why: 'no-start' },
    { title: '厂家上门', line: 2, why: 'covered' },
    { title: '过去', line: 8, why: 'past' },
    { title: '生日', line: 12, why: 'free' },
    { title: '一刻', line: 17, why: 'empty' },
    { title: '厂家上门', line: 31, why: 'twice' },
  ])
})

test('two events at one time are closed once, and a long one is several closures without a gap', async () => {
  const twice = await take(read(VISIT, VISIT.replace('a@x', 'c@x')))
  expect([twice.fresh.length, twice.left.map(({ why }) => why)]).toEqual([1, ['covered']])
  const { fresh } = await take(read('UID:l@x\nDTSTART;VALUE=DATE:20261101\nDTEND;VALUE=DATE:20270301\nSUMMARY:大修'))
  expect(fresh.length).toBeGreaterThan(1)
  for (const [i, one] of fresh.entries()) expect([one.end - one.start <= LONGEST, i === 0 || one.start === fresh[i - 1].end]).toEqual([true, true])
  expect(fresh.at(-1)!.end).toBe(midnightOf('2027-03-01'))
})
