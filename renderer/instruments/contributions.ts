import { staffOnly } from '#shared/sync/rights.ts'
import type { Contribution } from '../contribution.ts'
import { instrumentAnswers, valueText } from './answers.ts'
import { instrumentKeys } from './keys.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { instrumentsInPalette } from './palette.ts'
import { instrumentQueues } from './queues.ts'
import { BATCH_PATH, DUE_PATH, IMPORT_PATH, INSTRUMENTS_PATH } from './paths.ts'

export const instruments: Contribution = {
  routes: [
    { path: INSTRUMENTS_PATH, component: () => import('./InstrumentsPage.vue'), props: ({ query }) => ({ id: query['id'], add: query['new'], due: query['bucket'], labs: query['own'] }), meta: { title: 'instruments.title', icon: 'gauge' } },
    { path: IMPORT_PATH, component: () => import('./import/ListPage.vue'), meta: { title: 'instruments.import.title', icon: 'up', right: staffOnly } },
    { path: DUE_PATH, component: () => import('./DuePage.vue'), meta: { title: 'instruments.cal.title', icon: 'calendar' } },
    { path: BATCH_PATH, component: () => import('./batch/BatchPage.vue'), props: ({ query }) => ({ company: query['company'] }), meta: { title: 'instruments.batch.title', icon: 'gauge' } },
    { path: `${BATCH_PATH}/:id`, component: () => import('./batch/BatchDonePage.vue'), props: ({ params, query }) => ({ id: params['id'], sent: query['sent'] }), meta: { title: 'instruments.batch.title', icon: 'gauge' } },
  ],
  rail: [{ path: INSTRUMENTS_PATH, icon: 'gauge', label: 'instruments.title', roles: ['front', 'lab', 'admin', 'company'] }],
  queues: instrumentQueues,
  ways: [{ path: INSTRUMENTS_PATH, icon: 'gauge', label: 'instruments.title', roles: ['company'] }],
  pages: [{ path: IMPORT_PATH, icon: 'up', label: 'instruments.import.title', words: 'instruments.import.words' }],
  palette: [instrumentsInPalette],
  keys: instrumentKeys,
  answers: [instrumentAnswers],
  valueText,
  messages: { zh: { instruments: zh }, en: { instruments: en } },
}
