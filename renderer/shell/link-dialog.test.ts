// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { i18n } from '../i18n.ts'
import LinkDialog from './LinkDialog.vue'
import { link } from './overlay.ts'

const opened = vi.hoisted(() => [] as string[])
vi.mock('../desktop.ts', () => ({ inApp: false, openLink: (url: string) => Promise.resolve(Boolean(opened.push(url))) }))

const show = async (url: string) => {
  document.body.innerHTML = '<div id="app"></div>'
  createApp(LinkDialog).use(i18n).mount('#app')
  link.value = url
  await nextTick()
  await nextTick()
  return document.querySelector('dialog')!
}

beforeEach(() => {
  link.value = null
  opened.length = 0
})

describe('the link dialog', () => {
  it('shows host and whole address first, and opens only when told', async () => {
    const dialog = await show('https://std.samr.gov.cn/gb/search?id=1')
    expect(dialog.textContent).toContain('std.samr.gov.cn')
    expect(dialog.textContent).toContain('https://std.samr.gov.cn/gb/search?id=1')
    expect(opened).toEqual([])
    dialog.querySelector<HTMLElement>('.btn.primary')!.click()
    expect([opened, link.value]).toEqual([['https://std.samr.gov.cn/gb/search?id=1'], null])
  })

  it('offers no way to open what isn’t on the list', async () => {
    for (const url of ['https://example.com/a', 'http://std.samr.gov.cn/', 'https://std.samr.gov.cn@example.com/']) {
      const dialog = await show(url)
      expect([url, dialog.querySelector('.btn.primary')]).toEqual([url, null])
      expect(dialog.textContent).toContain(url)
      link.value = null
      await nextTick()
    }
  })
})
