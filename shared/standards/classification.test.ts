import { describe, expect, it } from 'vitest'
import { CCS_CODE, CCS_LETTERS, CCS_TREE_CODE, ccsName, ccsPath, ICS_CODE, ICS_FIELDS, icsName, icsPath, namesOnPaths } from './classification.ts'
import { CCS_NAMES, ICS_NAMES } from './classification-names.ts'
import { starterCatalogue } from './starter.ts'

describe('paths', () => {
  it.each([['25.120.10', ['25', '25.120', '25.120.10']], ['01.120', ['01', '01.120']], ['59', ['59']]])('ICS %s', (code, path) => expect(icsPath(code)).toEqual(path))
  it.each([['W04', ['W', 'W00/09', 'W04']], ['J62', ['J', 'J62']], ['G00/09', ['G', 'G00/09']], ['Y', ['Y']]])('CCS %s', (code, path) => expect(ccsPath(code)).toEqual(path))
  it('takes groups and names from an imported list', () => {
    const list = { ics: { '25.120.10': { en: 'Forging equipment' }, '59': { zh: '别名' } }, ccs: { 'J60/69': { zh: '通用加工机械与设备' }, J62: { zh: '锻压机械' } } }
    expect(ccsPath('J62', list)).toEqual(['J', 'J60/69', 'J62'])
    expect([ccsName('J62', list), icsName('25.120.10', list), icsName('59', list)?.zh]).toEqual([{ zh: '锻压机械' }, { en: 'Forging equipment' }, '纺织和皮革技术'])
    expect([ccsName('J62'), icsName('25.120.10')]).toEqual([null, null])
  })
})

describe('codes', () => {
  it.each(['01', '01.120', '25.120.10'])('ICS %s', code => expect(code).toMatch(ICS_CODE))
  it.each(['1', '97.14', '01.120.1', '59.080.01.01', 'W04'])('not ICS %s', code => expect(code).not.toMatch(ICS_CODE))
  it.each(['W04', 'A 00'])('CCS %s', code => expect(code).toMatch(CCS_CODE))
  it.each(['w04', 'W4', 'I04', 'FF2', 'A65/74', 'W'])('not CCS on a standard %s', code => expect(code).not.toMatch(CCS_CODE))
  it.each(['A', 'A65/74', 'W04'])('CCS in the tree %s', code => expect(code).toMatch(CCS_TREE_CODE))
})

describe('names', () => {
  it('all 40 fields and 24 letters, in both languages', () => {
    expect([ICS_FIELDS.length, CCS_LETTERS.length]).toEqual([40, 24])
    for (const code of ICS_FIELDS) expect(Object.values(icsName(code)!).every(Boolean) && icsName(code)!.zh && icsName(code)!.en, code).toBeTruthy()
    for (const code of CCS_LETTERS) expect(ccsName(code)!.zh && ccsName(code)!.en, code).toBeTruthy()
  })

  it('every code has its form, and every code that the starter catalogue uses its names up to the top', () => {
    for (const code of Object.keys(ICS_NAMES)) expect(code).toMatch(ICS_CODE)
    for (const code of Object.keys(CCS_NAMES)) expect(code).toMatch(CCS_TREE_CODE)
    for (const { ics, ccs } of starterCatalogue()) {
      for (const step of ics.flatMap(icsPath)) expect(icsName(step), step).not.toBeNull()
      for (const code of ccs) {
        expect(ccsPath(code).length, code).toBe(code.length > 3 ? 2 : 3)
        for (const step of ccsPath(code)) expect(ccsName(step), step).not.toBeNull()
      }
    }
  })
})

describe('namesOnPaths', () => {
  it('takes of an imported list only what the paths of one standard need', () => {
    const all = { ics: { '25.120': { en: 'Chipless working equipment' }, '25.120.10': { en: 'Forging equipment' }, '59.080': { en: 'Textiles' } }, ccs: { 'J60/69': { zh: '通用加工机械与设备' }, J62: { zh: '锻压机械' }, J63: { zh: '铸造设备' } } }
    expect(namesOnPaths({ ics: ['25.120.10'], ccs: ['J62'] }, all)).toEqual({
      ics: { '25.120': { en: 'Chipless working equipment' }, '25.120.10': { en: 'Forging equipment' } },
      ccs: { 'J60/69': { zh: '通用加工机械与设备' }, J62: { zh: '锻压机械' } },
    })
    expect(namesOnPaths({ ics: ['25.120.10'], ccs: [] }, undefined)).toEqual({ ics: {}, ccs: {} })
  })
})
