import { describe, expect, it } from 'vitest'
import type { Facets } from '#shared/standards/query.ts'
import { KINDS, STATUSES } from '#shared/standards/standard.ts'
import { facetGroups, toggled, withGroup } from './facet-groups.ts'

const facets = (part: Partial<Facets>): Facets => ({ status: STATUSES.map(() => 0), kind: KINDS.map(() => 0), year: [0, 0, 0, 0], ics: {}, ccs: {}, ...part })
const values = (choices: { value: string }[]) => choices.map(one => one.value)

describe('facetGroups', () => {
  const all = facets({ status: [0, 3, 40, 0, 9, 2, 0], kind: KINDS.map((_, at) => 20 - at), ics: { '13': 5, '25': 9, '59': 30, '71': 2, '73': 4, '97': 8 } })

  it('keeps every choice that the catalogue has in its place, at zero too', () => {
    const { status } = facetGroups(facets({ status: [0, 0, 4, 0, 0, 0, 0] }), all, {})
    expect(status.choices).toEqual([
      { value: 'current', count: 4, chosen: false },
      { value: 'upcoming', count: 0, chosen: false },
      { value: 'replaced', count: 0, chosen: false },
      { value: 'withdrawn', count: 0, chosen: false },
    ])
    expect(values(status.more)).toEqual(['partly', 'draft', 'unknown'])
    expect(status.empty).toBe(true)
  })

  it('shows the national kinds, the three fullest others and any chosen one', () => {
    const many = facets({ kind: KINDS.map(kind => (kind === 'iso' ? 90 : kind === 'jis' ? 50 : kind === 'iec' ? 70 : kind === 'oiml' ? 3 : 0)) })
    const { kind } = facetGroups(facets({}), many, { kind: ['group'] })
    expect(values(kind.choices)).toEqual(['gb', 'gbt', 'group', 'iso', 'iec', 'jis'])
    expect(kind.more).toHaveLength(KINDS.length - 6)
  })

  it('says nothing of undated ones where all have a date', () => {
    expect(values(facetGroups(facets({}), facets({ year: [1, 2, 3, 0] }), {}).year.choices)).toEqual(['2020', '2010', 'earlier'])
  })

  it('puts the fullest fields first, chosen ones before them', () => {
    const { ics } = facetGroups(facets({ ics: { '25': 1, '97': 7 } }), all, { ics: ['71'] })
    expect(values(ics.choices)).toEqual(['71', '97', '25', '13', '59'])
    expect(values(ics.more)).toEqual(['73'])
  })
})

describe('toggled', () => {
  it('adds, takes away, and leaves no empty group behind', () => {
    const once = toggled({}, 'status', 'current')
    expect(once).toEqual({ status: ['current'] })
    expect(toggled(once, 'status', 'current')).toEqual({})
    expect(withGroup({ status: ['current'], year: ['2020'] }, 'year', [])).toEqual({ status: ['current'] })
  })
})
