import { expect, test } from 'vitest'
import { fullMoment, momentText } from './moment.ts'

// 2026-10-09 00:30 in Asia/Shanghai; the day before in most other zones, that of the tests too.
const AT = Date.UTC(2026, 9, 8, 16, 30)

test('a time is that of the complex, whatever zone the computer is set to', () => {
  expect(new Date(AT).getHours()).not.toBe(0)
  expect([fullMoment(AT), momentText(AT, AT + 3600_000, 'zh'), momentText(AT, AT + 3600_000, 'en')]).toEqual(['2026-10-09 00:30', '00:30', '00:30'])
  expect([momentText(AT, AT - 3600_000, 'zh'), momentText(AT, AT - 3600_000, 'en')]).toEqual(['10/09 00:30', '09/10, 00:30'])
})
