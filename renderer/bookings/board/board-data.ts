import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { type BoardRow, groupsOf, readBoard } from '#shared/bookings/board.ts'
import { boardDays } from '#shared/bookings/board/columns.ts'
import { type Calendar, readCalendar } from '#shared/bookings/calendar.ts'
import { DAY, midnightOf } from '#shared/bookings/times.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { DeskReads } from '../../db/live.ts'
import { standingResources } from '../../db/standing-resources.ts'
import { pieceName } from '../entries.ts'

/**
 * What a board from a day on shows. `resources`: every one there is, in the order of the rows; `midnights`: of the days; `tentative`: ids of bookings of which a change waits here;
 * `names`: of companies, by the id that a booking has; `pieces`: of instruments that are brought, likewise. `groups`: labs in the order of the rows, by how many rows each has; '' = of no lab.
 */
export type BoardData = { from: IsoDay; resources: Resource[]; calendar: Calendar; midnights: Instant[]; rows: BoardRow[]; tentative: Set<string>; names: Map<string, string>; pieces: Map<string, string>; groups: { name: string; size: number }[] }

/** For live queries: awaits nothing but `reads`. */
export const loadBoard = async (reads: DeskReads, from: IsoDay, workdays: number): Promise<BoardData> => {
  const labs = new Map((await reads.list('labs')).map(lab => [lab.id, lab]))
  // What belonged to a lab that is gone is open at no time; it comes back with its lab.
  const there = (await standingResources(reads)).filter(({ lab }) => !lab || !labs.get(lab)?.retired)
  const grouped = groupsOf(there, ({ lab }) => (lab && labs.get(lab)?.name) || '')
  const resources = grouped.flatMap(group => group.resources)
  const groups = grouped.map(group => ({ name: group.name, size: group.resources.length }))
  const begins = midnightOf(from)
  const calendar = await readCalendar(reads, await reads.complex(), begins - 31 * DAY, begins + 92 * DAY)
  const midnights = boardDays({ hours: resources.map(({ hours }) => hours), calendar }, from, workdays)
  if (midnights.length === 0) return { from, resources, calendar, midnights, rows: [], tentative: new Set(), names: new Map(), pieces: new Map(), groups }
  const rows = await readBoard(reads, resources, { from: midnights[0], to: midnights.at(-1)! + DAY })
  const bookings = [...new Map(rows.flatMap(({ parts }) => parts.flatMap(({ booking }) => (booking ? [[booking.id, booking] as const] : [])))).values()]
  const companies = [...new Set(bookings.map(({ company }) => company))]
  const names = new Map((await Promise.all(companies.map(id => companyOf(reads, id)))).map((company, i) => [companies[i], company?.name ?? '']))
  const brought = bookings.flatMap(({ instrument }) => instrument ?? [])
  const pieces = new Map((await Promise.all(brought.map(instrument => pieceName(reads, { instrument })))).map((name, i) => [brought[i], name]))
  const tentative = (await reads.withState('bookings', bookings)).filter(({ state }) => state.is !== 'confirmed').map(({ row }) => row.id)
  return { from, resources, calendar, midnights, rows, tentative: new Set(tentative), names, pieces, groups }
}
