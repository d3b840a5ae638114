// Time of resources while a plan takes it, by the rules of a booking: what `bookings.place` would say of the same pieces in the same order.
import { arrange, type Gap } from '#shared/bookings/arrange.ts'
import type { Instant, Part } from '#shared/bookings/booking.ts'
import type { Calendar } from '#shared/bookings/calendar.ts'
import { freeLane, occupied, refusalOf, type Taken, takenWith, type Wanted } from '#shared/bookings/slots.ts'
import { DAY, MINUTE, mondayOf } from '#shared/bookings/times.ts'
import type { LabTest, Urgency } from '#shared/labs/lab.ts'

/**
 * A test that does a piece, at an urgency. `fen`: hundredths of a yuan, null = to be asked; `days`: working days to its certificate; `until`: no part starts then or later.
 * `onSite`: a team comes for all of it. `allowed`: beyond the limits of its resources, by staff's word.
 */
export type Option = { id: string; test: LabTest; urgency: Urgency; allowed: boolean; parts: Wanted[]; gaps: Gap[]; calendar: Calendar; fen: number | null; days: number; until: Instant; onSite: boolean }

/** Minutes that the company has of a resource already in the week of a Monday's midnight. */
export type Shares = ReadonlyMap<string, ReadonlyMap<Instant, number>>

export type Pool = {
  /** The parts that end earliest of those that start in `[from, until)`; null = there are none. */
  find(option: Option, from: Instant, until: Instant): Part[] | null
  /** Hours, closures, calibration and the company's share allow it, whoever has the time. */
  allows(option: Option, parts: readonly Part[]): boolean
  /** Takes the lowest free lanes, as a booking does; false = no room, nothing is taken. */
  take(option: Option, parts: readonly Part[]): boolean
  copy(): Pool
}

export const poolOf = (shares: Shares, taken: ReadonlyMap<string, Taken> = new Map(), minutes: ReadonlyMap<string, number> = new Map()): Pool => {
  const now = new Map(taken)
  const used = new Map(minutes)
  const takenOf = ({ resource, taken: first }: Wanted): Taken => now.get(resource.id) ?? first
  const week = (resource: string, monday: Instant): string => `${resource} ${monday}`
  const usedIn = (resource: string, monday: Instant): number => (shares.get(resource)?.get(monday) ?? 0) + (used.get(week(resource, monday)) ?? 0)
  /** A week of which the company has had its share counts as closed. */
  const open = (part: Wanted, from: Instant, until: Instant): Wanted => {
    const { resource: { id, weekMin = null }, length } = part
    let all = takenOf(part)
    if (weekMin !== null) for (let monday = mondayOf(from); monday < until; monday += 7 * DAY) if (usedIn(id, monday) + length / MINUTE > weekMin) all = takenWith(all, 0, { from: monday, to: monday + 7 * DAY })
    return { ...part, taken: all }
  }
  return {
    find: (option, from, until) => {
      const last = Math.min(until, option.until)
      return arrange(option.parts.map(part => open(part, from, last)), option.gaps, from, last)
    },
    allows: (option, parts) => parts.every(({ start, end }, i) => start < option.until && refusalOf({ ...open(option.parts[i], start, end), after: 0 }, start) === null),
    take: (option, parts) => {
      const lanes = parts.map((part, i) => freeLane(option.parts[i].resource.lanes, takenOf(option.parts[i]), occupied(option.parts[i].resource, part.start, part.end)))
      if (lanes.some(lane => lane === null)) return false
      parts.forEach(({ resource: id, start, end }, i) => {
        now.set(id, takenWith(takenOf(option.parts[i]), lanes[i]!, occupied(option.parts[i].resource, start, end)))
        const key = week(id, mondayOf(start))
        used.set(key, (used.get(key) ?? 0) + (end - start) / MINUTE)
      })
      return true
    },
    copy: () => poolOf(shares, now, used),
  }
}
