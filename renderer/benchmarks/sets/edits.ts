// Changes of a draft as commands, with what their author saw.
import { type Indicator, type IndicatorSet, type Limit, limitKey, type Reference } from '#shared/benchmarks/benchmark.ts'
import { starterSet } from '#shared/benchmarks/starter.ts'
import type { Wanted } from '../../db/run.ts'

type NewId = () => string

export const limitChange = ({ id, limits }: IndicatorSet, indicator: string, reference: string, limit: Limit | null, newId: NewId): Wanted => {
  const key = limitKey(indicator, reference)
  return { name: 'sets.setLimits', args: { id, fields: { [key]: { old: limits[key] ?? null, new: limit, conflict: newId() } } } }
}

/** Puts it in the place of the one with its id, or last. */
export const indicatorChange = ({ id, indicators }: IndicatorSet, changed: Indicator, newId: NewId): Wanted => ({ name: 'sets.patch', args: { id, fields: { indicators: { old: indicators, new: placed(indicators, changed), conflict: newId() } } } })
export const referenceChange = ({ id, references }: IndicatorSet, changed: Reference, newId: NewId): Wanted => ({ name: 'sets.patch', args: { id, fields: { references: { old: references, new: placed(references, changed), conflict: newId() } } } })

/** Its limits go out of sight with it; undone, they are there again. */
export const withoutIndicator = ({ id, indicators }: IndicatorSet, gone: string, newId: NewId): Wanted => ({ name: 'sets.patch', args: { id, fields: { indicators: { old: indicators, new: indicators.filter(one => one.id !== gone), conflict: newId() } } } })
export const withoutReference = ({ id, references }: IndicatorSet, gone: string, newId: NewId): Wanted => ({ name: 'sets.patch', args: { id, fields: { references: { old: references, new: references.filter(one => one.id !== gone), conflict: newId() } } } })

/** A draft of the next edition, all as in this one. */
export const nextEdition = ({ id: base, family, ...set }: IndicatorSet, newId: NewId): { id: string; wanted: Wanted } => draft({ ...set, family, base }, newId())

/** A set of its own with the same content; ids of indicators stay, so that its values can be held against those of the first. */
export const copiedSet = (set: IndicatorSet, name: string, newId: NewId): { id: string; wanted: Wanted } => {
  const id = newId()
  return draft({ ...set, name, family: id, base: null }, id)
}
export const emptySet = (name: string, newId: NewId): { id: string; wanted: Wanted } => {
  const id = newId()
  return draft({ name, source: null, references: [], indicators: [], limits: {}, family: id, base: null }, id)
}
/** The starter set, at once in use: it can't be changed, only followed by an edition of one's own. */
export const starter = (newId: NewId): { id: string; wanted: Wanted[] } => {
  const id = newId()
  return { id, wanted: [draft({ ...starterSet(newId), family: id, base: null }, id).wanted, { name: 'sets.publish', args: { id } }] }
}

const draft = ({ family, base, name, source, references, indicators, limits }: Pick<IndicatorSet, 'family' | 'base' | 'name' | 'source' | 'references' | 'indicators' | 'limits'>, id: string): { id: string; wanted: Wanted } =>
  ({ id, wanted: { name: 'sets.draft', args: { id, family, base, example: false, name, source, references, indicators, limits } } })

const placed = <R extends { id: string }>(rows: readonly R[], changed: R): R[] => (rows.some(({ id }) => id === changed.id) ? rows.map(one => (one.id === changed.id ? changed : one)) : [...rows, changed])
