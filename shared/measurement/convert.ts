import { type Decimal, dividedBy, floatOf, type Fraction, fractionOf, minus, plus, times } from './decimal.ts'
import { unitNamed } from './units.ts'
import { unitOf } from './unit-text.ts'

/** A value of one unit in another, exactly; null = the two are not of one kind. Texts are unit spellings; an unknown one is of a kind with itself alone. */
export const convert = (value: Decimal, from: string, to: string): Fraction | null => {
  const [a, b] = [unitOf(from), unitOf(to)]
  if (a === b) return fractionOf(value)
  const [known, wanted] = [unitNamed(a), unitNamed(b)]
  if (!known || !wanted || known.dimension !== wanted.dimension) return null
  return minus(dividedBy(times(plus(fractionOf(value), known.add), known.factor), wanted.factor), wanted.add)
}

/** The same as a float, for screens and the command line. */
export const converted = (value: Decimal, from: string, to: string): number | null => {
  const found = convert(value, from, to)
  return found && floatOf(found)
}
