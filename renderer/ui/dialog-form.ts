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

/** A date that is marked as none gets the focus; true: there is one, and what was meant is not known. Called before anything is saved. */
export const wrongDate = async (form: HTMLElement | null): Promise<boolean> => {
  await nextTick()
  const field = form?.querySelector<HTMLElement>('.date.wrong input')
  field?.focus()
  return field !== null && field !== undefined
}
