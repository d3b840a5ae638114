import { expect, test } from 'vitest'
import { makePasswords } from './passwords.ts'
import { newCode, readCode } from './secrets.ts'
import { makeThrottle } from './throttle.ts'

test('as many passphrases are reckoned and wait as may; the next is told to come later', async () => {
  const passwords = await makePasswords({ atOnce: 1, waiting: 1 })
  const hash = (await passwords.hash('一二三四五六七八九十'))!
  expect(await Promise.all(Array.from({ length: 3 }, () => passwords.matches(hash, '一二三四五六七八九十')))).toEqual([true, true, null])
  expect(await passwords.matches(hash, 'another')).toBe(false)
  expect(await passwords.matches(null, 'nobody has this one')).toBe(false)
})

test('a passphrase is the same however its accents were typed', async () => {
  const passwords = await makePasswords({ atOnce: 1, waiting: 1 })
  expect(await passwords.matches(await passwords.hash('é'.normalize('NFD').repeat(10)), 'é'.normalize('NFC').repeat(10))).toBe(true)
})

test('tries side by side can’t pass the limit, and a lock ends by itself', () => {
  let now = 0
  const throttle = makeThrottle({ tries: 3, lockMs: 1000, now: () => now })
  expect([throttle.try('a'), throttle.try('a'), throttle.try('a'), throttle.try('a'), throttle.try('b')]).toEqual([{ left: 2 }, { left: 1 }, { left: 0 }, { retryAfter: 1 }, { left: 2 }])
  expect([throttle.lockedUntil('a'), throttle.lockedUntil('b')]).toEqual([1000, null])
  throttle.forgive('b')
  expect(throttle.try('b')).toEqual({ left: 2 })
  now = 1000
  expect([throttle.lockedUntil('a'), throttle.try('a')]).toEqual([null, { left: 2 }])
})

test('a code is read however it was typed', () => {
  const code = newCode()
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect([readCode(code), readCode(code.toLowerCase().replaceAll('-', '')), readCode(` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `)]).toEqual([code, code, code])
})
