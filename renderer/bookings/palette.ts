import { applicationNumber } from '#shared/bookings/standing.ts'
import { dayOf } from '#shared/bookings/times.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { PaletteProvider, PaletteRow } from '../contribution.ts'
import { type DeskReads, look } from '../db/live.ts'
import { standingResources } from '../db/standing-resources.ts'
import { i18n } from '../i18n.ts'
import { clock } from './clock.ts'
import { CALENDAR_PATH, dayPath, FIND_PATH, PLACE_PATH, RESOURCES_PATH, slipPath } from './paths.ts'
import { words } from './words.ts'

/** Slips by the number, resources by name, and the ways to book and to add. */
export const bookingsInPalette: PaletteProvider = {
  group: 'bookings.title',
  icon: 'flask',
  search: async text => {
    const { t } = i18n.global
    const wanted = text.toLowerCase()
    const ways: PaletteRow[] = [
      { id: 'place', title: t('bookings.add'), path: PLACE_PATH },
      { id: 'find', title: t('bookings.find.title'), path: FIND_PATH },
      { id: 'calendar', title: t('bookings.calendar.title'), path: CALENDAR_PATH },
      { id: 'resources', title: t('bookings.resources.title'), path: RESOURCES_PATH },
    ].filter(({ title }) => `${title} ${t('bookings.palette.words')}`.toLowerCase().includes(wanted))
    const found = text === '' ? [] : await look(reads => foundIn(reads, wanted), [])
    return { total: found.length + ways.length, rows: [...found, ...ways] }
  },
}

const foundIn = async (reads: DeskReads, wanted: string): Promise<PaletteRow[]> => {
  const rows: PaletteRow[] = (await standingResources(reads)).filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id, name }) => ({ id: `resource:${id}`, title: name, strong: true, path: dayPath(id, dayOf(clock.value)) }))
  if (!/^[\da-z-]{4,}$/.test(wanted)) return rows
  for (const booking of await reads.list('bookings')) {
    const number = applicationNumber(booking)
    if (number.toLowerCase().includes(wanted)) rows.push({ id: `booking:${booking.id}`, title: number, strong: true, hint: `${(await companyOf(reads, booking.company))?.name ?? ''} ${words.span(booking)}`, path: slipPath(booking.id) })
  }
  return rows
}
