import { staffOnly } from '#shared/sync/rights.ts'
import type { Contribution } from '../contribution.ts'
import { bookingAnswers } from './answers.ts'
import { bookingKeys } from './keys.ts'
import LostSlot from './LostSlot.vue'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { bookingsInPalette } from './palette.ts'
import { BOOKINGS_PATH, CALENDAR_PATH, FIND_PATH, LIST_PATH, PLACE_PATH, RESOURCES_PATH } from './paths.ts'
import { bookingQueues } from './queues.ts'
import { valueText } from './value-text.ts'

export const bookings: Contribution = {
  routes: [
    { path: BOOKINGS_PATH, component: () => import('./board/BoardPage.vue'), props: ({ query }) => ({ day: query['day'], add: query['new'] }), meta: { title: 'bookings.title', icon: 'flask' } },
    { path: LIST_PATH, component: () => import('./BookingsPage.vue'), props: ({ query }) => ({ resource: query['resource'], day: query['day'] }), meta: { title: 'bookings.title', icon: 'flask' } },
    { path: RESOURCES_PATH, component: () => import('./ResourcesPage.vue'), props: ({ query }) => ({ add: query['new'] }), meta: { title: 'bookings.resources.title', icon: 'flask', right: staffOnly } },
    { path: FIND_PATH, component: () => import('./find/FindPage.vue'), props: ({ query }) => ({ company: query['company'], instrument: query['instrument'] }), meta: { title: 'bookings.find.title', icon: 'flask' } },
    { path: CALENDAR_PATH, component: () => import('./CalendarPage.vue'), meta: { title: 'bookings.calendar.title', icon: 'calendar' } },
    { path: `${BOOKINGS_PATH}/:id`, component: () => import('./SlipPage.vue'), props: true, meta: { title: 'bookings.slip.title', icon: 'flask' } },
  ],
  rail: [{ path: BOOKINGS_PATH, icon: 'flask', label: 'bookings.title', roles: ['front', 'lab', 'admin', 'company'] }],
  queues: bookingQueues,
  ways: [{ path: FIND_PATH, icon: 'search', label: 'bookings.find.title' }, { path: PLACE_PATH, icon: 'plus', label: 'bookings.add' }],
  palette: [bookingsInPalette],
  keys: bookingKeys,
  answers: [bookingAnswers],
  valueText,
  lostSlot: LostSlot,
  messages: { zh: { bookings: zh }, en: { bookings: en } },
}
