import { readonly, ref } from 'vue'
import type { IsoDay } from '#shared/lib/dates.ts'

const localDay = (now: Date): IsoDay => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')

const day = ref(localDay(new Date()))

/** The present day on this computer's calendar; statuses move with it at midnight, and after a sleep when the window is looked at again. */
export const today = readonly(day)

const follow = (): void => {
  const now = new Date()
  day.value = localDay(now)
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  clearTimeout(timer)
  timer = setTimeout(follow, midnight.getTime() - now.getTime() + 50)
}
let timer: ReturnType<typeof setTimeout>
follow()
document.addEventListener('visibilitychange', follow)
