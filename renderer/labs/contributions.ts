import { staffOnly } from '#shared/sync/rights.ts'
import type { Contribution } from '../contribution.ts'
import { labAnswers } from './answers.ts'
import { labKeys } from './keys.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { labsInPalette } from './palette.ts'
import { LABS_PATH } from './paths.ts'
import { valueText } from './value-text.ts'

export const labs: Contribution = {
  routes: [{ path: LABS_PATH, component: () => import('./LabsPage.vue'), props: ({ query }) => ({ lab: query['lab'], tab: query['tab'] }), meta: { title: 'labs.title', icon: 'shield', right: staffOnly } }],
  rail: [{ path: LABS_PATH, icon: 'shield', label: 'labs.title', roles: ['lab', 'admin'] }],
  palette: [labsInPalette],
  keys: labKeys,
  answers: [labAnswers],
  valueText,
  messages: { zh: { labs: zh }, en: { labs: en } },
}
