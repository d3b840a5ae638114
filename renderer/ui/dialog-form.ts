import { nextTick, type Ref, watch } from 'vue'

/** Each time the dialog opens: `begin` sets what it begins with, then `focus` is called once its fields stand. */
export const whenOpened = (open: Ref<boolean>, begin: () => void, focus: () => void): void => {
  watch(open, async isOpen => {
    if (!isOpen) return
    begin()
    await nextTick()
    await nextTick()
    focus()
  }, { immediate: true })
}
