import { expect, test } from 'vitest'
import { initialsOf, syllablesOf } from './pinyin.ts'

test.each([
  ['示例针织', 'slzz'],
  ['绍兴柯桥', 'sxkq'],
  ['上虞诸暨嵊州新昌', 'syzjszxc'],
  ['袜业轴承厨具', 'wyzccj'],
  ['阿里巴巴欧鹏', 'albbop'],
  ['示例（A1）3 号', 'sla13h'],
  ['', ''],
])('%s: %s', (text, initials) => expect(initialsOf(text)).toBe(initials))

test.each([
  ['示例针织（A1）', 'shi li zhen zhi a1'],
  ['绍兴柯桥上虞诸暨嵊州新昌', 'shao xing ke qiao shang yu zhu ji sheng zhou xin chang'],
  ['绿源女装策略', 'lv yuan nv zhuang ce lve'],
  ['阿 ma 作', 'a ma zuo'],
])('%s: %s', (text, syllables) => expect(syllablesOf(text).join(' ')).toBe(syllables))
