import { describe, expect, it } from 'vitest'
import { readAdoptions, readReferences } from './references.ts'

const refs = (text: string, own = 'GB 1-2020') => readReferences(text, 'replaces', own, false).references.map(({ number, part }) => `${number}${part ? ' part' : ''}`)

describe('references', () => {
  it('reads lists, mends spellings', () => {
    expect(readReferences('GB10144-1988；GB 2548-93\\nGB/T 3-2000', 'replaces', 'x', false)).toMatchObject({
      references: [{ number: 'GB 10144-1988' }, { number: 'GB 2548-1993' }, { number: 'GB/T 3-2000' }],
      repairs: [{ kind: 'reference-form', from: 'GB10144-1988', to: 'GB 10144-1988' }, { kind: 'reference-form', from: 'GB 2548-93' }],
    })
  })
  it('tells wholes from parts', () => {
    expect(refs('全部代替:GB 2-2010、GB 3-2010;部分代替:GB 4-2010,GB 5-2010')).toEqual(['GB 2-2010', 'GB 3-2010', 'GB 4-2010 part', 'GB 5-2010 part'])
    expect(refs('GB 2-2010（部分代替）、GB 3-2010（全部代替）、GB 4-2010')).toEqual(['GB 2-2010 part', 'GB 3-2010', 'GB 4-2010'])
    expect(refs('代替 GB 2-2010')).toEqual(['GB 2-2010'])
  })
  it('drops the standard itself and what is no number, and tells', () => {
    const { references, repairs } = readReferences('GB 10152-1997\\nGB 10152-2009;，无', 'replaces', 'GB 10152-2009', false)
    expect(references).toEqual([{ number: 'GB 10152-1997', part: false }])
    expect(repairs).toEqual([{ kind: 'self-reference', field: 'replaces', from: 'GB 10152-2009', to: '' }])
  })
  it('takes texts of an array as they stand, objects by their number', () => {
    expect(readReferences(['ISO 1:2016', { number: 'ISO 2:2016' }], 'replaces', 'x', false).references.map(each => each.number)).toEqual(['ISO 1:2016', 'ISO 2:2016'])
  })
  it('reads the degree of an adoption wherever it stands', () => {
    for (const text of ['ISO 9001:2015,IDT', 'ISO 9001:2015（IDT）', 'IDT ISO 9001:2015', '等同采用 ISO 9001:2015']) expect(readAdoptions(text, '', 'x').adoptions).toEqual([{ number: 'ISO 9001:2015', degree: 'IDT' }])
    expect(readAdoptions('ISO 1:2016;IEC 2:2010', '修改采用', 'x').adoptions).toEqual([{ number: 'ISO 1:2016', degree: 'MOD' }, { number: 'IEC 2:2010', degree: 'MOD' }])
    expect(readAdoptions(true, '', 'x').adoptions).toEqual([])
  })
})
