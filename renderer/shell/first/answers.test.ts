import { describe, expect, it } from 'vitest'
import { complexOf, useAnswers } from './answers.ts'

describe('the first start’s answers', () => {
  it('are all given before the first key', () => expect([complexOf(useAnswers(null)), useAnswers(null).catalogue]).toEqual([{ id: 'keqiao' }, 'starter']))
  it('keep what was chosen before', () => expect([complexOf(useAnswers({ id: 'zhuji' })), complexOf(useAnswers({ name: '示例综合体' }))]).toEqual([{ id: 'zhuji' }, { name: '示例综合体' }]))
  it.each([['', false], ['   ', false], ['示', true], ['示'.repeat(40), true], ['示'.repeat(41), false]])('own name %j', (ownName, good) => {
    expect(complexOf({ complex: 'own', ownName, catalogue: 'starter' }) !== null).toBe(good)
  })
})
