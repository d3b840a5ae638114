import { expect, test } from 'vitest'
import { isUscc, usccCheck } from './uscc.ts'

test('a code carries its check character', () => {
  const code = '91330600MA2888888'
  expect(isUscc(code + usccCheck(code))).toBe(true)
  const other = usccCheck(code) === '0' ? '1' : '0'
  expect(isUscc(code + other)).toBe(false)
})

test.each(['', '91330600MA288888', '91330600MA28888880X', '9133060OMA28888880', '91330600ma28888880', 'I1330600MA28888880'])('refuses %j', code => expect(isUscc(code)).toBe(false))

test('one wrong or two swapped characters never pass', () => {
  const code = '91330602147123456'
  const whole = code + usccCheck(code)
  for (let i = 8; i < 17; i++) {
    for (const character of '0123456789') if (character !== whole[i]) expect(isUscc(whole.slice(0, i) + character + whole.slice(i + 1))).toBe(false)
    const swapped = whole.slice(0, i) + whole[i + 1] + whole[i] + whole.slice(i + 2)
    if (i < 16 && swapped !== whole) expect(isUscc(swapped)).toBe(false)
  }
})
