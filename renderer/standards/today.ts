import { readonly, ref } from 'vue'
import { dayNumber, isoOf, localDay, localMidnight } from '#shared/lib/dates.ts'

const day = ref(localDay(Date.now()))

/** The present day where the complexes are; statuses move with it at midnight, and after a sleep when the window is looked at again. */
export const today = readonly(day)

const follow = (): void => {
  const now = Date.now()
  day.value = localDay(now)
  clearTimeout(timer)
  timer = setTimeout(follow, localMidnight(isoOf(dayNumber(day.value) + 1)) - now + 50)
}
let timer: ReturnType<typeof setTimeout>
follow()
document.addEventListener('visibilitychange', follow)
