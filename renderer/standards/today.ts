import { readonly, ref } from 'vue'
import { localDay } from '#shared/lib/dates.ts'

const day = ref(localDay(Date.now()))

/** The present day on this computer's calendar; statuses move with it at midnight, and after a sleep when the window is looked at again. */
export const today = readonly(day)

const follow = (): void => {
  const now = new Date()
  day.value = localDay(now.getTime())
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  clearTimeout(timer)
  timer = setTimeout(follow, midnight.getTime() - now.getTime() + 50)
}
let timer: ReturnType<typeof setTimeout>
follow()
document.addEventListener('visibilitychange', follow)
