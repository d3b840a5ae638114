import { onBeforeUnmount, onMounted } from 'vue'
import { isComposing, pressedKey } from '../../ui/keys.ts'

/** Ctrl+Enter is the filled button of the page, wherever the focus stands. */
export const useCtrlEnter = (run: () => void): void => {
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || pressedKey(event) !== 'Ctrl+Enter') return
    event.preventDefault()
    run()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
