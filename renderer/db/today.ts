import { readonly, ref } from 'vue'
import { dayNumber, isoOf, localDay, localMidnight } from '#shared/lib/dates.ts'
import { now } from './clock.ts'

const day = ref(localDay(now()))

/** The present day where the complexes are, by the desk's corrected clock; moves on at midnight, and after a sleep when the window is looked at again. */
export const today = readonly(day)

const follow = (): void => {
  const at = now()
  day.value = localDay(at)
  clearTimeout(timer)
  // The clock may be corrected meanwhile: looked at every half minute too.
  timer = setTimeout(follow, Math.min(30_000, localMidnight(isoOf(dayNumber(day.value) + 1)) - at + 50))
}
let timer: ReturnType<typeof setTimeout>
follow()
document.addEventListener('visibilitychange', follow)
