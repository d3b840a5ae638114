import type { KeyBinding } from '../contribution.ts'

/** Keys of the day, the slip and their dialogs, for the key sheet; the pages answer them. */
export const bookingKeys: KeyBinding[] = [
  { id: 'b-new', where: 'bookings.keys.where', pressed: ['Alt+N'], label: 'bookings.keys.add' },
  { id: 'b-days', where: 'bookings.keys.where', pressed: ['Alt+PageUp Alt+PageDown'], label: 'bookings.keys.days' },
  { id: 'b-today', where: 'bookings.keys.where', pressed: ['Alt+Home'], label: 'bookings.keys.today' },
  { id: 'b-hold', where: 'bookings.keys.where', pressed: ['Ctrl+S'], label: 'bookings.keys.hold' },
  { id: 'b-save', where: 'bookings.keys.where', pressed: ['Ctrl+Enter'], label: 'bookings.keys.save' },
]
