import { computed, inject, nextTick, shallowRef, type App, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'
import type { Contribution } from '../contribution.ts'
import type { IconName } from '../ui/icons.ts'
import { useTabs, type Tab } from './tabs.store.ts'
import { i18n } from '../i18n.ts'

/** What stands in the work area: the page of one tab. It changes as one, so that no page is ever drawn under another tab. */
export type Shown = { tabId: string; route: RouteLocationNormalizedLoaded }

export type Pages = {
  shown: ShallowRef<Shown | null>
  /** The active tab with the words that stand on it. */
  labels: ComputedRef<{ id: string; title: string; icon: IconName }[]>
  show: (tab: Tab) => Promise<void>
  /** The tab that has this path already, else a new one. */
  openTab: (path: string) => Promise<void>
  /** The tab of a rail entry: the active or last one below its path, else a new one. */
  openArea: (path: string) => Promise<void>
  close: (id: string) => Promise<void>
}
const pagesKey: InjectionKey<Pages> = Symbol('pages')
export const usePages = (): Pages => inject(pagesKey)!

/** Ties tabs and router together: each history entry remembers its tab, so that back and forward find it again. */
export const installPages = (app: App, router: Router, contributions: readonly Contribution[]): void => {
  const tabs = useTabs()
  const shown = shallowRef<Shown | null>(null)

  router.afterEach((to, _from, failure) => {
    if (failure) return
    const entry = window.history.state as { tab?: string } | null
    if (entry?.tab) tabs.activate(entry.tab)
    tabs.moved(to.fullPath, pathOf(tabs.active?.path) === to.path)
    window.history.replaceState({ ...entry, tab: tabs.activeId }, '')
    shown.value = { tabId: tabs.activeId, route: { ...to } }
  })

  const show = async (tab: Tab) => {
    const { path, query, hash } = router.resolve(tab.path)
    await router.push({ path, query, hash, state: { tab: tab.id }, force: true })
  }
  const openTab = async (path: string) => show(tabs.tabs.find(tab => tab.path === path) ?? tabs.add(path))
  const openArea = async (path: string) => {
    const below = (tab: Tab | null) => tab !== null && (pathOf(tab.path) === path || tab.path.startsWith(`${path}/`))
    if (below(tabs.active)) await router.push(path)
    else await show([...tabs.tabs].reverse().find(below) ?? tabs.add(path))
  }
  const close = async (id: string) => {
    const next = tabs.close(id)
    if (next?.id !== shown.value?.tabId || !next) await show(next ?? tabs.add('/'))
    // By then its page has gone and written its last.
    await nextTick()
    for (const { forgetTab } of contributions) forgetTab?.(id)
  }
  const labels = computed(() => tabs.tabs.map(({ id, path, title, icon }) => {
    const { meta } = router.resolve(path)
    return { id, title: title ?? (meta.title ? i18n.global.t(meta.title) : path), icon: icon ?? meta.icon ?? 'file' }
  }))

  app.provide(pagesKey, { shown, labels, show, openTab, openArea, close })
}

const pathOf = (fullPath = '') => fullPath.split(/[?#]/)[0]
