import type { KeyBinding } from '../contribution.ts'
import { eachKey, isComposing, pressedKey } from '../ui/keys.ts'

/**
 * Answers the keys of frame and features. Silent while an input method composes, while a dialog is open that keeps keys to itself
 * (all but those marked `data-keys`, and but for keys that hold `always`), for single letters outside a list, and for what browsers keep unless this is the app.
 */
export const answerKeys = (bindings: () => readonly KeyBinding[], inApp: boolean) => (event: KeyboardEvent): void => {
  if (event.defaultPrevented || isComposing(event)) return
  const pressed = pressedKey(event)
  if (isBare(pressed) && !inList(event.target)) return
  const kept = document.querySelector('dialog[open]:not([data-keys])') !== null
  const binding = bindings().find(({ run, browser, always, pressed: keys }) => run && (always === true || !kept) && (inApp || browser !== false) && keys.some(each => eachKey(each).includes(pressed)))
  if (!binding) return
  event.preventDefault()
  binding.run!(pressed)
}

const isBare = (pressed: string): boolean => pressed.replace(/^Shift\+/, '').length === 1
const inList = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[role="listbox"], [role="grid"]') !== null
