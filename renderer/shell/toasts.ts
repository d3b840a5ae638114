import { ref } from 'vue'
import type { Toast } from '../contribution.ts'

type Shown = { id: number; text: string; kind: 'info' | 'error'; action?: { label: string; run: () => void } }
export const toasts = ref<Shown[]>([])

const STAY_MS = 10_000
let last = 0

/** Stays 10 s; an error stays until it is closed. What asks for nothing gives way to the next one, and of those with an action the newest two stay. */
export const toast = ({ text, kind = 'info', action }: Toast): void => {
  const id = ++last
  const undoable = toasts.value.filter(one => one.kind === 'info' && one.action).slice(-1)
  toasts.value = [...toasts.value.filter(one => one.text !== text && (one.kind === 'error' || undoable.includes(one))), { id, text, kind, ...(action && { action }) }]
  if (kind === 'info') setTimeout(() => dismiss(id), STAY_MS)
}

export const dismiss = (id: number): void => { toasts.value = toasts.value.filter(each => each.id !== id) }

/** Closes the newest that stands. */
export const dismissNewest = (): void => { toasts.value = toasts.value.slice(0, -1) }
