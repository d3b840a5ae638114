import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIcs } from './ics.ts'

const file = (...events: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines.split('\n'), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')
const read = (text: string) => {
  const found = readIcs(text, '2028-01-01')
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}

test('whole days, the end of which is the day after', () => {
  expect(read(file('DTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261008\nSUMMARY:国庆节 休\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY', 'DTSTART;VALUE=DATE:20261010\nSUMMARY:班'))).toMatchObject({
    events: [{ title: '国庆节 休', special: 'WORK-HOLIDAY', first: '2026-10-01', last: '2026-10-07' }, { title: '班', special: null, first: '2026-10-10', last: '2026-10-10' }],
    refused: [],
  })
})

test('spans of time: of UTC, of this place, of no zone, of a zone that the file explains', () => {
  const zone = 'BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n'
  const text = file('DTSTART:20261008T003000Z\nDTEND:20261008T013000Z\nSUMMARY:a', 'DTSTART;TZID=Asia/Shanghai:20261008T083000\nDTEND;TZID=Asia/Shanghai:20261008T093000\nSUMMARY:b', 'DTSTART:20261008T083000\nDURATION:PT1H\nSUMMARY:c', 'DTSTART;TZID=Europe/Berlin:20261208T083000\nDTEND;TZID=Europe/Berlin:20261208T093000\nSUMMARY:d').replace('BEGIN:VEVENT', `${zone}BEGIN:VEVENT`)
  const same = { from: Date.UTC(2026, 9, 8, 0, 30), to: Date.UTC(2026, 9, 8, 1, 30) }
  expect(read(text).events).toMatchObject([{ title: 'a', special: null, ...same }, { title: 'b', special: null, ...same }, { title: 'c', special: null, ...same }, { title: 'd', special: null, from: Date.UTC(2026, 11, 8, 7, 30), to: Date.UTC(2026, 11, 8, 8, 30) }])
})

test('a repeated event is laid out up to the horizon, without the days that it leaves out', () => {
  expect(read(file('DTSTART;VALUE=DATE:20271201\nRRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20271208\nSUMMARY:维护')).events.map(event => 'first' in event && event.first)).toEqual(['2027-12-01', '2027-12-15', '2027-12-22', '2027-12-29'])
})

test('what stands instead of a repetition is that repetition, moved, called off or with all after it', () => {
  const weekly = 'UID:w@x\nDTSTART:20271201T083000\nDTEND:20271201T093000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:维护'
  const at = (day: number, hour: number) => Date.UTC(2027, 11, day, hour - 8, 30)
  const said = (...more: string[]) => read(file(weekly, ...more)).events.map(event => [Number(event.instance), 'from' in event && event.from, event.busy])
  const plain = [1, 8, 15, 22].map(day => [at(day, 8), at(day, 8), true])
  expect(said()).toEqual(plain)
  expect(said('UID:w@x\nRECURRENCE-ID:20271208T083000\nDTSTART:20271209T143000\nDTEND:20271209T153000')).toEqual(plain.map((one, i) => (i === 1 ? [at(8, 8), at(9, 14), true] : one)))
  expect(said('UID:w@x\nRECURRENCE-ID:20271208T003000Z\nDTSTART:20271208T083000\nDTEND:20271208T093000\nSTATUS:CANCELLED')).toEqual(plain.map((one, i) => (i === 1 ? [at(8, 8), at(8, 8), false] : one)))
  expect(said('UID:w@x\nRECURRENCE-ID;RANGE=THISANDFUTURE:20271215T083000\nDTSTART:20271215T093000\nDTEND:20271215T103000').map(([instance, from]) => [instance, from])).toEqual([...plain.slice(0, 2).map(one => one.slice(0, 2)), [at(15, 8), at(15, 9)], [at(22, 8), at(22, 9)]])
  // Another event’s; and one whose rule the file hasn’t.
  expect(said('UID:v@x\nRECURRENCE-ID:20271208T083000\nDTSTART:20271209T143000\nDTEND:20271209T153000')).toEqual([...plain, [at(8, 8), at(9, 14), true]])
})

test('what can’t be taken is named with its reason', () => {
  expect(read(file('SUMMARY:没有开始', 'DTSTART;TZID=Mars/Base:20261008T083000\nSUMMARY:火星', 'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY\nSUMMARY:每天', 'DTSTART;VALUE=DATE:20271399\nSUMMARY:十三月')).refused).toMatchObject([{ title: '没有开始', why: 'no-start' }, { title: '火星', why: 'zone' }, { title: '每天', why: 'too-many' }, { title: '十三月', why: 'unreadable' }])
})

test('an event says its line, its UID and whether it takes time', () => {
  const { events, refused } = read(file('UID:a@x\nDTSTART;VALUE=DATE:20261001\nSUMMARY:忙', 'UID:b@x\nDTSTART;VALUE=DATE:20261002\nTRANSP:TRANSPARENT', 'DTSTART;VALUE=DATE:20261003\nSTATUS:CANCELLED', 'SUMMARY:没有开始'))
  expect(events.map(({ uid, line, busy }) => [uid, line, busy])).toEqual([['a@x', 4, true], ['b@x', 9, false], ['', 14, false]])
  expect(refused.map(({ line }) => line)).toEqual([18])
})

test.each(['', 'hello', 'BEGIN:VCARD\r\nEND:VCARD', '<html></html>', 'BEGIN:VCALENDAR'])('%j is no calendar', text => expect(readIcs(text, '2028-01-01').ok).toBe(false))

test('any file is read or refused', () => {
  const line = fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR', 'DTSTART:20261008', 'DTSTART;VALUE=DATE:2026', 'RRULE:FREQ=X', 'SUMMARY:a', ' folded', 'DTEND;VALUE=DATE:19990101', ':', ';;')
  fc.assert(fc.property(fc.array(line, { maxLength: 20 }), lines => void readIcs(lines.join('\r\n'), '2028-01-01')), { numRuns: 500 })
})
