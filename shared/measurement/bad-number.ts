// What is wrong with a number that was given to a function of measurement, told before it reckons.
import { parseDecimal } from './decimal.ts'

/** `at`: the argument, as `contributions[0].a`. `must`: what its meaning asks for; null = the text is no number at all. */
export type BadNumber<At extends string = string> = { code: 'bad-number'; at: At; text: string; must: string | null }

/** What a number has to be, and how that is said. */
export type Meaning = { must: string; holds: (value: number) => boolean }

export const POSITIVE: Meaning = { must: '> 0', holds: value => value > 0 }
export const NOT_NEGATIVE: Meaning = { must: '>= 0', holds: value => value >= 0 }

/** Of a decimal text; null = nothing is wrong, or there is none. Meanings look at the sign alone, which a float keeps. */
export const badNumber = <At extends string>(at: At, text: string | undefined, meaning?: Meaning): BadNumber<At> | null => {
  if (text === undefined) return null
  const number = parseDecimal(text)
  if (!number) return { code: 'bad-number', at, text, must: null }
  return meaning && !meaning.holds(Math.sign(Number(number.digits))) ? { code: 'bad-number', at, text, must: meaning.must } : null
}

/** Of a float; null = nothing is wrong, or there is none. */
export const badFloat = <At extends string>(at: At, value: number | undefined, meaning: Meaning): BadNumber<At> | null =>
  value === undefined || (Number.isFinite(value) && meaning.holds(value)) ? null : { code: 'bad-number', at, text: String(value), must: meaning.must }
