import { readonly, ref } from 'vue'
import { localDay } from '#shared/lib/dates.ts'
import { now } from '../db/clock.ts'

const day = ref(localDay(now()))

/** The present day by the desk's corrected clock; looked at every half minute, and when the window is looked at again after a sleep. */
export const today = readonly(day)

const follow = (): void => void (day.value = localDay(now()))
setInterval(follow, 30_000)
document.addEventListener('visibilitychange', follow)
