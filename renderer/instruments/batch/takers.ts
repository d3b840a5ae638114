// Who or what has time of the places of a plan, as far as it may be seen here.
import type { Resource } from '#shared/bookings/booking.ts'
import { blocksOf, readBoard } from '#shared/bookings/board.ts'
import type { Span } from '#shared/bookings/calendar.ts'
import { clockOf, DAY, dayOf } from '#shared/bookings/times.ts'
import { companyOf } from '#shared/companies/company.ts'
import { closureText } from '#shared/words/bookings.ts'
import type { DeskReads } from '../../db/live.ts'
import { i18n } from '../../i18n.ts'

/** `company` '' = one that may not be seen, null = the place is closed. `what`: purpose of the booking or reason of the closure. */
export type Taker = Span & { company: string | null; what: string }

/** By the resource's id, in order of time. For live queries: awaits nothing but `reads`. */
export const readTakers = async (reads: DeskReads, resources: readonly Resource[], span: Span): Promise<ReadonlyMap<string, Taker[]>> => {
  const found = new Map<string, Taker[]>()
  const names = new Map<string, string>()
  for (const row of await readBoard(reads, resources, span)) {
    const takers: Taker[] = []
    for (const { from, to, state, booking, reason, closure } of blocksOf(row, new Set())) {
      if (state === 'waiting' || state === 'due' || state === 'done') continue
      if (booking && !names.has(booking.company)) names.set(booking.company, (await companyOf(reads, booking.company))?.name ?? '')
      takers.push({ from, to, company: state === 'closed' ? null : booking ? (names.get(booking.company) ?? '') : '', what: state === 'closed' ? (reason ?? closureText(closure ?? 'out', i18n.global.locale.value)) : (booking?.purpose ?? '') })
    }
    found.set(row.resource.id, takers)
  }
  return found
}

/** Those of a day, what is closed last. */
export const takersOn = (takers: readonly Taker[], midnight: number): Taker[] =>
  takers.filter(({ from, to }) => from < midnight + DAY && to > midnight).sort((a, b) => Number(a.company === null) - Number(b.company === null))

/** `示例轴承 08:30–10:30 检定 WD-0031`; a day that it fills has no clock. */
export const takerText = ({ from, to, company, what }: Taker, midnight: number): string => {
  const clock = from <= midnight && to >= midnight + DAY ? '' : `${dayOf(from) === dayOf(midnight) ? clockOf(from) : '00:00'}–${to < midnight + DAY ? clockOf(to) : '24:00'}`
  return [company === null ? i18n.global.t('instruments.batch.closed') : company || i18n.global.t('instruments.batch.taken'), clock, what].filter(Boolean).join(' ')
}

/** Short, for a cell: the first name, and how many more there are; null = nobody's name may be seen. */
export const takerNames = (takers: readonly Taker[]): string | null => {
  const names = [...new Set(takers.flatMap(({ company }) => company || []))]
  const others = takers.filter(({ company }) => company !== null).length - takers.filter(({ company }) => company === names[0]).length
  return names.length === 0 ? null : others > 0 ? i18n.global.t('instruments.batch.takenBy', { name: names[0], n: others }) : names[0]
}
