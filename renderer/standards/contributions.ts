import { computed } from 'vue'
import type { Contribution } from '../contribution.ts'
import { i18n } from '../i18n.ts'
import { useHubCatalogue } from './from-hub/hub-catalogue.store.ts'
import HubCataloguePill from './from-hub/HubCataloguePill.vue'
import { en as importEn } from './import/messages/en.ts'
import { zh as importZh } from './import/messages/zh.ts'
import ImportPill from './import/ImportPill.vue'
import { useLookups } from './lookup/lookup.store.ts'
import { standardsKeys } from './keys.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { ownInPalette } from './own/find-own.ts'
import { en as ownEn } from './own/messages/en.ts'
import { zh as ownZh } from './own/messages/zh.ts'
import { lookupInPalette, standardsInPalette } from './palette.ts'
import { count } from './parts/show.ts'
import { IMPORT_PATH, LOOKUP_PATH, OWN_PATH } from './paths.ts'
import { searcher } from './searcher.ts'
import { editionFacts } from './edition-facts.ts'
import CatalogueSettings from './settings/CatalogueSettings.vue'
import { firstCatalogue } from './starter.ts'

const { state } = searcher()

export const standards: Contribution = {
  routes: [
    { path: LOOKUP_PATH, component: () => import('./lookup/LookupPage.vue'), props: ({ query }) => ({ q: query['q'] }), meta: { title: 'standards.rail', icon: 'book' } },
    { path: IMPORT_PATH, component: () => import('./import/ImportPage.vue'), meta: { title: 'import.title', icon: 'up' } },
    { path: OWN_PATH, component: () => import('./own/OwnPage.vue'), props: ({ query }) => ({ q: query['q'] }), meta: { title: 'own.title', icon: 'book' } },
    { path: `${LOOKUP_PATH}/:number`, component: () => import('./standard/StandardPage.vue'), props: true, meta: { title: 'standards.rail', icon: 'book' } },
  ],
  ways: [{ path: LOOKUP_PATH, icon: 'book', label: 'standards.rail' }],
  rail: [{ path: LOOKUP_PATH, icon: 'book', label: 'standards.rail' }],
  pages: [{ path: IMPORT_PATH, icon: 'up', label: 'import.title', words: 'import 目录 文件 更新 file pack' }],
  palette: [lookupInPalette, standardsInPalette, ownInPalette],
  keys: standardsKeys,
  topBar: [ImportPill, HubCataloguePill],
  settings: [
    {
      id: 'catalogue',
      icon: 'database',
      label: 'standards.settings.label',
      order: 10,
      value: computed(() => (state.value.phase === 'ready' ? i18n.global.t('standards.settings.value', { date: state.value.meta.date, n: count(state.value.meta.records) }) : i18n.global.t('standards.settings.none'))),
      component: CatalogueSettings,
      words: 'standards.settings.words',
    },
  ],
  firstStart: firstCatalogue,
  edition: editionFacts,
  atHub: hub => useHubCatalogue().start(hub),
  forgetTab: tab => useLookups().forget(tab),
  messages: { zh: { standards: zh, import: importZh, own: ownZh }, en: { standards: en, import: importEn, own: ownEn } },
}
