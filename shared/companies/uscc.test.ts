import { expect, test } from 'vitest'
import { isUscc, orgCheck, orgCheckFits, plainUscc, usccCheck, type UsccFault, usccFault } from './uscc.ts'

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

const WHOLE = '91330602147123456' + usccCheck('91330602147123456')
test.each<[string, UsccFault | null]>([
  [WHOLE, null],
  [WHOLE.slice(1), { why: 'length', length: 17 }],
  [`${WHOLE.slice(0, 9)}O${WHOLE.slice(10)}`, { why: 'letter', at: 10, character: 'O' }],
  [`${WHOLE.slice(0, 4)}A${WHOLE.slice(5)}`, { why: 'region', at: 5, character: 'A' }],
  [`C${WHOLE.slice(1)}`, { why: 'authority', at: 1, character: 'C' }],
  [`${WHOLE.slice(0, 2)}99${WHOLE.slice(4)}`, { why: 'region', at: 3, character: '99' }],
  [WHOLE.slice(0, 17) + (WHOLE[17] === '0' ? '1' : '0'), { why: 'check', character: WHOLE[17] === '0' ? '1' : '0' }],
])('what is wrong with %s', (code, fault) => expect(usccFault(code)).toEqual(fault))

test('a code is kept plain', () => expect(plainUscc(' 91 330602－147123456 x')).toBe('91330602147123456X'))

// domain-vectors.json, key uscc
test.each([['91350100M000100Y4', '3'], ['91330600123456789', 'D'], ['12345678901234567', '8']])('%s ends with %s', (prefix, check) => expect(usccCheck(prefix)).toBe(check))
test.each([['M000100Y', '4'], ['12345678', '8']])('organisation code %s-%s', (body, check) => expect(orgCheck(body)).toBe(check))
test('a code that fits, one that does not, and one whose organisation code is of an older kind', () => {
  expect(usccFault('91350100M000100Y43')).toBeNull()
  expect(orgCheckFits('91350100M000100Y43')).toBe(true)
  expect(usccFault('91350100M000100Y4Z')).toEqual({ why: 'letter', at: 18, character: 'Z' })
  expect(orgCheckFits('91330600123456789D')).toBe(false)
})
