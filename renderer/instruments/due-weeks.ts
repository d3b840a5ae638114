// The due calendar's days: weeks of a month, what is due on each day and in each of the twelve months ahead.
import { addMonths, dayNumber, type IsoDay, isoOf } from '#shared/lib/dates.ts'
import type { Entry } from './register.ts'

/** What has a due day and is not out of use or exempt. */
export type Due = Entry & { due: IsoDay }
export const duesOf = (entries: readonly Entry[]): Due[] =>
  entries.flatMap(one => (one.standing.due !== null && one.bucket !== 'out' && one.standing.is !== 'exempt' ? [{ ...one, due: one.standing.due }] : []))

export const later = (day: IsoDay, days: number): IsoDay => isoOf(dayNumber(day) + days)

/** 1970-01-01 was a Thursday. */
export const mondayOf = (day: IsoDay): IsoDay => later(day, -((dayNumber(day) + 3) % 7))

/** `2026-W41` is 41: a week belongs to the year of its Thursday. */
export const weekNumber = (monday: IsoDay): number => {
  const thursday = later(monday, 3)
  return Math.floor((dayNumber(thursday) - dayNumber(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1
}

/** Mondays of all weeks that have a day in the month `YYYY-MM`. */
export const weeksIn = (month: string): IsoDay[] => {
  const first = `${month}-01`
  const next = addMonths(first, 1)
  const weeks: IsoDay[] = []
  for (let monday = mondayOf(first); monday < next; monday = later(monday, 7)) weeks.push(monday)
  return weeks
}

/** Twelve months from that of `day` on, with a tint of 0 to 4 by their share of the fullest. */
export const monthsAhead = (dues: readonly Due[], day: IsoDay): { month: string; n: number; overdue: number; tint: number }[] => {
  const months = Array.from({ length: 12 }, (_, i) => addMonths(`${day.slice(0, 7)}-01`, i).slice(0, 7)).map(month => {
    const of = dues.filter(({ due }) => due.startsWith(month))
    return { month, n: of.length, overdue: of.filter(({ due }) => due < day).length }
  })
  const most = Math.max(1, ...months.map(({ n }) => n))
  return months.map(one => ({ ...one, tint: Math.ceil((one.n / most) * 4) }))
}

/** By owner, the earliest first; `reminded` is the last letter among them. */
export const byOwner = (dues: readonly Due[], day: IsoDay): { id: string | null; owner: string | null; dues: Due[]; overdue: number; booked: number; reminded: IsoDay | null }[] => {
  const owners = new Map<string | null, Due[]>()
  for (const one of dues) owners.set(one.instrument.company, [...(owners.get(one.instrument.company) ?? []), one])
  return [...owners].map(([id, of]) => ({
    id, owner: of[0].owner, dues: of, overdue: of.filter(({ due }) => due < day).length, booked: of.filter(({ standing }) => standing.booked !== null || standing.is === 'sent').length,
    reminded: of.map(({ standing }) => standing.reminded).filter(on => on !== null).sort().at(-1) ?? null,
  }))
}
