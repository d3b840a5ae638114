import { nextTick, onBeforeUnmount, onMounted, useTemplateRef, watch, type Ref } from 'vue'

/** Ties a native `<dialog ref="element">` to `open`: the top layer, the inert page and the focus come from the browser, its return from here. */
export const useModal = (open: Ref<boolean>) => {
  const element = useTemplateRef<HTMLDialogElement>('element')
  let before: Element | null = null
  // The `close` event comes a task later; by then the dialog may be wanted again.
  let closing = false

  const follow = async (isOpen: boolean) => {
    if (isOpen) {
      before = document.activeElement
      await nextTick()
      if (open.value && !element.value?.open) element.value?.showModal()
    } else if (element.value?.open) {
      closing = true
      element.value.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }
  watch(open, follow)
  onMounted(() => follow(open.value))
  onBeforeUnmount(() => follow(false))

  const cancel = () => { open.value = false }
  /** The dialog has closed: by our own hand, or by the browser's. */
  const closed = () => {
    if (!closing) open.value = false
    closing = false
  }
  const clickOutside = (event: MouseEvent) => {
    if (event.target === element.value && !inside(element.value!, event)) open.value = false
  }
  return { cancel, closed, clickOutside }
}

const inside = (dialog: HTMLElement, { clientX, clientY }: MouseEvent): boolean => {
  const box = dialog.getBoundingClientRect()
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom
}
