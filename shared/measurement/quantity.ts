// What a printed value or limit says: a number with its unit, a bound, a range, a tolerance, or that nothing was found.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { type Decimal, compareDecimals, parseDecimal } from './decimal.ts'
import { type Started, printedNumber } from './printed-number.ts'
import { halfWidth, unitOf } from './unit-text.ts'
import { unitNamed } from './units.ts'

/** `unit` is one spelling, `''` = none. `pm`: from `value − minus` to `value + plus`. `limit`: below the limit of detection or of quantification. `nd`: not detected. */
export type Quantity = { unit: string } & (
  | { cmp: '=' | Bound; value: Decimal }
  | { cmp: 'range'; low: Decimal; high: Decimal }
  | { cmp: 'pm'; value: Decimal; plus: Decimal; minus: Decimal }
  | { cmp: '<'; symbol: 'LOQ' | 'LOD' }
  | { cmp: 'nd' }
)
export type Bound = '<' | '<=' | '>' | '>='

/** `rest`: the part that could not be read. */
export type QuantityProblem = { code: 'empty' } | { code: 'not-a-quantity'; text: string; rest: string } | { code: 'reversed-range'; text: string }

/** Reads a text as printed; `unit` is that of the indicator and counts where the text names none. Digits stay as printed. A decimal comma is not guessed. */
export const parseQuantity = (text: string, unit = ''): Result<Quantity, QuantityProblem> => {
  const plain = folded(text)
  if (/^[-—–/]*$/.test(plain)) return fail({ code: 'empty' })
  const whole = unitOf(unit)
  const found = notDetected(plain, whole) ?? belowLimit(plain, whole) ?? bounded(plain, whole) ?? tolerance(plain, whole) ?? range(plain, whole)
  if (!found) return fail({ code: 'not-a-quantity', text, rest: restOf(plain) })
  if (found.cmp === 'range' && compareDecimals(found.low, found.high) > 0) return fail({ code: 'reversed-range', text })
  return ok(found)
}

const folded = (text: string): string =>
  halfWidth(text)
    .replace(/[−﹣]/g, '-')
    .replace(/[～∼〜˜]/g, '~')
    .replace(/[≦⩽]|<=/g, '≤')
    .replace(/[≧⩾]|>=/g, '≥')
    .replace(/\+\/-|\+-(?=\s*\d)/g, '±')
    .replace(/\s+/g, ' ')
    .trim()

const notDetected = (text: string, unit: string): Quantity | null => {
  const found = /^(?:未检测?出|未检得|不得检出|ND|N\.D\.?|not detected)\s*(.*)$/i.exec(text)
  if (!found) return null
  const [, rest] = found
  if (rest === '') return { cmp: 'nd', unit }
  const limit = /^\(\s*(.+?)\s*\)$/.exec(rest)
  const inside = limit && bounded(limit[1], unit)
  if (inside?.cmp === '<') return inside
  const named = unitText(rest)
  return named === null ? null : { cmp: 'nd', unit: named }
}

const belowLimit = (text: string, unit: string): Quantity | null => {
  const found = /^(?:<|小于|低于|不足)\s*(LOQ|LOD|MDL|定量限|定量下限|检出限|检测限)\s*(.*)$/i.exec(text)
  const own = found && (found[2] === '' ? unit : unitText(found[2]))
  return found && own !== null ? { cmp: '<', symbol: /^(?:LOQ|定量)/i.test(found[1]) ? 'LOQ' : 'LOD', unit: own ?? '' } : null
}

/** A sign or word before the number, or a word behind it; without either null. */
const bounded = (text: string, unit: string): Quantity | null => {
  const before = BEFORE.exec(text)
  const behind = BEHIND.exec(text)
  if (!before && !behind) return null
  if (before && behind) return null
  const value = one(before ? text.slice(before[0].length) : text.slice(0, -behind![0].length), unit)
  return value && { cmp: before ? BOUNDS[before[1]] : BEHIND_BOUNDS[behind![1]], ...value }
}

const BOUNDS: { [sign: string]: Bound } = {
  '<': '<', '>': '>', '≤': '<=', '≥': '>=',
  小于等于: '<=', 小于或等于: '<=', 大于等于: '>=', 大于或等于: '>=',
  不大于: '<=', 不超过: '<=', 不高于: '<=', 不多于: '<=', 至多: '<=', 不小于: '>=', 不低于: '>=', 不少于: '>=', 至少: '>=',
  大于: '>', 高于: '>', 多于: '>', 超过: '>', 小于: '<', 低于: '<', 少于: '<', 不足: '<',
}
const BEHIND_BOUNDS: { [word: string]: Bound } = { 以上: '>=', 以下: '<=', 以内: '<=' }
const BEFORE = new RegExp(`^(${Object.keys(BOUNDS).join('|')})\\s*`)
const BEHIND = /\s*(?:\(含\))?及?(以上|以下|以内)$/

