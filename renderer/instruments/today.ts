import { readonly, ref } from 'vue'
import { dayOf } from '#shared/bookings/times.ts'
import { now } from '../db/clock.ts'

const day = ref(dayOf(now()))

/** The day as the desk's corrected clock has it; pages that stand over midnight follow it. */
export const today = readonly(day)

setInterval(() => { day.value = dayOf(now()) }, 60_000)
