import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { adminOnly } from '#shared/sync/rights.ts'
import type { Contribution } from './contribution.ts'
import { HOME_PATH } from './shell/home/paths.ts'

/**
 * Unknown addresses lead home: whoever works for a hub to what waits for them, a computer alone to the first area of the rail.
 * `hasHub` answers once it is known who works here: a page that isn't everybody's waits for that.
 */
export const createAppRouter = (contributions: readonly Contribution[], hasHub: () => Promise<boolean>): Router => {
  const first = contributions.flatMap(({ rail = [] }) => rail)[0]?.path ?? '/settings'
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      ...contributions.flatMap(({ routes }) => routes),
      { path: HOME_PATH, name: 'home', component: () => import('./shell/home/HomePage.vue'), meta: { title: 'home.title', icon: 'home' } },
      { path: '/settings/:section?', name: 'settings', component: () => import('./shell/SettingsPage.vue'), meta: { title: 'app.settings', icon: 'gear', stays: true } },
      { path: '/sync', name: 'sync', component: () => import('./shell/sync/SyncPage.vue'), meta: { title: 'sync.title', icon: 'refresh' } },
      { path: '/users', name: 'users', component: () => import('./shell/users/UsersPage.vue'), meta: { title: 'users.title', icon: 'people', right: adminOnly } },
      { path: '/:rest(.*)*', component: {}, beforeEnter: async () => ((await hasHub()) ? HOME_PATH : first) },
    ],
  })
  router.beforeEach(async ({ meta }) => { if (meta.right) await hasHub() })
  return router
}
