import { type Quantity, type QuantityProblem, parseQuantity } from '#shared/measurement/quantity.ts'
import type { Direction, Indicator, IndicatorSet, Limit } from './benchmark.ts'

/** `wrong-kind`: it can be read, but says another kind of limit than the direction of its indicator wants. */
export type LimitProblem = QuantityProblem | { code: 'wrong-kind'; text: string; direction: Direction }

/** Why the text of a limit can't be compared with; null = it can. Units as printed, the indicator's where it names none. */
export const limitProblem = ({ direction, unit }: Pick<Indicator, 'direction' | 'unit'>, { text }: Pick<Limit, 'text'>): LimitProblem | null => {
  if (direction === 'text') return text.trim() === '' ? { code: 'empty' } : null
  const read = parseQuantity(text, unit)
  if (!read.ok) return read.problem
  return SAYS[direction].has(read.value.cmp) ? null : { code: 'wrong-kind', text, direction }
}

const SAYS: { [D in Exclude<Direction, 'text'>]: ReadonlySet<Quantity['cmp']> } = {
  max: new Set(['=', '<', '<=']), min: new Set(['=', '>', '>=']), range: new Set(['range', 'pm']), target: new Set(['=', 'pm']),
}

/** Keys of the limits that nothing can be compared with, in the order of indicators and references. Those of items that are gone don't count. */
export const unreadLimits = ({ indicators, references, limits }: Pick<IndicatorSet, 'indicators' | 'references' | 'limits'>): string[] =>
  indicators.flatMap(one => references.flatMap(({ id }) => {
    const key = `${one.id}/${id}`
    const limit = limits[key]
    return limit && limitProblem(one, limit) ? [key] : []
  }))
