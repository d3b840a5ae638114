import { expect, it } from 'vitest'
import { sourceWord } from './source-word.ts'

it.each([
  ['现行', 'current'], ['即将实施', 'upcoming'], ['废止', 'withdrawn'], ['被代替', 'replaced'], ['部分有效', 'partly'], ['有效', 'current'], ['作废', 'withdrawn'], ['在编', 'draft'],
  ['published', 'current'], ['valid', 'current'], ['In force', 'current'], ['in-force', 'current'], ['confirmed', 'current'], ['upcoming', 'upcoming'], ['draft', 'draft'], ['REPLACED', 'replaced'], ['superseded', 'replaced'],
  ['withdrawn', 'withdrawn'], ['partly-valid', 'partly'], ['  现行 ', 'current'], ['标准状态：现行', 'current'], ['ｐｕｂｌｉｓｈｅｄ', 'current'],
  ['joint', null], ['', null], ['—', null], ['未知', null],
  ['constructor', undefined], ['三月', undefined],
])('%s is %s', (printed, word) => expect(sourceWord(printed)).toBe(word))
