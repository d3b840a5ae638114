import { expect, it } from 'vitest'
import { asKept, PAIRS } from './not-kept.ts'

it('puts its words in the place of those that say something is kept', () =>
  expect(asKept({ a: { b: '{name} 已保存在本机，暂定' }, c: '存入本机' }, 'zh', false)).toEqual({ a: { b: '{name} 已记在此页，暂定' }, c: '装入此页' }))
it('leaves the messages alone where the computer keeps what is done', () => expect(asKept({ a: PAIRS.en[0][0] }, 'en', true)).toEqual({ a: PAIRS.en[0][0] }))
