import { ref } from 'vue'

/** A page in place of the whole frame; one at a time. */
export const gate = ref<'join' | 'login' | null>(null)
