import type { KeyBinding } from '../contribution.ts'

/** Keys of the board, the day, the slip and their dialogs, for the key sheet; the pages answer them. */
export const bookingKeys: KeyBinding[] = [
  { id: 'b-new', where: 'bookings.keys.where', pressed: ['Alt+N'], label: 'bookings.keys.add' },
  { id: 'b-days', where: 'bookings.keys.where', pressed: ['Alt+PageUp Alt+PageDown'], label: 'bookings.keys.days' },
  { id: 'b-today', where: 'bookings.keys.where', pressed: ['Alt+Home'], label: 'bookings.keys.today' },
  { id: 'b-hold', where: 'bookings.keys.where', pressed: ['Ctrl+S'], label: 'bookings.keys.hold' },
  { id: 'b-save', where: 'bookings.keys.where', pressed: ['Ctrl+Enter'], label: 'bookings.keys.save' },
  { id: 'b-move', where: 'bookings.keys.board', pressed: ['ArrowLeft ArrowRight'], label: 'bookings.keys.move' },
  { id: 'b-row', where: 'bookings.keys.board', pressed: ['ArrowUp ArrowDown'], label: 'bookings.keys.row' },
  { id: 'b-day', where: 'bookings.keys.board', pressed: ['Ctrl+ArrowLeft Ctrl+ArrowRight'], label: 'bookings.keys.day' },
  { id: 'b-length', where: 'bookings.keys.board', pressed: ['Shift+ArrowLeft Shift+ArrowRight'], label: 'bookings.keys.length' },
  { id: 'b-edge', where: 'bookings.keys.board', pressed: ['Home End'], label: 'bookings.keys.edge' },
  { id: 'b-place', where: 'bookings.keys.board', pressed: ['Enter'], label: 'bookings.keys.place' },
  { id: 'b-hold-here', where: 'bookings.keys.board', pressed: ['H'], label: 'bookings.keys.holdHere' },
  { id: 'b-fresh', where: 'bookings.keys.board', pressed: ['N'], label: 'bookings.keys.fresh' },
  { id: 'b-test', where: 'bookings.keys.board', pressed: ['T'], label: 'bookings.find.title' },
  { id: 'b-chain', where: 'bookings.keys.board', pressed: ['L'], label: 'bookings.chain.open' },
  { id: 'b-slots', where: 'bookings.keys.board', pressed: ['Alt+ArrowDown'], label: 'bookings.keys.slots' },
  { id: 'b-choose', where: 'bookings.keys.board', pressed: ['1', '2', '3', '4'], label: 'bookings.keys.choose' },
  { id: 'b-reset', where: 'bookings.keys.board', pressed: ['Escape'], label: 'bookings.keys.reset' },
  { id: 'b-plan', where: 'bookings.keys.board', pressed: ['F8'], label: 'bookings.keys.plan' },
  { id: 'b-c-move', where: 'bookings.chain.title', pressed: ['ArrowLeft ArrowRight'], label: 'bookings.chain.hint.move' },
  { id: 'b-c-one', where: 'bookings.chain.title', pressed: ['Enter'], label: 'bookings.chain.hint.one' },
  { id: 'b-c-all', where: 'bookings.chain.title', pressed: ['Ctrl+Enter'], label: 'bookings.chain.all' },
  { id: 'b-c-again', where: 'bookings.chain.title', pressed: ['R'], label: 'bookings.chain.again' },
]
