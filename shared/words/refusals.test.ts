import { describe, expect, test } from 'vitest'
import { OUTCOME_CODES } from '#shared/sync/codes.ts'
import { type Refusal, refusal } from '#shared/sync/refusal.ts'
import { fingerprintWords } from './fingerprint.ts'
import { outcomeText } from './outcomes.ts'
import { refusalText } from './refusal.ts'

const LOCALES = ['zh', 'en'] as const

/** One of every refusal, with facts that the text has to show. */
const one: { [C in Refusal['code']]: Extract<Refusal, { code: C }> } = {
  'mid-gap': { code: 'mid-gap', expected: 7 }, 'client-forked': { code: 'client-forked' }, 'epoch-changed': { code: 'epoch-changed', epoch: 'e', lastMutationId: 1 },
  'schema-too-old': { code: 'schema-too-old', min: 2 }, 'device-revoked': { code: 'device-revoked', wipe: true }, 'not-yours': { code: 'not-yours' }, busy: { code: 'busy', retryAfter: 12 },
  'not-logged-in': { code: 'not-logged-in' }, 'wrong-login': { code: 'wrong-login', left: 3 }, locked: { code: 'locked', retryAfter: 840 }, 'choose-password': { code: 'choose-password' },
  'weak-password': { code: 'weak-password', min: 10 }, 'device-refused': { code: 'device-refused' }, 'code-refused': { code: 'code-refused' }, 'login-taken': { code: 'login-taken' },
  forbidden: { code: 'forbidden' }, 'not-found': { code: 'not-found' }, malformed: { code: 'malformed', where: 'commands.0.mid' }, 'too-large': { code: 'too-large', maxBytes: 1 << 20 },
  'wrong-type': { code: 'wrong-type' }, 'foreign-origin': { code: 'foreign-origin' }, 'foreign-host': { code: 'foreign-host' },
  'hub-failed': { code: 'hub-failed', id: 'k7' }, 'hub-halted': { code: 'hub-halted', retryAfter: 30 },
}

describe('what the hub refuses', () => {
  test.each(LOCALES)('has words of its own in %s', locale => {
    const texts = Object.values(one).map(problem => refusalText(problem, locale))
    expect(new Set(texts).size).toBe(texts.length)
    for (const problem of Object.values(one)) expect(refusal.safeParse(problem).success).toBe(true)
    for (const [code, fact] of [['mid-gap', '7'], ['busy', '12'], ['wrong-login', '3'], ['locked', '14'], ['weak-password', '10'], ['malformed', 'commands.0.mid'], ['too-large', '1024'], ['hub-failed', 'k7']] as const)
      expect(refusalText(one[code], locale)).toContain(fact)
  })

  test.each(LOCALES)('as an outcome has words of its own in %s', locale => {
    const texts = OUTCOME_CODES.map(code => outcomeText(code, locale))
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('a fingerprint in words', () => {
  test('is eight words, however the hex is written', () => {
    const hex = '003F9A61C40E77FF1234'
    expect(fingerprintWords(hex)).toEqual(fingerprintWords('00:3f:9a:61:c4:0e:77:ff:12:34'))
    expect(fingerprintWords(hex)).toHaveLength(8)
    expect([fingerprintWords(hex)[0], fingerprintWords(hex)[7]]).toEqual(['青山', '客栈'])
  })

  test('differs with every byte', () => {
    const words = Array.from({ length: 256 }, (_, byte) => fingerprintWords(byte.toString(16).padStart(2, '0').padEnd(16, '0'))[0])
    expect(new Set(words).size).toBe(256)
  })
})
