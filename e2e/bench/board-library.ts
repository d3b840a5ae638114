/// <reference types="vite/client" />
// Built for a page: the same rows in the best library for such a board, to be measured beside ours.
import { createCalendar, destroyCalendar, ResourceTimeline } from '@event-calendar/core'
import css from '@event-calendar/core/index.css?inline'

type Given = { date: string; resources: { id: string; title: string }[]; events: { id: string; resourceId: string; start: string; end: string; title: string }[] }

Object.assign(globalThis, {
  /** Lays it over the page; ms until it stands laid out and a frame was drawn. */
  showLibrary: async ({ date, resources, events }: Given) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`${css} #library { position: fixed; inset: 0; z-index: 99; background: #fff; } #library .ec { height: 100%; }`)
    document.adoptedStyleSheets = [sheet]
    const target = document.createElement('div')
    target.id = 'library'
    document.body.append(target)
    const begun = performance.now()
    const calendar = createCalendar(target, [ResourceTimeline], {
      view: 'resourceTimelineWeek', date, resources, events, height: '100%', slotDuration: '00:30', slotMinTime: '08:30', slotMaxTime: '17:00', slotWidth: 12, hiddenDays: [0, 6], headerToolbar: { start: '', center: '', end: '' },
    })
    target.getBoundingClientRect()
    await new Promise(requestAnimationFrame)
    target.getBoundingClientRect()
    await new Promise(requestAnimationFrame)
    const ms = performance.now() - begun
    const shown = { ms, events: target.querySelectorAll('.ec-event').length, nodes: target.querySelectorAll('*').length }
    return { ...shown, end: () => {
      void destroyCalendar(calendar)
      target.remove()
    } }
  },
})
