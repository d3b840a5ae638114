import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { type BoardRow, groupsOf, readBoard } from '#shared/bookings/board.ts'
import { boardDays } from '#shared/bookings/board/columns.ts'
import { type Calendar, readCalendar } from '#shared/bookings/calendar.ts'
import { DAY, midnightOf } from '#shared/bookings/times.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { DeskReads } from '../../db/live.ts'

/**
 * What a board from a day on shows. `resources`: every one there is, in the order of the rows; `midnights`: of the days; `tentative`: ids of bookings of which a change waits here;
 * `names`: of companies, by the id that a booking has.
 */
export type BoardData = { from: IsoDay; resources: Resource[]; calendar: Calendar; midnights: Instant[]; rows: BoardRow[]; tentative: Set<string>; names: Map<string, string> }

/** For live queries: awaits nothing but `reads`. */
export const loadBoard = async (reads: DeskReads, from: IsoDay, workdays: number): Promise<BoardData> => {
  const resources = groupsOf(await reads.list('resources')).flatMap(group => group.resources)
  const begins = midnightOf(from)
  const calendar = await readCalendar(reads, await reads.complex(), begins - 31 * DAY, begins + 92 * DAY)
  const midnights = boardDays({ hours: resources.map(({ hours }) => hours), calendar }, from, workdays)
  if (midnights.length === 0) return { from, resources, calendar, midnights, rows: [], tentative: new Set(), names: new Map() }
  const rows = await readBoard(reads, resources, { from: midnights[0], to: midnights.at(-1)! + DAY })
  const bookings = [...new Map(rows.flatMap(({ parts }) => parts.flatMap(({ booking }) => (booking ? [[booking.id, booking] as const] : [])))).values()]
  const companies = [...new Set(bookings.map(({ company }) => company))]
  const names = new Map((await Promise.all(companies.map(id => companyOf(reads, id)))).map((company, i) => [companies[i], company?.name ?? '']))
  const tentative = (await reads.withState('bookings', bookings)).filter(({ state }) => state.is !== 'confirmed').map(({ row }) => row.id)
  return { from, resources, calendar, midnights, rows, tentative: new Set(tentative), names }
}
