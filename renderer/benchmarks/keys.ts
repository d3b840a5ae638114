import type { KeyBinding } from '../contribution.ts'

/** Keys of the page of an indicator set, for the key sheet; the page answers them. */
export const benchmarkKeys: KeyBinding[] = [
  { id: 'bs-publish', where: 'benchmarks.keys.where', pressed: ['Ctrl+Enter'], label: 'benchmarks.keys.publish' },
  { id: 'bs-unread', where: 'benchmarks.keys.where', pressed: ['F7'], label: 'benchmarks.keys.unread' },
  { id: 'bs-add', where: 'benchmarks.keys.where', pressed: ['Alt+N'], label: 'benchmarks.keys.indicator' },
  { id: 'bs-rename', where: 'benchmarks.keys.where', pressed: ['Ctrl+E'], label: 'benchmarks.keys.rename' },
  { id: 'bs-limit', where: 'benchmarks.keys.where', pressed: ['Enter'], label: 'benchmarks.keys.toLimit' },
]
