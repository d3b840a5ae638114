import { expect, test } from 'vitest'
import { daysText, spanText, standingHint, standingText } from './bookings.ts'

const AT = Date.UTC(2026, 9, 9, 5, 30)

test('what waits in the outbox is tentative, whatever its row says', () => {
  expect(standingText({ tentative: true, is: 'confirmed' }, 'zh')).toBe('暂定')
  expect(standingText({ tentative: true, is: 'waiting', position: 1 }, 'en')).toBe('Tentative')
  expect(standingHint({ tentative: true, is: 'waiting', position: 1 }, 'zh')).toBe('本机看已满，候补第 1')
  expect(standingHint({ tentative: true, is: 'cancelled' }, 'zh')).toBe('本机：已取消，待中心确认')
  expect(standingHint({ tentative: true, is: 'confirmed' }, 'zh')).toBe('本机看有空，待中心确认')
  expect(standingHint({ tentative: true, is: 'approval', overtime: false }, 'zh')).toBe('本机看有空，待中心确认')
  expect(standingHint({ tentative: true, is: 'approval', overtime: true }, 'zh')).toBe('本机看有空，加班时段需中心批准')
})

test('what the centre has said stands as it is', () => {
  expect(standingText({ tentative: false, is: 'waiting', position: 2 }, 'zh')).toBe('候补第 2')
  expect(standingText({ tentative: false, is: 'approval', overtime: true }, 'zh')).toBe('待批')
  expect([true, false].map(overtime => standingHint({ tentative: false, is: 'approval', overtime }, 'zh'))).toEqual(['加班时段需中心批准', ''])
  expect(standingHint({ tentative: false, is: 'held', until: AT }, 'zh')).toBe('至 10-09 五 13:30')
  expect(standingHint({ tentative: false, is: 'confirmed' }, 'zh')).toBe('')
})

test('a time says its weekday', () => expect([spanText(AT, AT + 3600_000, 'zh'), spanText(AT, AT + 3600_000, 'en')]).toEqual(['10-09 五 13:30–14:30', '10-09 Fri 13:30–14:30']))

test('an end on another day says which', () => expect([spanText(AT, AT + 24 * 3600_000, 'zh'), spanText(AT, AT + 10.5 * 3600_000, 'zh'), spanText(AT, AT + 11 * 3600_000, 'en')]).toEqual(['10-09 五 13:30 至 10-10 13:30', '10-09 五 13:30–00:00', '10-09 Fri 13:30 to 10-10 00:30']))

test.each([[[1, 2, 3, 4, 5], '周一至周五', 'Mon–Fri'], [[1, 2, 4, 5, 6], '周一、周二、周四至周六', 'Mon, Tue, Thu–Sat'], [[7], '周日', 'Sun'], [[1, 2, 3, 4, 5, 6, 7], '每天', 'Every day']])('%j are %s', (days, zh, en) => expect([daysText(days, 'zh'), daysText(days, 'en')]).toEqual([zh, en]))
