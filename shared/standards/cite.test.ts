import { describe, expect, it } from 'vitest'
import { type Cited, citeGbt7714, citePlain } from './cite.ts'

const forging: Cited = { shown: 'GB 17120—2025', titles: { zh: '锻压机械 安全技术规范' }, published: '2025-10-05', year: 2025 }

describe('citeGbt7714', () => {
  it('puts the number after the title, then the mark for standards and the year', () => {
    expect(citeGbt7714(forging)).toBe('锻压机械 安全技术规范: GB 17120—2025[S]. 2025.')
  })

  it('begins with the body in charge where the catalogue names it', () => {
    const named: Cited = { ...forging, committee: '全国锻压机械标准化技术委员会' }
    expect(citeGbt7714(named)).toBe('全国锻压机械标准化技术委员会. 锻压机械 安全技术规范: GB 17120—2025[S]. 2025.')
  })

  it('takes no committee code for a body', () => {
    expect(citeGbt7714({ shown: 'IEC 60335-1:2020', titles: { en: 'Safety' }, committee: 'TC 61', year: 2020 })).toBe('Safety: IEC 60335-1:2020[S]. 2020.')
  })

  it('takes the year of the number where no date of publication is known', () => {
    expect(citeGbt7714({ shown: 'FZ/T 14035—2017', titles: { zh: '棉与涤烂花印染布' }, year: 2017 })).toBe('棉与涤烂花印染布: FZ/T 14035—2017[S]. 2017.')
  })

  it('leaves out what nobody knows', () => {
    expect(citeGbt7714({ shown: 'ISO 105-C06', titles: {}, year: null })).toBe('ISO 105-C06[S].')
  })

  it('cites an English title where there is no Chinese one', () => {
    expect(citeGbt7714({ shown: 'ISO 8540:1993', titles: { en: 'Open front mechanical power presses — Vocabulary' }, published: '1993-03', year: 1993 })).toBe(
      'Open front mechanical power presses — Vocabulary: ISO 8540:1993[S]. 1993.',
    )
  })
})

describe('citePlain', () => {
  it('gives number and title', () => {
    expect(citePlain(forging)).toBe('GB 17120—2025 锻压机械 安全技术规范')
    expect(citePlain({ shown: 'GB 1—1', titles: {}, year: null })).toBe('GB 1—1')
  })
})
