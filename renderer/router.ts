import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import type { Contribution } from './contribution.ts'

/** The first area of the rail is home. Unknown addresses lead there too. */
export const createAppRouter = (contributions: readonly Contribution[]): Router => {
  const home = contributions.flatMap(({ rail = [] }) => rail)[0]?.path ?? '/settings'
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      ...contributions.flatMap(({ routes }) => routes),
      { path: '/settings/:section?', name: 'settings', component: () => import('./shell/SettingsPage.vue'), meta: { title: 'app.settings', icon: 'gear', stays: true } },
      { path: '/sync', name: 'sync', component: () => import('./shell/sync/SyncPage.vue'), meta: { title: 'sync.title', icon: 'refresh' } },
      { path: '/users', name: 'users', component: () => import('./shell/users/UsersPage.vue'), meta: { title: 'users.title', icon: 'people' } },
      { path: '/:rest(.*)*', redirect: home },
    ],
  })
}
