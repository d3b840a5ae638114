import { dayNumber, type IsoDay, isoOf, lastDay, type LooseDate, precisionOf, yearsAndMonths } from '#shared/lib/dates.ts'
import type { Detail } from '#shared/standards/detail.ts'

/** One fact of the line below the title: a date as the source has it, a number of days, or a span. `value` null = 目录未载. */
export type KeyDate = { key: 'published' | 'effective' | 'withdrawn' | 'confirmed'; value: LooseDate | null } | { key: 'transition' | 'running' | 'until'; days: number } | { key: 'ran'; span: Span }
export type Span = { years: number; months: number }

/** Dates of a standard and what follows from them on a day. Days are only counted between dates that are exact to the day. */
export const keyDates = ({ standard, derived, editions }: Detail, day: IsoDay): KeyDate[] => {
  const { published, effective, withdrawn, confirmed } = standard
  const list: KeyDate[] = [{ key: 'published', value: published ?? null }, { key: 'effective', value: effective ?? null }]
  if (withdrawn) list.push({ key: 'withdrawn', value: withdrawn })
  if (confirmed) list.push({ key: 'confirmed', value: confirmed })
  const transition = days(published, effective)
  if (transition !== null && transition > 0) list.push({ key: 'transition', days: transition })
  const own = editions.find(edition => edition.number === standard.number)
  if (derived.status === 'replaced' || derived.status === 'withdrawn') {
    const span = own?.from && own.until ? spanOf(own.from, own.until) : null
    if (span) list.push({ key: 'ran', span })
    return list
  }
  const since = days(effective, day)
  if (since !== null && (since >= 0 ? derived.status !== 'draft' : true)) list.push(since >= 0 ? { key: 'running', days: since } : { key: 'until', days: -since })
  return list
}

/** Whole years and months between two dates, the later one not counted; null when it doesn't lie later. */
export const spanOf = (from: LooseDate, until: LooseDate): Span | null => {
  const [start, end] = [lastDay(from), lastDay(until)]
  return end > start ? yearsAndMonths(isoOf(start), isoOf(end)) : null
}

const days = (from: LooseDate | undefined, to: LooseDate | undefined): number | null =>
  from && to && precisionOf(from) === 'day' && precisionOf(to) === 'day' ? dayNumber(to) - dayNumber(from) : null
