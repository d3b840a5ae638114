import { dayNumber, type IsoDay, lastDay, type LooseDate } from '#shared/lib/dates.ts'
import type { Edition } from '#shared/standards/detail.ts'

/** One edition's time on the strip; `x` and `width` in percent of the whole. `own` is solid up to the day of reading (`ran` percent), tinted after. */
export type Bar = { edition: Edition; own: boolean; x: number; width: number; ran: number }
export type Strip = { bars: Bar[]; years: { year: string; x: number; end: boolean }[]; dayX: number }

// What runs on without a known end is drawn on for this share of the time that passed.
const AHEAD = 0.1
const GAP = 0.3
const LEAST = 0.6

/** The times of the editions to scale, oldest first; null where no edition has a first day. A month or a year counts as its last day. */
export const validityStrip = (editions: Edition[], own: string, day: IsoDay): Strip | null => {
  const dated = editions.filter(edition => edition.from !== null).sort((a, b) => start(a) - start(b))
  if (dated.length === 0) return null
  const now = dayNumber(day)
  const first = start(dated[0])
  const known = Math.max(now, ...dated.map(start), ...dated.map(edition => (edition.until === null ? 0 : lastDay(edition.until))))
  const last = known + Math.max(30, (known - first) * AHEAD)
  const at = (n: number): number => round(((Math.min(Math.max(n, first), last) - first) / (last - first)) * 100)

  const bars = dated.map((edition, i): Bar => {
    const x = at(start(edition))
    const next = dated.at(i + 1)
    const end = edition.until !== null ? lastDay(edition.until) : last
    const right = Math.min(at(end), next ? Math.max(at(start(next)), x + LEAST) : 100)
    const width = round(Math.max(LEAST, right - x - (next ? GAP : 0)))
    return { edition, own: edition.number === own, x, width, ran: round(Math.max(0, Math.min(width, at(now) - x))) }
  })
  return { bars, years: yearsBelow(bars, at(now)), dayX: at(now) }
}

// A year is left out where it would touch the one before or the day's own label, and turned to the left near either.
const yearsBelow = (bars: Bar[], dayX: number): Strip['years'] => {
  const years: Strip['years'] = []
  let taken = -Infinity
  for (const { edition, x } of bars) {
    const end = x > 94 || (x > dayX - YEAR_WIDE && x <= dayX + 1)
    const left = end ? x - YEAR_WIDE : x
    const touchesDay = !end && x > dayX && x < dayX + YEAR_WIDE
    if (left < taken || left < 0 || touchesDay) continue
    taken = left + YEAR_WIDE
    years.push({ year: (edition.from as LooseDate).slice(0, 4), x, end })
  }
  return years
}
const YEAR_WIDE = 8

const start = (edition: Edition): number => lastDay(edition.from as LooseDate)
const round = (n: number): number => Math.round(n * 100) / 100
