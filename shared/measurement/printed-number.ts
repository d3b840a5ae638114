// Numbers as reports print them: thousands, fractions, powers of ten.
import { type Decimal, parseDecimal } from './decimal.ts'

export type Started = { value: Decimal; rest: string }

/** The number that a text of half-width signs begins with, and what follows it; null = it begins with none. Digits stay as printed. */
export const printedNumber = (text: string): Started | null => {
  const found = POWER.exec(text) ?? NUMBER.exec(text)
  const value = found && valueOf(found.groups!)
  return value && { value, rest: text.slice(found[0].length) }
}

/** Thousands stand in groups of three, divided by one kind of sign. A comma or a full stop that divides nothing ends no number: it is not guessed. */
const NUMBER = /^(?<sign>[+-]?)\s*(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?<point>\.\d+)?(?: ?(?<part>[½¼¾]))?(?:\s*[×xX*·]\s*10(?:(?<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+)|\^\(?(?<caret>[+-]?\d{1,3})\)?)|[eE](?<e>[+-]?\d{1,3}))?(?![ .,]?\d|[eE][+-]?\d|[½¼¾⁰¹²³⁴-⁹])/u
/** A power that stands alone: 10⁻³. */
const POWER = /^(?<sign>[+-]?)(?<ten>10)(?:(?<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+)|\^(?<caret>[+-]?\d{1,3}))/u

const valueOf = ({ sign, ten, whole = ten && '1', point = '', part, raised, caret, e }: { [name: string]: string | undefined }): Decimal | null => {
  if (part ? point !== '' || (raised ?? caret ?? e) !== undefined : whole === undefined && point === '') return null
  const power = raised === undefined ? (caret ?? e ?? '0') : [...raised].map(lowered).join('')
  return parseDecimal(`${sign}${(whole ?? '0').replace(/[ ,]/g, '')}${part ? PARTS[part] : point}e${power}`)
}

const PARTS: { [part: string]: string } = { '½': '.5', '¼': '.25', '¾': '.75' }

const lowered = (raised: string): string => '+-0123456789'['⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised)]
