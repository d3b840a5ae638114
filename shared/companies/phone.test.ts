import { expect, test } from 'vitest'
import { maskedPhone } from './phone.ts'

test.each([
  ['13800000012', '138****0012'],
  ['138-0000-0012', '138****0012'],
  ['0575-80000035', '0575-****0035'],
  ['80000035', '****0035'],
  ['0012', '****'],
  ['13800000012、0575-80000035', '138****0012、0575-****0035'],
  ['打前台', '打前台'],
])('%s is shown as %s', (phone, shown) => expect(maskedPhone(phone)).toBe(shown))
