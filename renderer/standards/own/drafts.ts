import { shallowReactive } from 'vue'

/** Notes begun and not saved yet, by number: leaving the page or its tab loses none while the window stands. */
export const drafts = shallowReactive(new Map<string, string>())
