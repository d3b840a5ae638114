import { describe, expect, it } from 'vitest'
import { dayNumber, isLooseDate } from '#shared/lib/dates.ts'
import { CCS_TREE_CODE, ICS_CODE } from './classification.ts'
import { parseNumber } from './number.ts'
import { resolveRelations } from './relations.ts'
import { STARTER_DATE, starterCatalogue } from './starter.ts'
import rows from './starter.json' with { type: 'json' }
import { deriveStatus } from './status.ts'

const standards = starterCatalogue()

describe('the starter catalogue', () => {
  it('has 108 standards, each once', () => {
    expect(standards.length).toBe(108)
    expect(new Set(standards.map(s => s.number)).size).toBe(108)
  })

  it.each(standards.map(s => [s.number, s] as const))('%s names where its facts stand', (number, standard) => {
    expect(standard.recognised).toBe(true)
    expect(standard.sources.length).toBeGreaterThan(0)
    for (const { name, where } of standard.sources) {
      expect(name).not.toBe('')
      expect(where).toMatch(/^https?:\/\/\S+$|^[\w.-]+\/[\w.-]+:\S+\/?\S*$/)
    }
    expect(standard.sources.some(s => s.seen)).toBe(true)
    expect(Object.values(standard.titles).some(Boolean)).toBe(true)
    expect(number).toBe(parseNumber(number)?.canonical)
  })

  it('has only well-formed facts, as they stand in the file', () => {
    for (const row of rows as { number: string; replaces?: string[]; replacesPartly?: string[]; replacedBy?: string[] }[]) {
      for (const number of [row.number, ...(row.replaces ?? []), ...(row.replacesPartly ?? []), ...(row.replacedBy ?? [])]) expect(parseNumber(number)?.canonical).toBe(number)
    }
    for (const { number, published, effective, withdrawn, ics, ccs } of standards) {
      for (const date of [published, effective, withdrawn]) if (date !== undefined) expect(isLooseDate(date), number).toBe(true)
      if (published && effective) expect(published <= effective, number).toBe(true)
      for (const code of ics) expect(code).toMatch(ICS_CODE)
      for (const code of ccs) expect(code).toMatch(CCS_TREE_CODE)
    }
  })

  it('serves the five industries, metrology and quality', () => {
    expect([...new Set(standards.map(s => s.industry))].sort()).toEqual(['bearing', 'chemical', 'general', 'hosiery', 'kitchen', 'metrology', 'quality', 'textile'])
    for (const industry of ['textile', 'chemical', 'hosiery', 'kitchen', 'bearing']) expect(standards.filter(s => s.industry === industry).length).toBeGreaterThanOrEqual(8)
  })

  it('speaks for the latest day that its rows presuppose', () => {
    const days = standards.flatMap(s => [s.published, s.word === 'current' ? s.effective : undefined, s.withdrawn]).filter(day => day !== undefined)
    expect(days.sort().at(-1)).toBe(STARTER_DATE)
  })

  it('shows replacement, both days of a status and adoption', () => {
    const relations = resolveRelations(standards)
    const status = (number: string, day: string): string => deriveStatus(relations.facts(relations.position(number)), dayNumber(day), dayNumber(STARTER_DATE)).status
    expect([status('GB/T 3920-2008', '2026-11-24'), status('GB/T 3920-2008', '2027-01-01'), status('GB/T 3920-2024', '2026-11-24')]).toEqual(['current', 'replaced', 'upcoming'])
    expect(standards.find(s => s.number === 'GB/T 19001-2016')?.adopts).toEqual([{ number: 'ISO 9001:2015', degree: 'IDT' }])
  })
})
