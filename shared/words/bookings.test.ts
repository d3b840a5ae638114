import { expect, test } from 'vitest'
import { spanText, standingHint, standingText } from './bookings.ts'

const AT = Date.UTC(2026, 9, 9, 5, 30)

test('what waits in the outbox is tentative, whatever its row says', () => {
  expect(standingText({ tentative: true, is: 'confirmed' }, 'zh')).toBe('暂定')
  expect(standingText({ tentative: true, is: 'waiting', position: 1 }, 'en')).toBe('Tentative')
  expect(standingHint({ tentative: true, is: 'waiting', position: 1 }, 'zh')).toBe('本机：候补第 1，待中心确认')
})

test('what the centre has said stands as it is', () => {
  expect(standingText({ tentative: false, is: 'waiting', position: 2 }, 'zh')).toBe('候补第 2')
  expect(standingText({ tentative: false, is: 'approval' }, 'zh')).toBe('待批')
  expect(standingHint({ tentative: false, is: 'held', until: AT }, 'zh')).toBe('至 10-09 五 13:30')
  expect(standingHint({ tentative: false, is: 'confirmed' }, 'zh')).toBe('')
})

test('a time says its weekday', () => expect([spanText(AT, AT + 3600_000, 'zh'), spanText(AT, AT + 3600_000, 'en')]).toEqual(['10-09 五 13:30–14:30', '10-09 Fri 13:30–14:30']))
