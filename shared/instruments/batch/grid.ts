// A plan as days by places: what is ours, what is taken, closed, and how many more there is room for.
import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { hoursOn } from '#shared/bookings/calendar.ts'
import { takenIn } from '#shared/bookings/slots.ts'
import { DAY, dayOf, startOfDay } from '#shared/bookings/times.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { type Block, blocksOf, poolWith } from './by-hand.ts'
import { type Option, type Pool, poolOf } from './pool.ts'
import type { Batch } from './read.ts'
import { endOf, type Plan } from './schemes.ts'

/** `open`: some place is. `makeUp`: 调休上班. `n`: pieces done on it. `away`: pieces that are not in the factory. */
export type GridDay = { day: IsoDay; open: boolean; makeUp: boolean; n: number; away: number }
/** `busy`: how many others stand there. `room`: how many more pieces of the place's first group. */
export type GridCell = { blocks: Block[]; busy: number; closed: boolean; room: number }
/** `daily`: pieces on a day that nobody has anything of. */
export type GridPlace = { resource: Resource; onSite: boolean; daily: number; cells: GridCell[] }

/** Columns reach to the plan's end, and show at least so many open days. */
const OPEN_DAYS = 6
const MOST = 99

export const gridOf = (batch: Batch, plan: Plan): { days: GridDay[]; places: GridPlace[] } => {
  const options = new Map<string, Option>()
  for (const one of batch.pieces) for (const option of one.options) if (!options.has(placeOf(option).id)) options.set(placeOf(option).id, option)
  const all = [...options.values()].sort((a, b) => Number(a.onSite) - Number(b.onSite))
  const isOpen = (midnight: Instant): boolean => all.some(({ parts }) => hoursOn(parts.at(-1)!.resource.hours, parts.at(-1)!.calendar, midnight).length > 0)
  const midnights: Instant[] = []
  for (let day = startOfDay(batch.from), open = 0; day < batch.until && (open < OPEN_DAYS || (plan.end !== null && day < plan.end)); day += DAY) {
    midnights.push(day)
    if (isOpen(day)) open++
  }
  const blocks = blocksOf(plan)
  const pool = poolWith(batch, plan.placed)
  return {
    days: midnights.map(midnight => {
      const day = dayOf(midnight)
      return { day, open: isOpen(midnight), makeUp: all.some(({ calendar }) => calendar.days.get(day)?.kind === 'work'), n: plan.placed.filter(one => dayOf(one.parts.at(-1)!.start) === day).length, away: plan.placed.filter(one => !one.option.onSite && startOfDay(one.parts[0].start) <= midnight && endOf(one) > midnight).length }
    }),
    places: all.map(option => {
      const resource = placeOf(option)
      const { taken } = option.parts.at(-1)!
      return {
        resource, onSite: option.onSite, daily: daily(option, midnights),
        cells: midnights.map(midnight => ({
          blocks: blocks.filter(block => block.resource === resource.id && block.day === dayOf(midnight)), ...takenIn(taken, { from: midnight, to: midnight + DAY }), room: pool ? roomOn(pool.copy(), option, Math.max(midnight, batch.from), midnight) : 0,
        })),
      }
    }),
  }
}

const placeOf = ({ parts }: Option): Resource => parts.at(-1)!.resource

/** How many more pieces of a test find time on a day, one after another. */
const roomOn = (pool: Pool, option: Option, from: Instant, midnight: Instant): number => {
  for (let n = 0, at = from; ; n++) {
    const parts = n < MOST ? pool.find(option, at, midnight + DAY) : null
    if (!parts || startOfDay(parts.at(-1)!.start) !== midnight) return n
    pool.take(option, parts)
    at = parts[0].start
  }
}

const daily = (option: Option, midnights: readonly Instant[]): number => {
  const empty = { ...option, until: Infinity, parts: option.parts.map(part => ({ ...part, taken: [] })) }
  return Math.max(0, ...midnights.slice(0, 7).map(midnight => roomOn(poolOf(new Map()), empty, midnight, midnight)))
}
