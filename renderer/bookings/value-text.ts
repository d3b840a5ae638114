import type { CalendarDay, OpeningHours } from '#shared/bookings/booking.ts'
import { runsOf } from '#shared/bookings/calendar-edit.ts'
import { weekOf } from '#shared/bookings/hours.ts'
import { i18n } from '../i18n.ts'
import { words } from './words.ts'

/** What a resource's or a year's field is to a person, for a conflict over it. */
export const valueText = (command: string, field: string, value: unknown): string | null => {
  const { t } = i18n.global
  if (command === 'calendar.setYear') return runsOf(value as CalendarDay[]).map(({ first, last, day }) => `${first.slice(5)}${last === first ? '' : `–${last.slice(5)}`} ${t(`bookings.calendar.mark.${day.kind}`)} ${day.name}`.trim()).join(t('bookings.slip.and'))
  if (command !== 'resources.patch') return null
  if (field === 'hours') return weekOf(value as OpeningHours[]).map(({ days, text }) => `${words.days(days)} ${text}`).join(t('bookings.slip.and'))
  if (field === 'approval') return t(value === true ? 'bookings.resources.needed' : 'bookings.resources.notNeeded')
  return typeof value === 'number' ? String(value) : null
}
