import { readonly, ref } from 'vue'
import { now } from '../db/clock.ts'

const at = ref(now())

/** The desk's corrected clock as pages follow it: moves on every half minute, and when the window is looked at again after a sleep. */
export const clock = readonly(at)

const follow = (): void => void (at.value = now())
setInterval(follow, 30_000)
document.addEventListener('visibilitychange', follow)
