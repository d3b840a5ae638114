// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { expect, test } from 'vitest'
import { NumberText, numberLines } from './NumberText.ts'

const shown = (text: string, marks: [number, number][] = []) => {
  const root = document.createElement('div')
  createApp({ render: () => h(NumberText, { text, marks }) }).mount(root)
  return { text: root.textContent, pieces: [...root.querySelectorAll('.piece')].map(piece => piece.textContent), marked: [...root.querySelectorAll('mark')].map(mark => mark.textContent) }
}

test('a number falls into parts that stay whole, and nothing of it is lost', () => {
  const number = 'ISO/IEC 60335-2-9:2008+AMD1:2012 CSV'
  expect(shown(number)).toEqual({ text: number, pieces: ['ISO', '/IEC', '60335-2-9:2008', '+AMD1:2012', 'CSV'], marked: [] })
})

test('a mark that reaches over parts marks each', () => {
  expect(shown('GB/T 2912.1—2009', [[0, 11]]).marked).toEqual(['GB', '/T', '2912.1'])
  expect(shown('GB/T 2912.1—2009', [[5, 9]]).marked).toEqual(['2912'])
})

test('lines are counted as the parts break: after a space, before a sign, and inside a part that is longer than a line', () => {
  expect(['GB/T 2912.1—2009', 'ISO/IEC 60335-2-9:2008+AMD1:2012 CSV', 'IEC 60695-11-10:1999/Amd 1:2003', 'X'.repeat(40)].map(number => numberLines(number, 18))).toEqual([1, 3, 3, 3])
})
