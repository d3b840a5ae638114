import { nextTick, onBeforeUnmount, type Ref } from 'vue'
import type { Router } from 'vue-router'

/** A new page begins at its top; back and forward find each page where it was left. Answers with what places the page that has just come. */
export const useScrollPlaces = (pane: Readonly<Ref<HTMLElement | null>>, router: Router): (() => Promise<void>) => {
  const places = new Map<number, number>()
  let entry = entryNow()
  let wanted = 0
  let walked = false

  const stop = [
    router.options.history.listen((_to, _from, { delta }) => { walked = delta !== 0 }),
    router.beforeEach(() => void places.set(entry, pane.value?.scrollTop ?? 0)),
    router.afterEach((_to, _from, failure) => {
      if (!failure) {
        entry = entryNow()
        wanted = walked ? (places.get(entry) ?? 0) : 0
      }
      walked = false
    }),
  ]
  onBeforeUnmount(() => { for (const end of stop) end() })

  return async () => {
    const top = wanted
    await nextTick()
    // A page that reads its content first isn't high enough at once.
    for (let frame = 0; pane.value && frame < MOST_FRAMES; frame++) {
      pane.value.scrollTop = top
      if (pane.value.scrollTop >= top - 1 || wanted !== top) return
      await new Promise(requestAnimationFrame)
    }
  }
}

const MOST_FRAMES = 60

/** The place of the present entry in the history, as the router numbers it. */
const entryNow = (): number => (window.history.state as { position?: number } | null)?.position ?? 0
