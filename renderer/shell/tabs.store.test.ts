// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useTabs } from './tabs.store.ts'

/** A window that was reloaded: a new store on the same session. */
const reloaded = () => {
  setActivePinia(createPinia())
  return useTabs()
}
const three = () => {
  const tabs = reloaded()
  for (const path of ['/a', '/b', '/c']) tabs.add(path)
  tabs.activate('t2')
  return tabs
}

beforeEach(() => sessionStorage.clear())

describe('tabs', () => {
  it('begins empty and opens a first tab where the page goes', () => {
    const tabs = reloaded()
    tabs.moved('/standards', false)
    expect([tabs.active?.path, tabs.tabs.length]).toEqual(['/standards', 1])
  })

  it('comes back whole after a reload, names and all', () => {
    three().name('t3', 'GB/T 2912.1—2009', 'book')
    const tabs = reloaded()
    expect([tabs.activeId, tabs.tabs.map(tab => tab.path), tabs.tabs[2].title]).toEqual(['t2', ['/a', '/b', '/c'], 'GB/T 2912.1—2009'])
  })

  it('begins anew where what was stored can’t be read', () => {
    for (const broken of ['{', '{"active":"t9","tabs":[{"id":"t1","path":"/a","title":null,"icon":null}]}', '{"active":"t1","tabs":[{"id":"t1","path":"javascript:x","title":null,"icon":null}]}', '{"active":"t1","tabs":[{"id":"t1","path":"/a","title":null,"icon":"nosuch"}]}']) {
      sessionStorage.setItem('pinli.tabs', broken)
      expect(reloaded().tabs).toEqual([])
    }
  })

  it('shows the right neighbour of a closed tab, at the end the left one, after the last none', () => {
    const tabs = three()
    expect([tabs.close('t2')?.id, tabs.close('t3')?.id, tabs.close('t1')]).toEqual(['t3', 't1', null])
  })

  it('keeps the active tab when another is closed', () => {
    const tabs = three()
    expect([tabs.close('t1')?.id, tabs.close('gone')?.id]).toEqual(['t2', 't2'])
  })

  it('forgets a page’s name when the tab goes to another page, not when only its query changes', () => {
    const tabs = three()
    tabs.name('t2', '名', 'book')
    tabs.moved('/b?q=1', true)
    expect(tabs.active).toMatchObject({ path: '/b?q=1', title: '名' })
    tabs.moved('/d', false)
    expect(tabs.active).toMatchObject({ path: '/d', title: null, icon: null })
  })

  it('never gives an id twice in a row of open tabs', () => {
    const tabs = three()
    tabs.close('t1')
    expect(tabs.add('/e').id).toBe('t4')
  })
})
