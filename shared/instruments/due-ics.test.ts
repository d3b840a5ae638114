import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIcs } from '#shared/readers/ics.ts'
import { type DueEvent, dueIcs, timedIcs } from './due-ics.ts'

const event = (of: Partial<DueEvent> = {}): DueEvent => ({ id: 'a', day: '2026-10-20', title: 'KC-0117 数显卡尺 校准到期', text: '', remindDays: 30, ...of })

test('what is written is read back as the same day and title, whatever stands in it', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }).filter(text => !/\p{Cc}/u.test(text)), title => {
    const read = readIcs(dueIcs([event({ title: `题 ${title} 末` })], 0), '2099-01-01')
    expect(read.ok && read.value).toMatchObject({ events: [{ title: `题 ${title} 末`, special: null, first: '2026-10-20', last: '2026-10-20' }], refused: [] })
  })))

test('lines stay within 75 bytes, end with CR LF, and the last day of a month is one day', () => {
  const text = dueIcs([event({ day: '2028-02-29', title: '数显卡尺'.repeat(40), text: '一\n二;三' }), event({ id: 'b', remindDays: 0 })], Date.UTC(2026, 9, 8, 1, 2, 3))
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(Math.max(...text.split('\r\n').map(line => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  expect(text).toContain('DTEND;VALUE=DATE:20280301\r\n')
  expect(text).toContain('DTSTAMP:20261008T010203Z\r\n')
  expect(text).toContain('TRIGGER:-P30D\r\n')
  expect(text).toContain('TRIGGER:PT0S\r\n')
  expect(text).toContain('一\\n二\\;三')
})

test('booked times are written in UTC, with where', () => {
  const text = timedIcs([{ id: 'b', start: Date.UTC(2026, 9, 9, 0, 30), end: Date.UTC(2026, 9, 9, 2), title: 'KC-0117 数显卡尺；校准', text: '¥90', where: '长度室, 示例' }], Date.UTC(2026, 9, 8))
  for (const line of ['UID:b-booking@pinli', 'DTSTAMP:20261008T000000Z', 'DTSTART:20261009T003000Z', 'DTEND:20261009T020000Z', 'SUMMARY:KC-0117 数显卡尺；校准', 'LOCATION:长度室\\, 示例', 'TRIGGER:-P1D']) expect(text).toContain(`\r\n${line}\r\n`)
  expect(readIcs(text, '2099-01-01')).toMatchObject({ ok: true, value: { refused: [] } })
})
