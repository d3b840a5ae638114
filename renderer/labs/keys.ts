import type { KeyBinding } from '../contribution.ts'

/** Keys of the page of a lab and its dialogs, for the key sheet; the page answers them. */
export const labKeys: KeyBinding[] = [
  { id: 'l-answer', where: 'labs.keys.where', pressed: ['Alt+1..5'], label: 'labs.keys.answer' },
  { id: 'l-todo', where: 'labs.keys.where', pressed: ['Ctrl+Enter'], label: 'labs.keys.todo' },
  { id: 'l-edit', where: 'labs.keys.where', pressed: ['Ctrl+E'], label: 'labs.keys.edit' },
  { id: 'l-import', where: 'labs.keys.where', pressed: ['Alt+I'], label: 'labs.keys.import' },
  { id: 'l-test', where: 'labs.keys.where', pressed: ['Alt+N'], label: 'labs.keys.test' },
]
