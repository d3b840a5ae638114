// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { eachKey, isComposing, keycapText, pressedKey } from './keys.ts'

const press = (key: string, held: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...held })

describe('pressedKey', () => {
  it.each([
    ['F1', press('F1')],
    ['Ctrl+K', press('k', { ctrlKey: true })],
    ['Ctrl+K', press('k', { metaKey: true })],
    ['Ctrl+Shift+N', press('N', { ctrlKey: true, shiftKey: true })],
    ['Ctrl+,', press(',', { ctrlKey: true })],
    ['?', press('?', { shiftKey: true })],
    ['Shift+F6', press('F6', { shiftKey: true })],
    ['Alt+ArrowDown', press('ArrowDown', { altKey: true })],
    ['Space', press(' ')],
    ['Shift+A', press('A', { shiftKey: true })],
  ])('%s', (name, event) => expect(pressedKey(event)).toBe(name))
})

describe('isComposing', () => {
  it('belongs to the input method while it composes, also with the old code 229', () => {
    expect([isComposing(press('Enter')), isComposing(press('Enter', { isComposing: true })), isComposing(press('Process', { keyCode: 229 }))]).toEqual([false, true, true])
  })
})

describe('eachKey', () => {
  it('opens ranges and keys side by side', () => {
    expect([eachKey('Ctrl+1..3'), eachKey('ArrowUp ArrowDown'), eachKey('F1')]).toEqual([['Ctrl+1', 'Ctrl+2', 'Ctrl+3'], ['ArrowUp', 'ArrowDown'], ['F1']])
  })
})

describe('keycapText', () => {
  it.each([['Ctrl+ArrowUp', 'Ctrl ↑'], ['Escape', 'Esc'], ['Ctrl+,', 'Ctrl ,'], ['PageDown', 'PgDn']])('%s reads %s', (key, cap) => expect(keycapText(key)).toBe(cap))
})
