import { expect, test } from 'vitest'
import { methodOf } from './method.ts'

test.each([
  ['GB/T 2912.1—2009', 'GB/T 2912.1-2009', 'GB 2912.1', 2009, null],
  ['GB 18401-2010 6.7', 'GB 18401-2010', 'GB 18401', 2010, '6.7'],
  ['gb/t3920-2008 附录A', 'GB/T 3920-2008', 'GB 3920', 2008, '附录A'],
  ['SN/T 1649-2012 第6章', 'SN/T 1649-2012', 'SN 1649', 2012, '第6章'],
  ['ISO 105-C06:2010', 'ISO 105-C06:2010', 'ISO 105-C06', 2010, null],
  ['GB/T 2912.1', 'GB/T 2912.1', 'GB 2912.1', null, null],
])('%s', (text, number, method, edition, clause) => {
  expect(methodOf(text)).toEqual({ number, method, edition, clause })
  expect(methodOf(number)).toEqual({ number, method, edition, clause: null })
})

test('what is no number is none', () => expect([methodOf('无'), methodOf(''), methodOf('见附件')]).toEqual([null, null, null]))
