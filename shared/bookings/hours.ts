// Opening hours as a person writes them: `08:30-12:00 13:30-17:00`, one line a weekday.
import type { OpeningHours } from './booking.ts'
import { clockText } from './times.ts'

type Opening = Pick<OpeningHours, 'from' | 'to'>

/** Minutes since midnight, in order; an empty line = closed. null: not readable, an end before its start, or two that overlap. */
export const readHours = (text: string): Opening[] | null => {
  const parts = text.normalize('NFKC').replace(/\s*[-–—~至]\s*/g, '-').split(/[\s,;、]+/).filter(part => part !== '')
  const openings = parts.map(readOpening)
  if (openings.some(one => one === null)) return null
  const sorted = (openings as Opening[]).sort((a, b) => a.from - b.from)
  return sorted.every(({ from, to }, i) => from < to && (i === 0 || sorted[i - 1].to <= from)) ? sorted : null
}

export const hoursText = (openings: readonly Opening[]): string => [...openings].sort((a, b) => a.from - b.from).map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(' ')

/** Weekdays with the same hours together, from Monday on: `[{days: [1, 2, 3], text: …}]`; closed days are left out. */
export const weekOf = (hours: readonly OpeningHours[]): { days: number[]; text: string }[] => {
  const groups: { days: number[]; text: string }[] = []
  for (let day = 1; day <= 7; day++) {
    const text = hoursText(hours.filter(open => open.day === day))
    if (text === '') continue
    const same = groups.find(group => group.text === text)
    if (same) same.days.push(day)
    else groups.push({ days: [day], text })
  }
  return groups
}

const readOpening = (part: string): Opening | null => {
  const found = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(part)
  if (!found) return null
  const [from, to] = [+found[1] * 60 + +found[2], +found[3] * 60 + +found[4]]
  return +found[2] < 60 && +found[4] < 60 && to <= 1440 ? { from, to } : null
}
