import { acceptedBy } from '#shared/measurement/comparison.ts'
import { type QuantityProblem, parseQuantity } from '#shared/measurement/quantity.ts'
import { type Direction, type Indicator, type IndicatorSet, type Limit, limitKey } from './benchmark.ts'

/** `limit-direction`: it can be read, but is another kind of limit than the direction of its indicator wants. */
export type LimitProblem = QuantityProblem | { code: 'limit-direction'; text: string; direction: Direction }

/** Why the text of a limit can't be compared with; null = it can. Units as printed, the indicator's where it names none. */
export const limitProblem = ({ direction, unit }: Pick<Indicator, 'direction' | 'unit'>, { text }: Pick<Limit, 'text'>): LimitProblem | null => {
  if (direction === 'text') return text.trim() === '' ? { code: 'empty' } : null
  const read = parseQuantity(text, unit)
  if (!read.ok) return read.problem
  const fits = (read.value.cmp === 'nd' && direction === 'max') || acceptedBy(read.value, direction, 'full') !== null
  return fits ? null : { code: 'limit-direction', text, direction }
}

/** Keys of the limits that nothing can be compared with, in the order of indicators and references. Those of items that are gone don't count. */
export const unreadLimits = ({ indicators, references, limits }: Pick<IndicatorSet, 'indicators' | 'references' | 'limits'>): string[] =>
  indicators.flatMap(one => references.flatMap(({ id }) => {
    const key = limitKey(one.id, id)
    const limit = limits[key]
    return limit && limitProblem(one, limit) ? [key] : []
  }))
