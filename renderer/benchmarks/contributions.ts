import type { Contribution } from '../contribution.ts'
import { benchmarkAnswers } from './answers.ts'
import { benchmarkKeys } from './keys.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { setsInPalette } from './palette.ts'
import { SETS_PATH } from './paths.ts'
import { fieldText, valueText } from './value-text.ts'

export const benchmarks: Contribution = {
  routes: [{ path: SETS_PATH, component: () => import('./sets/SetsPage.vue'), props: ({ query }) => ({ set: query['set'] }), meta: { title: 'benchmarks.set.title', icon: 'target' } }],
  rail: [{ path: SETS_PATH, icon: 'target', label: 'benchmarks.title', roles: ['front', 'lab', 'trainer', 'admin'] }],
  palette: [setsInPalette],
  keys: benchmarkKeys,
  answers: [benchmarkAnswers],
  valueText,
  fieldText,
  messages: { zh: { benchmarks: zh }, en: { benchmarks: en } },
}
