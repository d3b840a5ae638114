// The columns of the board: only working time takes width, half an hour a column; breaks and runs of rest days are folded into one each.
import type { IsoDay } from '#shared/lib/dates.ts'
import { dayOf, DAY, midnightOf, MINUTE, startOfDay } from '../times.ts'
import type { CalendarDay, Instant, OpeningHours } from '../booking.ts'
import { type Calendar, hoursOn, type Span } from '../calendar.ts'

/** `work`, `overtime`: half an hour. `break`: closed time between two of a day. `rest`: whole days without opening hours. */
export type Column = Span & { kind: 'work' | 'overtime' | 'break' | 'rest' }
/** A day, or rest days from `day` through `through`; its columns are `[first, last)`. `overtime`: a rest day of which time is seen. */
export type BoardDay = { day: IsoDay; through: IsoDay; kind: 'work' | 'overtime' | 'rest'; special: CalendarDay | null; first: number; last: number }
export type Board = { columns: Column[]; days: BoardDay[] }

export const HALF_HOUR = 30 * MINUTE
const CELLS = 48
/** Half-hours after closing time that an opened working day shows. */
const EVENING = 7
/** How far working days are looked for, and rest days that come before the first one. */
const FAR = 60
const BEFORE = 14

/** Opening hours of what is shown, one list a resource. */
type Open = { hours: readonly (readonly OpeningHours[])[]; calendar: Calendar }

/** Midnights of the days to show: from `from` on so many working days, with the rest days between and just before them. Empty where nothing ever opens. */
export const boardDays = (open: Open, from: IsoDay, workdays: number): Instant[] => {
  const works = (midnight: Instant): boolean => open.hours.some(hours => hoursOn(hours, open.calendar, midnight).length > 0)
  const midnights: Instant[] = []
  let found = 0
  for (let midnight = midnightOf(from), i = 0; found < workdays && i < FAR; i++, midnight += DAY) {
    midnights.push(midnight)
    if (works(midnight)) found++
  }
  if (found === 0) return []
  while (!works(midnights.at(-1)!)) midnights.pop()
  let before = 1
  while (before <= BEFORE && !works(midnights[0] - before * DAY)) before++
  return [...(before > BEFORE ? [] : Array.from({ length: before - 1 }, (_, i) => midnights[0] - (before - 1 - i) * DAY)), ...midnights]
}

/** `opened`: days whose folded time is to be seen as overtime. `booked`: time that has to be seen wherever it lies; over a break it counts as seen. */
export const boardOf = (open: Open, midnights: readonly Instant[], opened: ReadonlySet<IsoDay>, booked: readonly Span[]): Board => {
  const columns: Column[] = []
  const days: BoardDay[] = []
  const usual = weekOf(open)
  for (const midnight of midnights) {
    const day = dayOf(midnight)
    const work = cellsOf(open.hours.flatMap(hours => hoursOn(hours, open.calendar, midnight)), midnight)
    const shown = [...work]
    for (const span of booked) if (span.from < midnight + DAY && span.to > midnight) seen(shown, work, cellsOf([span], midnight))
    const special = open.calendar.days.get(day) ?? null
    const [first, last] = work.includes(true) ? [work.indexOf(true), Math.min(CELLS, work.lastIndexOf(true) + 1 + EVENING)] : usual
    if (opened.has(day)) shown.fill(true, first, last)
    const before = days.at(-1)
    if (!shown.includes(true)) {
      if (before?.kind === 'rest' && columns.at(-1)!.kind === 'rest') {
        before.through = day
        before.special ??= special
        columns.at(-1)!.to = midnight + DAY
      } else {
        days.push({ day, through: day, kind: 'rest', special, first: columns.length, last: columns.length + 1 })
        columns.push({ kind: 'rest', from: midnight, to: midnight + DAY })
      }
      continue
    }
    const start = columns.length
    for (let cell = shown.indexOf(true), end = shown.lastIndexOf(true); cell <= end; cell++) {
      const [from, to] = [midnight + cell * HALF_HOUR, midnight + (cell + 1) * HALF_HOUR]
      if (shown[cell]) columns.push({ kind: work[cell] ? 'work' : 'overtime', from, to })
      else if (shown[cell - 1]) columns.push({ kind: 'break', from, to })
      else columns.at(-1)!.to = to
    }
    days.push({ day, through: day, kind: work.includes(true) ? 'work' : 'overtime', special, first: start, last: columns.length })
  }
  return { columns, days }
}

/** Shows what is booked out of hours; a break stays folded for what goes on beyond it. */
const seen = (shown: boolean[], work: readonly boolean[], booked: readonly boolean[]): void => {
  const across = booked.some((is, i) => is && work[i])
  booked.forEach((is, i) => { if (is && !(across && i > work.indexOf(true) && i < work.lastIndexOf(true))) shown[i] = true })
}

/** Half-hours of a day that spans touch. */
const cellsOf = (spans: readonly Span[], midnight: Instant): boolean[] =>
  Array.from({ length: CELLS }, (_, i) => spans.some(({ from, to }) => from < midnight + (i + 1) * HALF_HOUR && to > midnight + i * HALF_HOUR))

/** The half-hours between which anything is open on any weekday. */
const weekOf = ({ hours }: Open): [number, number] => {
  const all = hours.flat()
  return all.length === 0 ? [0, 0] : [Math.floor(Math.min(...all.map(({ from }) => from)) / 30), Math.ceil(Math.max(...all.map(({ to }) => to)) / 30)]
}

/** True for columns at which something can begin. */
export const isSlot = ({ kind }: Column): boolean => kind === 'work' || kind === 'overtime'

/** Where an instant stands, counted in columns, parts of one too; what is left out between two columns stands on their border. */
export const positionOf = (columns: readonly Column[], at: Instant): number => {
  let [low, high] = [0, columns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (columns[middle].to <= at) low = middle + 1
    else high = middle
  }
  const column = columns[low] as Column | undefined
  return column && at > column.from ? low + (at - column.from) / (column.to - column.from) : low
}

/** Where a span stands; null: none of it is shown. */
export const placeOf = (columns: readonly Column[], { from, to }: Span): { from: number; to: number } | null => {
  const place = { from: positionOf(columns, from), to: positionOf(columns, to) }
  return place.from < place.to ? place : null
}

/** The day to begin at so that the board shows the days before, or after, those it shows now. */
export const turned = (open: Open, days: readonly BoardDay[], workdays: number, by: 1 | -1): IsoDay => {
  if (by > 0) return dayOf(midnightOf(days.at(-1)!.through) + DAY)
  let midnight = midnightOf(days.find(({ kind }) => kind === 'work')?.day ?? days[0].day)
  let left = workdays
  for (let i = 0; i < FAR && left > 0; i++) {
    midnight -= DAY
    if (open.hours.some(hours => hoursOn(hours, open.calendar, midnight).length > 0)) left--
  }
  return dayOf(startOfDay(midnight))
}
