import { readonly, ref } from 'vue'
import { dayOf } from '#shared/bookings/times.ts'
import { now } from './clock.ts'

const day = ref(dayOf(now()))

/** The present day in Asia/Shanghai by the desk's corrected clock; pages that stand over midnight, or over a sleep, follow it. */
export const today = readonly(day)

const follow = (): void => void (day.value = dayOf(now()))
setInterval(follow, 30_000)
document.addEventListener('visibilitychange', follow)
