import { expect, test } from 'vitest'
import { usccCheck } from '#shared/companies/uscc.ts'
import { beginWith, changesOf, formOf, readForm } from './company-fields.ts'

const CODE = '91330602147123456' + usccCheck('91330602147123456')
const typed = { ...formOf(null), name: ' 示例针织 ', uscc: ` 91 ${CODE.slice(2).toLowerCase()} `, phone: '13800000012' }
const fields = { name: '示例针织', uscc: CODE, contact: null, phone: '13800000012', address: null }

test('what is typed is read plainly', () => expect(readForm(typed, false)).toEqual({ fault: null, fields }))
test('a name is needed, a code is not', () => {
  expect(readForm({ ...typed, name: ' ' }, true)).toEqual({ fault: { field: 'name' } })
  expect(readForm({ ...typed, uscc: ' ' }, false)).toEqual({ fault: null, fields: { ...fields, uscc: null } })
})
test('a wrong code is refused, or kept as told when it is to be', () => {
  const wrong = { ...typed, uscc: CODE.slice(1) }
  expect(readForm(wrong, false)).toEqual({ fault: { field: 'uscc', fault: { why: 'length', length: 17 } } })
  expect(readForm(wrong, true)).toEqual({ fault: null, fields: { ...fields, uscc: CODE.slice(1) } })
})
test('only what was changed is told, with what was seen', () => {
  const row = { ...fields, id: 'i', complex: 'c', mergedInto: null, registeredAt: 0 }
  expect(changesOf(row, fields, () => 'n')).toBeNull()
  expect(changesOf(row, { ...fields, phone: null }, () => 'n')).toEqual({ phone: { old: '13800000012', new: null, conflict: 'n' } })
})
test.each([['示例针织', 'name'], ['ACME 2026', 'name'], [CODE, 'uscc'], ['0575-80000035', 'phone']])('%s begins with its %s', (typed, field) => expect(beginWith(typed)).toEqual({ ...formOf(null), [field]: typed }))
