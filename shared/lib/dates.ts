/**
 * A date as exact as its source prints it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (Gregorian).
 * For reckoning a month or a year counts as its last day.
 */
export type LooseDate = string

/** `YYYY-MM-DD`. */
export type IsoDay = string

/** Days since 1970-01-01, which is 0. Plain integers, so that 500,000 dates are one typed array. */
export type DayNumber = number

export type Precision = 'day' | 'month' | 'year'

const LOOSE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** True for a real calendar date of years 1800 to 2199 in one of the three forms. */
export const isLooseDate = (text: string): boolean => {
  const found = LOOSE.exec(text)
  if (!found) return false
  const [, year, month = '01', day = '01'] = found
  return +year >= 1800 && +year <= 2199 && +month >= 1 && +month <= 12 && +day >= 1 && +day <= daysInMonth(+year, +month)
}

export const precisionOf = (date: LooseDate): Precision => (date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year')

/** The last day a loose date can mean: `2020` -> 2020-12-31, `2020-02` -> 2020-02-29. Expects `isLooseDate`. */
export const lastDay = (date: LooseDate): DayNumber => {
  const year = +date.slice(0, 4)
  const month = date.length > 4 ? +date.slice(5, 7) : 12
  return fromCivil(year, month, date.length > 7 ? +date.slice(8, 10) : daysInMonth(year, month))
}

/** Expects a full day. */
export const dayNumber = (day: IsoDay): DayNumber => lastDay(day)

export const isoOf = (day: DayNumber): IsoDay => {
  const [year, month, date] = toCivil(day)
  return `${year}-${two(month)}-${two(date)}`
}

/** Where the complexes are, Asia/Shanghai, lies so many ms ahead of UTC, without summer time since 1991. A day or hour is one there, whatever zone a computer is set to. */
export const ZONE_MS = 8 * 3600_000
const DAY_MS = 24 * 3600_000

/** The calendar day of an instant (ms) there. */
export const localDay = (instant: number): IsoDay => isoOf(Math.floor((instant + ZONE_MS) / DAY_MS))

/** The instant at which a day begins there. */
export const localMidnight = (day: IsoDay): number => dayNumber(day) * DAY_MS - ZONE_MS

/** `2026-11-02T08:00:00`: the day and time of an instant there. */
export const localTime = (instant: number): string => new Date(instant + ZONE_MS).toISOString().slice(0, 19)

/** Whole years and months from one day to a later one: 2013-10-01 to 2026-05-01 is `{years: 12, months: 7}`. */
export const yearsAndMonths = (from: IsoDay, to: IsoDay): { years: number; months: number } => {
  const whole = (+to.slice(0, 4) - +from.slice(0, 4)) * 12 + (+to.slice(5, 7) - +from.slice(5, 7)) - (+to.slice(8, 10) < +from.slice(8, 10) ? 1 : 0)
  return { years: Math.floor(whole / 12), months: whole % 12 }
}

/** The same day so many months later, or the last of a shorter month: 2024-01-31 and 1 is 2024-02-29. */
export const addMonths = (day: IsoDay, months: number): IsoDay => {
  const whole = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months
  const [year, month] = [Math.floor(whole / 12), (whole % 12) + 1]
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(+day.slice(8, 10), daysInMonth(year, month)))}`
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const two = (n: number): string => String(n).padStart(2, '0')

// The year is counted from March, so that the leap day is the last of it; 1970-01-01 lies 719,468 days after 0000-03-01.
const EPOCH = 719468

const fromCivil = (year: number, month: number, day: number): DayNumber => {
  const y = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - EPOCH
}

const toCivil = (n: DayNumber): [number, number, number] => {
  const days = n + EPOCH
  const era = Math.floor(days / 146097)
  const inEra = days - era * 146097
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365)
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1]
}
