// Due days and booked times as an .ics file (RFC 5545), each with a reminder, the same event again when it is exported again.
import { dayNumber, type IsoDay, isoOf } from '#shared/lib/dates.ts'

/** `remindDays` before `day`; 0 = on the day itself. */
export type DueEvent = { id: string; day: IsoDay; title: string; text: string; remindDays: number }

/** `now`: ms since 1970. */
export const dueIcs = (events: readonly DueEvent[], now: number): string => {
  const stamp = utc(now)
  return calendar(events.flatMap(({ id, day, title, text, remindDays }) => [
    'BEGIN:VEVENT', `UID:${id}-due@pinli`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(isoOf(dayNumber(day) + 1))}`, `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, 'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:${remindDays === 0 ? 'PT0S' : `-P${remindDays}D`}`, 'END:VALARM', 'END:VEVENT',
  ]))
}

/** `start`, `end`: ms since 1970. It reminds a day before. */
export type TimedEvent = { id: string; start: number; end: number; title: string; text: string; where: string }

/** `now`: ms since 1970. */
export const timedIcs = (events: readonly TimedEvent[], now: number): string =>
  calendar(events.flatMap(({ id, start, end, title, text, where }) => [
    'BEGIN:VEVENT', `UID:${id}-booking@pinli`, `DTSTAMP:${utc(now)}`, `DTSTART:${utc(start)}`, `DTEND:${utc(end)}`, `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(where)}`, `DESCRIPTION:${escaped(text)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-P1D', 'END:VALARM', 'END:VEVENT',
  ]))

const calendar = (lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pinli//instruments//ZH', 'METHOD:PUBLISH', ...lines, 'END:VCALENDAR'].map(line => `${folded(line)}\r\n`).join('')

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const plain = (day: IsoDay): string => day.replaceAll('-', '')
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** Lines of 75 bytes at most, never through a character. */
const folded = (line: string): string => {
  const encoder = new TextEncoder()
  let [out, room] = ['', 75]
  for (const character of line) {
    const bytes = encoder.encode(character).length
    if (bytes > room) {
      out += '\r\n '
      room = 74
    }
    out += character
    room -= bytes
  }
  return out
}
