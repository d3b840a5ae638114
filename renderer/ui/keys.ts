/**
 * A pressed key in one spelling: `Ctrl+Shift+N`, `F1`, `ArrowUp`, `Ctrl+,`, `?`.
 * Shift is named only where it doesn't already show in the character. Command counts as Ctrl.
 */
export const pressedKey = (event: KeyboardEvent): string => {
  const printable = event.key.length === 1
  const held = event.ctrlKey || event.metaKey || event.altKey
  const letter = printable && event.key.toLowerCase() !== event.key.toUpperCase()
  const name = event.key === ' ' ? 'Space' : printable ? event.key.toUpperCase() : event.key
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey && (!printable || held || letter) ? 'Shift' : '', name].filter(Boolean).join('+')
}

/** True while an input method still composes: the key belongs to it, Enter too. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** A listener for keys pressed inside an element, by the spelling of `pressedKey`; an input method that composes has them first. */
export const onKeys = (keys: Readonly<Record<string, () => unknown>>) => (event: KeyboardEvent): void => {
  if (isComposing(event) || event.defaultPrevented) return
  const run = keys[pressedKey(event)]
  if (!run) return
  event.preventDefault()
  run()
}

/** `Ctrl+1..3` -> `Ctrl+1`, `Ctrl+2`, `Ctrl+3`; keys that stand side by side (`ArrowUp ArrowDown`) -> each. */
export const eachKey = (keys: string): string[] =>
  keys.split(' ').flatMap(key => {
    const range = /^(.*?)(\d)\.\.(\d)$/.exec(key)
    if (!range) return [key]
    const [, held, first, last] = range
    return Array.from({ length: +last - +first + 1 }, (_, i) => `${held}${+first + i}`)
  })

/** What stands on the keycap: `Ctrl+ArrowUp` -> `Ctrl ↑`. */
export const keycapText = (key: string): string => key.split('+').map(part => CAPS[part] ?? part).join(' ') || '+'

const CAPS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', PageUp: 'PgUp', PageDown: 'PgDn', Delete: 'Del' }
