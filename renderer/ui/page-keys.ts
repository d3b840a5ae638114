import { onBeforeUnmount, onMounted } from 'vue'
import { isComposing, pressedKey } from './keys.ts'

/** Keys of a page wherever the focus stands, by the spelling of `pressedKey`; silent while a dialog is open, which has its own. */
export const usePageKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.defaultPrevented || document.querySelector('dialog[open]')) return
    const run = keys[pressedKey(event)]
    if (!run) return
    event.preventDefault()
    run()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
