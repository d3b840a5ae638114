import { staffOnly } from '#shared/sync/rights.ts'
import type { Contribution } from '../contribution.ts'
import { companyAnswers } from './answers.ts'
import { companyKeys } from './keys.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { companiesInPalette } from './palette.ts'
import { COMPANIES_IMPORT_PATH, COMPANIES_PATH, REGISTER_PATH } from './paths.ts'

export const companies: Contribution = {
  routes: [{ path: COMPANIES_PATH, component: () => import('./CompaniesPage.vue'), props: ({ query }) => ({ q: query['q'], add: query['new'] }), meta: { title: 'companies.title', icon: 'building' } }, { path: COMPANIES_IMPORT_PATH, component: () => import('./import/ListPage.vue'), meta: { title: 'companies.import.title', icon: 'up', right: staffOnly } }],
  rail: [{ path: COMPANIES_PATH, icon: 'building', label: 'companies.title', roles: ['front', 'lab', 'admin'] }],
  pages: [{ path: COMPANIES_IMPORT_PATH, icon: 'up', label: 'companies.import.title', words: 'companies.import.words' }],
  ways: [{ path: REGISTER_PATH, icon: 'building', label: 'companies.add', roles: ['front', 'lab', 'admin'] }, { path: COMPANIES_PATH, icon: 'building', label: 'companies.own', roles: ['company'] }],
  palette: [companiesInPalette],
  keys: companyKeys,
  answers: [companyAnswers],
  messages: { zh: { companies: zh }, en: { companies: en } },
}
