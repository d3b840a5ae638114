// What a booking is called for a person.
import { clockOf, dayOf, weekday } from '#shared/bookings/times.ts'
import type { Standing } from '#shared/bookings/standing.ts'
import type { ClosureKind, Instant } from '#shared/bookings/booking.ts'
import type { Locale } from './locale.ts'

/** The badge: 暂定 while it waits in the outbox, whatever stands behind it. */
export const standingText = (standing: Standing, locale: Locale): string => pick(standing.tentative ? TENTATIVE : nameOf(standing), locale)

/** What stands behind a tentative one, or until when a hold lasts; '' = nothing to add. */
export const standingHint = (standing: Standing, locale: Locale): string => {
  if (!standing.tentative) return 'until' in standing ? pick([`至 ${momentText(standing.until, 'zh')}`, `until ${momentText(standing.until, 'en')}`], locale) : standing.is === 'approval' && standing.overtime ? overtimeText(locale) : ''
  return pick(hereOf(standing), locale)
}

/** How it looks from this computer; never a word that only the centre can give. */
const hereOf = (standing: Standing): Pair => {
  const [zh, en] = nameOf(standing)
  if (standing.is === 'waiting') return [`本机看已满，${zh}`, `seems full; ${en.toLowerCase()}`]
  if (standing.is === 'approval' && standing.overtime) return [`本机看有空，${overtimeText('zh')}`, 'seems free; overtime is subject to the centre’s approval']
  if (standing.is === 'confirmed' || standing.is === 'approval') return ['本机看有空，待中心确认', 'seems free; to be confirmed']
  return [`本机：${zh}，待中心确认`, `${en.toLowerCase()} here; to be confirmed`]
}

/** Why a time outside opening hours waits for the staff's word, said before it is booked too. */
export const overtimeText = (locale: Locale): string => pick(['加班时段需中心批准', 'Overtime needs the centre’s approval'], locale)

/** `10-09 五 13:30`. */
export const momentText = (at: Instant, locale: Locale): string => `${dayOf(at).slice(5)} ${weekdayText(weekday(at), locale)} ${clockOf(at)}`

/** `10-09 五 13:30–17:00`; over a night `10-09 五 13:30 至 10-10 10:00`. */
export const spanText = (start: Instant, end: Instant, locale: Locale): string =>
  dayOf(start) === dayOf(end - 1) ? `${momentText(start, locale)}–${clockOf(end)}` : `${momentText(start, locale)} ${pick(['至', 'to'], locale)} ${dayOf(end).slice(5)} ${clockOf(end)}`

/** `day` 1 = Monday to 7 = Sunday. */
export const weekdayText = (day: number, locale: Locale): string => pick(WEEKDAYS[day - 1], locale)
const WEEKDAYS: readonly Pair[] = [['一', 'Mon'], ['二', 'Tue'], ['三', 'Wed'], ['四', 'Thu'], ['五', 'Fri'], ['六', 'Sat'], ['日', 'Sun']]

/** Weekdays in order, runs of three and more together: `周一至周五、周日`, all of them `每天`. */
export const daysText = (days: readonly number[], locale: Locale): string => {
  if (days.length === 7) return pick(['每天', 'Every day'], locale)
  const name = (day: number): string => pick([`周${weekdayText(day, 'zh')}`, weekdayText(day, 'en')], locale)
  const runs: number[][] = []
  for (const day of days) if (runs.at(-1)?.at(-1) === day - 1) runs.at(-1)!.push(day)
    else runs.push([day])
  return runs.map(run => (run.length > 2 ? `${name(run[0])}${pick(['至', '–'], locale)}${name(run.at(-1)!)}` : run.map(name).join(pick(['、', ', '], locale)))).join(pick(['、', ', '], locale))
}

/** What a resource is closed for. */
export const closureText = (kind: ClosureKind, locale: Locale): string => pick(CLOSURES[kind], locale)
const CLOSURES: Record<ClosureKind, Pair> = { out: ['停用', 'Out of service'], qc: ['质控', 'Quality control'], calibration: ['自校', 'Own calibration'] }

type Pair = readonly [zh: string, en: string]
const pick = (pair: Pair, locale: Locale): string => pair[locale === 'zh' ? 0 : 1]

const nameOf = (standing: Standing): Pair => (standing.is === 'waiting' ? [`候补第 ${standing.position}`, `Waiting, no. ${standing.position}`] : NAME[standing.is])

const TENTATIVE: Pair = ['暂定', 'Tentative']
const NAME: Record<Exclude<Standing['is'], 'waiting'>, Pair> = {
  approval: ['待批', 'Awaiting approval'],
  held: ['保留', 'Held'],
  promoted: ['候补到位', 'Moved up'],
  confirmed: ['已确认', 'Confirmed'],
  rejected: ['已驳回', 'Rejected'],
  expired: ['已过期', 'Expired'],
  cancelled: ['已取消', 'Cancelled'],
  checked_in: ['进行中', 'Checked in'],
  no_show: ['未到', 'No-show'],
  done: ['已完成', 'Done'],
}
