import { ref } from 'vue'
import type { RecordName } from '../contribution.ts'

/** What lies over the page; one at a time. */
export const overlay = ref<'palette' | 'keys' | null>(null)

/** The link that asks to be followed. */
export const link = ref<string | null>(null)

/** The record whose history is shown. */
export const history = ref<RecordName | null>(null)