const tolerance = (text: string, unit: string): Quantity | null => {
  const bracket = /^[([]([^()[\]]*±[^()[\]]*)[)\]]\s*(.*)$/.exec(text)
  const both = /^(.*?)\s*±\s*(.+)$/.exec(bracket ? bracket[1].trim() : text)
  const sides = /^(.+?)\s*[(,]?\s*\+\s*([\d.]+)\s*[/,]?\s*-\s*([\d.]+)\s*\)?\s*(.*)$/.exec(text)
  const centre = both?.[1] === '' ? NOUGHT : numberWith((both ?? sides)?.[1] ?? '')
  if (!centre) return null
  if (both) {
    const deviation = numberWith(both[2])
    return deviation && within(centre, deviation.value, deviation.value, [deviation.unit, bracket ? unitText(bracket[2]) : ''], unit)
  }
  const [above, below] = [parseDecimal(sides![2]), parseDecimal(sides![3])]
  return above && below && within(centre, above, below, [unitText(sides![4])], unit)
}

const NOUGHT: Measured = { value: { digits: 0n, exp: 0 }, unit: '' }

const within = (centre: Measured, plus: Decimal, minus: Decimal, units: readonly (string | null)[], otherwise: string): Quantity | null => {
  const unit = joined([centre.unit, ...units], otherwise)
  return unit === null || plus.digits < 0n || minus.digits < 0n ? null : { cmp: 'pm', value: centre.value, plus, minus, unit }
}

const range = (text: string, unit: string): Quantity | null => {
  const single = one(text, unit)
  if (single) return { cmp: '=', ...single }
  const inside = /^[([]([^()[\]]+)[)\]]\s*(.*)$/.exec(text)
  const outer = inside ? unitText(inside[2]) : ''
  const ends = endsOf(inside ? inside[1].trim() : text)
  if (!ends || outer === null) return null
  const named = joined([ends[0].unit, ends[1].unit, outer], unit)
  return named === null ? null : { cmp: 'range', low: ends[0].value, high: ends[1].value, unit: named }
}

/** One value: a number with its unit, or two neighbouring grades, which name the half grade between them. */
const one = (text: string, unit: string): { value: Decimal; unit: string } | null => {
  const plain = numberWith(text.trim())
  if (plain) return { value: plain.value, unit: plain.unit || unit }
  const ends = endsOf(text.trim())
  const named = ends && joined([ends[0].unit, ends[1].unit], unit)
  if (!ends || named !== '级') return null
  const [{ value: low }, { value: high }] = ends
  return low.exp === 0 && high.exp === 0 && low.digits >= 0n && high.digits === low.digits + 1n ? { value: { digits: low.digits * 10n + 5n, exp: -1 }, unit: named } : null
}

type Measured = { value: Decimal; unit: string }

const endsOf = (text: string): [Measured, Measured] | null => {
  const first = startNumber(text)
  if (!first) return null
  for (const found of first.rest.matchAll(/\s*(?:[~至到—–]|-)\s*/g)) {
    const own = unitText(first.rest.slice(0, found.index).trim())
    const second = numberWith(first.rest.slice(found.index + found[0].length).trim())
    if (own !== null && second) return [{ value: first.value, unit: first.prefix || own }, second]
  }
  return null
}

const numberWith = (text: string): Measured | null => {
  const found = startNumber(text)
  const own = found && unitText(found.rest.trim())
  if (!found || own === null || (found.prefix && own)) return null
  return { value: found.value, unit: found.prefix || (own ?? '') }
}

/** The number that a text begins with, a scale before it (`HRC 60`), and what follows. */
const startNumber = (text: string): (Started & { prefix: string }) | null => {
  const scale = /^(HRC|HRB|HV|HBW|pH)\s*值?\s*(?=[\d.+-])/i.exec(text)
  const found = printedNumber(scale ? text.slice(scale[0].length) : text)
  return found && { ...found, prefix: scale ? unitOf(scale[1]) : '' }
}

/** A unit as it is printed behind a number, `''` = nothing there, null = that is no unit. One that the table doesn't know is kept. */
const unitText = (text: string): string | null => {
  if (text === '') return ''
  const named = unitOf(text)
  return unitNamed(named) || (/^[^\d\s<>≤≥=±~+,.;:!?/·、，。；：()[\]–—-][^\s<>≤≥=±~,;:!?、，。；：]{0,30}$/u.test(named) && !HEDGES.test(named)) ? named : null
}

const HEDGES = /左右|上下|约|或|至|到|以上|以下|以内/

/** The one unit that several places name; null when they differ. */
const joined = (units: readonly (string | null)[], otherwise: string): string | null => {
  const named = new Set(units.filter(unit => unit !== ''))
  return named.size === 0 ? otherwise : named.size === 1 ? [...named][0] : null
}

const restOf = (text: string): string => startNumber(text)?.rest.trim() || text
