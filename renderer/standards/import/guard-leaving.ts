import { watch } from 'vue'
import { inApp } from '../../desktop.ts'

/** A browser asks before a reload or a closed tab ends what runs; the app's window says on the page what closing does. */
export const guardLeaving = (running: () => boolean): void => {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  watch(running, now => {
    if (inApp) return
    if (now) window.addEventListener('beforeunload', ask)
    else window.removeEventListener('beforeunload', ask)
  }, { flush: 'sync' })
}
