import { onBeforeUnmount, onMounted } from 'vue'
import { onKeys } from './keys.ts'

/** Keys of a page wherever the focus stands, by the spelling of `pressedKey`; silent while a dialog is open, which has its own. */
export const usePageKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const answer = onKeys(keys)
  const press = (event: KeyboardEvent): void => { if (!document.querySelector('dialog[open]')) answer(event) }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
