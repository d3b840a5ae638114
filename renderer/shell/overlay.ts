import { ref } from 'vue'

/** What lies over the page; one at a time. */
export const overlay = ref<'palette' | 'keys' | null>(null)

/** The link that asks to be followed. */
export const link = ref<string | null>(null)
