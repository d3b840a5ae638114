import { expect, it } from 'vitest'
import { mergeStandard } from '#shared/standards/merge.ts'
import type { Standard } from '#shared/standards/standard.ts'
import { zh } from './zh.ts'

const standard = (source: string, word: Standard['word'], degree: 'IDT' | 'MOD'): Standard => ({
  number: 'GB/T 1-2020', key: 'GB 1', recognised: true, year: 2020, kind: 'gbt', titles: { zh: source, en: source, ja: source, fr: source }, word,
  published: `20${source}-01-01`, effective: `20${source}-02-01`, withdrawn: `20${source}-03-01`, confirmed: `20${source}-04-01`,
  committee: source, edition: source, category: source, industry: source, note: source,
  replaces: [{ number: 'GB/T 1-2010', part: source === '20' }], replacedBy: [{ number: 'GB/T 1-2025', part: source === '20' }], adopts: [{ number: 'ISO 1:2015', degree }], ics: [], ccs: [], sources: [{ name: source }],
})

it('has a word for every field in which sources can disagree', () => {
  const { differs = [] } = mergeStandard(standard('20', 'current', 'IDT'), standard('21', 'withdrawn', 'MOD'))
  expect(differs.length).toBeGreaterThan(12)
  for (const { field } of differs) expect(typeof field.split('.').reduce<unknown>((tree, key) => (tree as Record<string, unknown>)[key], zh.fields), field).toBe('string')
})
