import { describe, expect, it } from 'vitest'
import { compareCatalogues } from './changes.ts'
import { imported, lines } from './files.fixture.ts'

describe('changes against the catalogue before', () => {
  it('counts facts, not sources or the order of fields', async () => {
    const before = (await imported({ a: lines({ number: 'GB 1-2020', titleZh: '甲' }, { number: 'GB 2-2020', titleZh: '乙', replaces: ['GB 2-2010'] }, { number: 'GB 3-2020' }, { number: 'GB 4-2020', ics: ['01.120'] }) })).standards
    const after = (await imported({ b: lines({ titleZh: '甲', number: 'GB 1-2020' }, { number: 'GB 2-2020', titleZh: '乙', replacesPartly: ['GB 2-2010'] }, { number: 'GB 4-2020', ics: ['01.120', '13.280'] }, { number: 'GB 5-2020' }) })).standards
    expect(compareCatalogues(before, after)).toEqual({ added: 1, changed: 2, same: 1, gone: 1 })
    expect(compareCatalogues([], after)).toEqual({ added: 4, changed: 0, same: 0, gone: 0 })
  })
})
