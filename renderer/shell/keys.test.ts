// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import type { KeyBinding } from '../contribution.ts'
import { answerKeys } from './keys.ts'

const ran: string[] = []
const binding = (pressed: string[], more: Partial<KeyBinding> = {}): KeyBinding => ({ id: pressed[0], where: 'w', label: 'l', pressed, run: key => ran.push(key), ...more })
const bindings = [binding(['Ctrl+K', 'F3']), binding(['Ctrl+1..9'], { browser: false }), binding(['N']), { id: 'shown', where: 'w', label: 'l', pressed: ['Ctrl+C'] }]

const send = (key: string, held: KeyboardEventInit = {}, { on = 'input', inApp = true } = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  const answer = answerKeys(() => bindings, inApp)
  window.addEventListener('keydown', answer)
  document.querySelector(on)!.dispatchEvent(event)
  window.removeEventListener('keydown', answer)
  return event
}

beforeEach(() => {
  ran.length = 0
  document.body.innerHTML = '<input><div role="listbox" tabindex="0"></div>'
})

describe('answerKeys', () => {
  it('runs what is bound, by either key, and keeps the browser from it', () => {
    const events = [send('k', { ctrlKey: true }), send('F3')]
    expect([ran, events.every(event => event.defaultPrevented)]).toEqual([['Ctrl+K', 'F3'], true])
  })

  it('leaves a key alone that nobody answers', () => {
    expect([send('c', { ctrlKey: true }).defaultPrevented, send('x').defaultPrevented, ran]).toEqual([false, false, []])
  })

  it('is silent while an input method composes', () => {
    send('F3', { isComposing: true })
    send('F3', { keyCode: 229 })
    expect(ran).toEqual([])
  })

  it('answers single letters only where a list has the focus', () => {
    send('n')
    expect(ran).toEqual([])
    send('n', {}, { on: '[role="listbox"]' })
    expect(ran).toEqual(['N'])
  })

  it('leaves to browsers what they keep', () => {
    send('2', { ctrlKey: true }, { inApp: false })
    expect(ran).toEqual([])
    send('2', { ctrlKey: true })
    expect(ran).toEqual(['Ctrl+2'])
  })

  it('is silent under a dialog, unless the dialog lets keys through', () => {
    document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>')
    send('F3')
    expect(ran).toEqual([])
    document.querySelector('dialog')!.setAttribute('data-keys', '')
    send('F3')
    expect(ran).toEqual(['F3'])
  })

  it('does nothing where the page has answered already', () => {
    document.querySelector('input')!.addEventListener('keydown', event => event.preventDefault())
    send('F3')
    expect(ran).toEqual([])
  })
})
