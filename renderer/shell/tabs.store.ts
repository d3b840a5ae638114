import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { z } from 'zod'
import type { IconName } from '../ui/icons.ts'
import { icons } from '../ui/icons.ts'

/** An open page. Title and icon are the page's own words; without them the route's stand. */
export type Tab = { id: string; path: string; title: string | null; icon: IconName | null }

const stored = z.object({
  active: z.string(),
  tabs: z.array(z.object({ id: z.string(), path: z.string().startsWith('/'), title: z.string().nullable(), icon: z.custom<IconName>(name => typeof name === 'string' && name in icons).nullable() })).min(1),
})
const KEY = 'pinli.tabs'

/** The tabs of this window. They stand in the session storage, so that a reload or a crash brings all of them back. */
export const useTabs = defineStore('tabs', () => {
  const start = restore()
  const tabs = ref<Tab[]>(start?.tabs ?? [])
  const activeId = ref(start?.active ?? '')
  const active = computed(() => tabs.value.find(tab => tab.id === activeId.value) ?? null)

  watch([tabs, activeId], () => { sessionStorage.setItem(KEY, JSON.stringify({ active: activeId.value, tabs: tabs.value })) }, { deep: true, flush: 'sync' })

  /** A new tab at the end; it isn't active yet. */
  const add = (path: string): Tab => {
    const tab: Tab = { id: nextId(tabs.value), path, title: null, icon: null }
    tabs.value.push(tab)
    return tab
  }
  const activate = (id: string): Tab | null => {
    const tab = tabs.value.find(each => each.id === id) ?? null
    if (tab) activeId.value = id
    return tab
  }
  /** The tab to show next: the right neighbour, else the left one; null = that was the last. */
  const close = (id: string): Tab | null => {
    const at = tabs.value.findIndex(tab => tab.id === id)
    if (at < 0) return active.value
    tabs.value.splice(at, 1)
    if (activeId.value === id) activeId.value = (tabs.value[at] ?? tabs.value[at - 1])?.id ?? ''
    return active.value
  }
  /** The active page has gone elsewhere. */
  const moved = (path: string, samePage: boolean): void => {
    if (!active.value) activeId.value = add(path).id
    Object.assign(active.value!, { path }, samePage ? {} : { title: null, icon: null })
  }
  const name = (id: string, title: string, icon: IconName): void => {
    const tab = tabs.value.find(each => each.id === id)
    if (tab) Object.assign(tab, { title, icon })
  }
  return { tabs, activeId, active, add, activate, close, moved, name }
})

const restore = () => {
  try {
    const read = stored.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
    return read.success && read.data.tabs.some(tab => tab.id === read.data.active) ? read.data : null
  } catch {
    return null
  }
}

const nextId = (tabs: readonly Tab[]): string => `t${Math.max(0, ...tabs.map(tab => Number(tab.id.slice(1)) || 0)) + 1}`
