// Due days as an .ics file (RFC 5545): whole days, each with a reminder, the same event again when it is exported again.
import { dayNumber, type IsoDay, isoOf } from '#shared/lib/dates.ts'

/** `remindDays` before `day`; 0 = on the day itself. */
export type DueEvent = { id: string; day: IsoDay; title: string; text: string; remindDays: number }

/** `now`: ms since 1970. */
export const dueIcs = (events: readonly DueEvent[], now: number): string => {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = events.flatMap(({ id, day, title, text, remindDays }) => [
    'BEGIN:VEVENT', `UID:${id}-due@pinli`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(isoOf(dayNumber(day) + 1))}`, `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, 'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:${remindDays === 0 ? 'PT0S' : `-P${remindDays}D`}`, 'END:VALARM', 'END:VEVENT',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pinli//instruments//ZH', 'METHOD:PUBLISH', ...lines, 'END:VCALENDAR'].map(line => `${folded(line)}\r\n`).join('')
}

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
