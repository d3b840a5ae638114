import { expect, test } from 'vitest'
import { initialsOf } from './pinyin.ts'

test.each([
  ['示例针织', 'slzz'],
  ['绍兴柯桥', 'sxkq'],
  ['上虞诸暨嵊州新昌', 'syzjszxc'],
  ['袜业轴承厨具', 'wyzccj'],
  ['阿里巴巴欧鹏', 'albbop'],
  ['示例（A1）3 号', 'sla13h'],
  ['', ''],
])('%s: %s', (text, initials) => expect(initialsOf(text)).toBe(initials))
