// @vitest-environment happy-dom
import { createApp, h, nextTick, ref } from 'vue'
import { afterEach, expect, test } from 'vitest'
import PlPicker, { type Found } from './PlPicker.vue'

let unmount = (): void => {}
afterEach(() => unmount())

/** A picker in a form that notes each Ctrl+Enter with what is chosen by then. */
const formWith = () => {
  const [text, found, chosen, sent] = [ref(''), ref<Found[] | null>([]), ref<string | null>(null), [] as (string | null)[]]
  const onKeydown = ({ key, ctrlKey }: KeyboardEvent): void => { if (ctrlKey && key === 'Enter') sent.push(chosen.value) }
  const picker = () => h(PlPicker, { inputId: 'company', name: 'company', label: '企业', placeholder: '', text: text.value, found: found.value, 'onUpdate:text': (to: string) => { text.value = to }, onPick: (id: string) => { chosen.value = id }, onTyped: () => { chosen.value = null } })
  const app = createApp(() => h('form', { onKeydown }, [picker()]))
  const root = document.body.appendChild(document.createElement('div'))
  app.mount(root)
  unmount = () => { app.unmount(); root.remove() }
  const input = root.querySelector('input')!
  const type = (value: string): void => { input.value = value; input.dispatchEvent(new Event('input')); found.value = null }
  const press = (ctrlKey: boolean): void => { input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey, bubbles: true, cancelable: true })) }
  return { type, press, found, sent }
}
const COMPANY = { id: 'a', title: '示例轴承有限公司' }

test('keys that are faster than the search: the first hit is taken, then the form is sent once', async () => {
  const { type, press, found, sent } = formWith()
  type('示例轴承')
  await nextTick()
  press(false)
  press(true)
  expect(sent).toEqual([])
  found.value = [COMPANY]
  await nextTick()
  await nextTick()
  expect(sent).toEqual(['a'])
})

test('nothing is sent for a text that finds nobody, nor for one that was changed meanwhile', async () => {
  const { type, press, found, sent } = formWith()
  type('没有')
  await nextTick()
  press(false)
  press(true)
  found.value = []
  await nextTick()
  await nextTick()
  type('示例')
  await nextTick()
  found.value = [COMPANY]
  await nextTick()
  await nextTick()
  expect(sent).toEqual([])
})
