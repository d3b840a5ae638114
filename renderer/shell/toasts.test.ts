import { beforeEach, expect, test, vi } from 'vitest'
import { dismiss, toast, toasts } from './toasts.ts'

vi.useFakeTimers()
beforeEach(() => { toasts.value = [] })
const texts = (): string[] => toasts.value.map(({ text }) => text)
const undo = { label: '撤销', run: () => {} }

test('a note gives way to the next, an error stays however many come', () => {
  toast({ text: '磁盘已满', kind: 'error' })
  for (const text of ['一', '二', '三', '四']) toast({ text })
  expect(texts()).toEqual(['磁盘已满', '四'])
  vi.advanceTimersByTime(10_000)
  expect(texts()).toEqual(['磁盘已满'])
  dismiss(toasts.value[0].id)
  expect(texts()).toEqual([])
})

test('what can be undone stays beside the next, two at most', () => {
  for (const text of ['一', '二', '三']) toast({ text, action: undo })
  expect(texts()).toEqual(['二', '三'])
  toast({ text: '四' })
  expect(texts()).toEqual(['三', '四'])
})
