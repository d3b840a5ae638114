import { expect, test } from 'vitest'
import { isUscc, orgCheck, orgCheckFits, plainUscc, usccCheck, type UsccFault, usccFault, usccPlaces, usccRepair } from './uscc.ts'

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

const GOOD = '91350100M000100Y43' // domain-vectors.json, uscc.valid
test.each([
  ['O for 0', '9135O1OOM000100Y43', [5, 7, 8]],
  ['I for 1', '9I350100M000100Y43', [2]],
  ['S for 5', '913S0100M000100Y43', [4]],
  ['two neighbours swapped', '91350100M000010Y43', [13, 14]],
  ['two neighbours of the region swapped', '91530100M000100Y43', [3, 4]],
])('repairs %s', (_, code, places) => expect(usccRepair(code)).toEqual({ code: GOOD, places }))
test.each([['91330600MA2B34567', 'B', '8'], ['91330600MA2834567', '8', 'B']])('repairs in %s what was read as the other of 8 and B', (body, right, wrong) => {
  const code = body + usccCheck(body)
  expect(usccRepair(code.slice(0, 11) + code.slice(11).replace(right, wrong))).toEqual({ code, places: [12] })
})
test('a repaired code always fits, and one is never offered for a code that fits', () => {
  expect(usccRepair(GOOD)).toBeNull()
  for (let i = 0; i < 18; i++) for (const character of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const repaired = usccRepair(GOOD.slice(0, i) + character + GOOD.slice(i + 1))
    if (repaired) expect(isUscc(repaired.code)).toBe(true)
  }
})
test('nothing is offered where the check character does not fit afterwards, for a short code, or for a slip with two explanations', () => {
  expect(usccRepair('91350100M000100Y4Z')).toBeNull()
  expect(usccRepair('9135O100M000100Y44')).toBeNull()
  expect(usccRepair('9135O100M000100Y4')).toBeNull()
})
test('a fault lies in one part of the code', () => {
  expect(usccPlaces(usccFault('91330602DOEM002110')!)).toEqual({ part: 'body', places: [10] })
  expect(usccPlaces(usccFault('91993602DEEM002110')!)).toEqual({ part: 'region', places: [3, 4] })
  expect(usccPlaces(usccFault('91350100M000100Y44')!)).toEqual({ part: 'check', places: [18] })
  expect(usccPlaces(usccFault('9135')!)).toBeNull()
})
