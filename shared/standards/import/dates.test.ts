import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLooseDate } from '#shared/lib/dates.ts'
import { readDate } from './dates.ts'

describe('dates as they are written', () => {
  it.each([
    ['2020-01-05', '2020-01-05'], ['2020-01', '2020-01'], ['2020', '2020'],
    ['2020/1/5', '2020-01-05'], ['2020.1.5', '2020-01-05'], ['2020-1-5', '2020-01-05'], ['20200105', '2020-01-05'], ['202001', '2020-01'],
    ['2020年1月5日', '2020-01-05'], ['2020年1月', '2020-01'], ['2020年', '2020'], ['２０２０－０１－０５', '2020-01-05'], ['2020 年 1 月 5 日', '2020-01-05'], ['2020/1', '2020-01'],
    ['2020-01-05 00:00:00', '2020-01-05'], ['2020-01-05T08:30:00Z', '2020-01-05'], ['2020/1/5 0:00', '2020-01-05'],
    ['44136', '2020-11-01'], ['44136.5', '2020-11-01'], ['2024-02-29', '2024-02-29'],
  ])('%s', (written, date) => expect(readDate(written)).toBe(date))

  it.each(['', '无', '-', '—', '/', '待定', 'N/A', 'NULL'])('%s states nothing', written => expect(readDate(written)).toBeNull())

  it.each(['2020-13-01', '2020-02-30', '2023-02-29', '05/01/2020', '20201301', '即日起', '0000-00-00', '9999-12-31', '1', '123456'])('%s is not understood', written => expect(readDate(written)).toBeUndefined())

  it('answers with a real date or with none, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日 T:') })), text => {
      const date = readDate(text)
      return date === null || date === undefined || isLooseDate(date)
    }))
  })

  it('reads every day in every notation alike', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, m, d) => {
      const two = (n: number) => String(n).padStart(2, '0')
      for (const written of [`${y}/${m}/${d}`, `${y}.${m}.${d}`, `${y}年${m}月${d}日`, `${y}${two(m)}${two(d)}`]) expect(readDate(written)).toBe(`${y}-${two(m)}-${two(d)}`)
    }))
  })
})
