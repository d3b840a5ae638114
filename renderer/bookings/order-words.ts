import type { Booking } from '#shared/bookings/booking.ts'
import type { Neighbours } from '#shared/bookings/order.ts'
import { applicationNumber } from '#shared/bookings/standing.ts'
import { i18n } from '../i18n.ts'
import { words } from './words.ts'

/** A step of a chain as others speak of it. */
export const stepName = (booking: Booking): string => booking.test?.parameter ?? (booking.purpose || applicationNumber(booking))

/** Between which steps a booking has to lie, and from and until when; '' = it is free of others. */
export const orderText = ({ before, behind }: Neighbours): string =>
  [before && i18n.global.t('bookings.moving.before', { step: stepName(before), at: words.moment(before.end) }), behind && i18n.global.t('bookings.moving.behind', { step: stepName(behind), at: words.moment(behind.start) })].filter(Boolean).join('')
