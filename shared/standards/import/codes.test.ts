import { describe, expect, it } from 'vitest'
import { readCcs, readIcs } from './codes.ts'

describe('ICS', () => {
  it.each([
    ['97.14', '97.140'], ['1.12', '01.120'], ['3.06', '03.060'], ['13.1', '13.100'], ['29.02', '29.020'], ['1.040.01', '01.040.01'], ['1', '01'],
  ])('%s has lost zeros', (from, to) => expect(readIcs([from])).toEqual({ values: [to], repairs: [{ kind: 'ics-zeros', field: 'ics', from, to }] }))

  it('divides lists by whatever divides them', () => {
    expect(readIcs(['71.120,83.200；59.080.30 01.040.59、13.280']).values).toEqual(['71.120', '83.200', '59.080.30', '01.040.59', '13.280'])
  })
  it('leaves out what is none, and tells', () => {
    expect(readIcs(['abc', '无', '29.120.4', '29.120.30', '29.120.30'])).toEqual({ values: ['29.120.30'], repairs: ['abc', '29.120.4'].map(from => ({ kind: 'ics-dropped', field: 'ics', from, to: '' })) })
  })
  it('reads full width and a name before', () => expect(readIcs(['ICS ２９．１２０']).values).toEqual(['29.120']))
})

describe('CCS', () => {
  it.each([['k73', 'K73', 'ccs-case'], ['Ｋ73', 'K73', 'ccs-form'], ['L7O', 'L70', 'ccs-form']])('%s is mended', (from, to, kind) => {
    expect(readCcs([from])).toMatchObject({ values: [to], repairs: [{ kind, from, to }] })
  })
  it('takes a blank, a group and lists', () => expect(readCcs(['K 30;A65/74 W04'])).toEqual({ values: ['K30', 'A65/74', 'W04'], repairs: [] }))
  it('leaves out what is none', () => expect(readCcs(['K7', '30K'])).toMatchObject({ values: [], repairs: [{ kind: 'ccs-dropped' }, { kind: 'ccs-dropped' }] }))
})
