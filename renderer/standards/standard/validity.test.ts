import { describe, expect, it } from 'vitest'
import type { Edition } from '#shared/standards/detail.ts'
import { validityStrip } from './validity.ts'

const edition = (number: string, from: string | null, until: string | null): Edition => ({ number, held: true, title: null, published: null, from, until, derived: null, replacesFull: [], replacesPart: [] })
const forging = [edition('GB 17120-2025', '2026-05-01', null), edition('GB 17120-2012', '2013-10-01', '2026-05-01'), edition('GB 17120-1997', '1998-05-01', '2013-10-01')]

describe('validityStrip', () => {
  it('draws the editions to scale, oldest first, the running one on past the day', () => {
    const strip = validityStrip(forging, 'GB 17120-2025', '2026-11-24')!
    const [first, second, third] = strip.bars
    expect([first, second, third].map(bar => bar.edition.number)).toEqual(['GB 17120-1997', 'GB 17120-2012', 'GB 17120-2025'])
    expect(first.x).toBe(0)
    expect(first.width / second.width).toBeCloseTo(15.4 / 12.6, 1)
    expect(third).toMatchObject({ own: true })
    expect(third.x + third.width).toBeCloseTo(100, 0)
    expect(third.x + third.ran).toBeCloseTo(strip.dayX, 1)
    expect(first.ran).toBeCloseTo(first.width, 1)
  })

  it('writes no year over another or over the day', () => {
    const { years } = validityStrip(forging, 'GB 17120-2025', '2026-11-24')!
    expect(years.map(({ year, end }) => [year, end])).toEqual([['1998', false], ['2013', false], ['2026', true]])
  })

  it('has nothing solid of an edition to come', () => {
    const strip = validityStrip([edition('GB 1-2026', '2027-03-01', null), edition('GB 1-2010', '2011-06-01', '2027-03-01')], 'GB 1-2026', '2026-11-24')!
    expect(strip.bars[1].ran).toBe(0)
    expect(strip.bars[1].x).toBeGreaterThan(strip.dayX)
  })

  it('stays inside with dates out of order, and says nothing without any', () => {
    const strip = validityStrip([edition('GB 1-2', '2010-01-01', '2000-01-01'), edition('GB 1-1', '2010-01-01', null), edition('GB 1-0', null, null)], 'GB 1-1', '2026-01-01')!
    for (const { x, width } of strip.bars) expect(x >= 0 && width > 0 && x + width <= 101).toBe(true)
    expect(validityStrip([edition('GB 1-0', null, null)], 'GB 1-0', '2026-01-01')).toBeNull()
  })
})
