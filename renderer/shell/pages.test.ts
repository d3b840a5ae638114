// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import type { Contribution } from '../contribution.ts'
import { i18n } from '../i18n.ts'
import { installPages, type Pages, usePages } from './pages.ts'
import { useTabs } from './tabs.store.ts'

const blank = { render: () => null }

const open = async (paths: string[]) => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const forgotten: string[] = []
  const router = createRouter({ history: createWebHashHistory(), routes: ['/', '/a', '/b', '/a/1'].map(path => ({ path, component: blank })) })
  let pages: Pages | undefined
  const app = createApp({ setup: () => ((pages = usePages()), () => null) }).use(pinia).use(router).use(i18n)
  installPages(app, router, [{ forgetTab: id => forgotten.push(id) } as Partial<Contribution> as Contribution])
  await router.push(paths[0])
  app.mount(document.createElement('div'))
  for (const path of paths.slice(1)) await pages!.openTab(path)
  return { pages: pages!, tabs: useTabs(), forgotten }
}

beforeEach(() => sessionStorage.clear())

describe('pages', () => {
  it('tells every feature that a tab has closed, once its page has gone', async () => {
    const { pages, tabs, forgotten } = await open(['/a', '/b'])
    const [first, second] = tabs.tabs.map(tab => tab.id)
    await pages.close(first)
    expect([forgotten, tabs.tabs.map(tab => tab.id)]).toEqual([[first], [second]])
    await pages.close(second)
    expect(forgotten).toEqual([first, second])
    expect(pages.shown.value?.route.path).toBe('/')
  })

  it('finds the tab that shows a path already, and for an area the last tab below it', async () => {
    const { pages, tabs } = await open(['/a/1', '/b'])
    await pages.openTab('/a/1')
    expect(tabs.tabs.length).toBe(2)
    await pages.openTab('/b')
    await pages.openArea('/a')
    expect([tabs.tabs.length, pages.shown.value?.route.path]).toEqual([2, '/a/1'])
  })
})
