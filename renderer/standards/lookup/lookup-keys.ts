import { isComposing, pressedKey } from '../../ui/keys.ts'
import type { Lookup } from './lookup.ts'

type Acts = {
  lookup: Lookup
  open: (elsewhere: boolean) => unknown
  copy: () => unknown
  focusQuery: () => void
}

/** The keys of the lookup: they hold while the query or the list has the focus. F6 is the frame's. */
export const useLookupKeys = ({ lookup, open, copy, focusQuery }: Acts) => {
  const rowsInSight = (): number => {
    const rows = document.querySelector('.lookup .rows')
    const row = rows?.querySelector('.row')
    return rows && row ? Math.max(1, Math.floor(Math.min(rows.clientHeight, window.innerHeight) / row.clientHeight) - 1) : 10
  }
  const move = (by: number) => lookup.select(lookup.selected.value + by)
  const inList: Record<string, () => unknown> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(rowsInSight()),
    PageUp: () => move(-rowsInSight()),
    'Ctrl+Home': () => lookup.select(0),
    'Ctrl+End': () => lookup.select((lookup.found.value?.total ?? 1) - 1),
    Enter: () => open(false),
    'Ctrl+Enter': () => open(true),
  }

  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event) || !(event.target instanceof HTMLElement) || event.target.closest('dialog')) return
    const key = pressedKey(event)
    const inQuery = event.target.getAttribute('role') === 'combobox'
    const inRows = event.target.getAttribute('role') === 'listbox'
    const act = (run: () => unknown) => {
      event.preventDefault()
      void run()
    }
    if ((inQuery || inRows) && inList[key]) act(inList[key])
    else if (key === 'Ctrl+C' && nothingSelected(event.target)) act(copy)
    else if (key === 'Escape' && inQuery && lookup.text.value) act(() => lookup.setText(''))
    else if (key === 'Escape' && !inQuery) act(focusQuery)
  }
}

const nothingSelected = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type === 'text' ? target.selectionStart === target.selectionEnd : (window.getSelection()?.isCollapsed ?? true)
