import { ref } from 'vue'
import type { Toast } from '../contribution.ts'

export const toasts = ref<{ id: number; text: string; kind: 'info' | 'error'; action?: { label: string; run: () => void } }[]>([])

const STAY_MS = 10_000
let last = 0

/** Stays 10 s; an error stays until it is closed. */
export const toast = ({ text, kind = 'info', action }: Toast): void => {
  const id = ++last
  toasts.value = [...toasts.value.slice(-2), { id, text, kind, ...(action && { action }) }]
  if (kind === 'info') setTimeout(() => dismiss(id), STAY_MS)
}

export const dismiss = (id: number): void => { toasts.value = toasts.value.filter(each => each.id !== id) }
