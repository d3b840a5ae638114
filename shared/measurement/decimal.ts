// Decimal numbers as they are printed: whole digits and a power of ten, so that nothing is lost to binary floats.

/** `digits · 10^exp`. The last digit is the last one printed: `0.0250` is `{digits: 250n, exp: -4}`. */
export type Decimal = { digits: bigint; exp: number }

/** Beyond it a power of ten is a slip of the hand and would only fill the memory. */
const MOST_DIGITS = 300

/** `-12.50`, `3e-4`, `1.2E3`; full stop only, no blanks. null = no such number, or one of more than 300 places. */
export const parseDecimal = (text: string): Decimal | null => {
  const found = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text)
  if (!found) return null
  const [, sign, whole, fraction = '', power = '0'] = found
  if (whole === '' && fraction === '') return null
  const exp = Number(power) - fraction.length
  if (whole.length + fraction.length > MOST_DIGITS || Math.abs(exp) > MOST_DIGITS) return null
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, exp }
}

/** Plain where the last digit stands at or right of the unit place (`0.0250`), else with its power (`12e3`). */
export const decimalText = ({ digits, exp }: Decimal): string => {
  if (exp > 0) return `${digits}e${exp}`
  const places = -exp
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  return (digits < 0n ? '-' : '') + (places > 0 ? `${whole}.${text.slice(-places)}` : whole)
}

/** Plain whatever its power: `1200` where decimalText says `12e2`. */
export const plainText = (number: Decimal): string => decimalText(number.exp > 0 ? { digits: digitsAt(number, 0), exp: 0 } : number)

/** Exact, to the finer last digit of the two. */
export const sumOf = (a: Decimal, b: Decimal): Decimal => {
  const exp = Math.min(a.exp, b.exp)
  return { digits: digitsAt(a, exp) + digitsAt(b, exp), exp }
}

export const productOf = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, exp: a.exp + b.exp })
export const negated = ({ digits, exp }: Decimal): Decimal => ({ digits: -digits, exp })

/** Below, equal to or above 0 as a is to b. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const exp = Math.min(a.exp, b.exp)
  const difference = digitsAt(a, exp) - digitsAt(b, exp)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The digits when the last one stands for `10^exp`, which must not be above the number's own. */
export const digitsAt = ({ digits, exp: own }: Decimal, exp: number): bigint => digits * 10n ** BigInt(own - exp)

/** A fraction of whole numbers, `den` above 0: what a conversion of units comes to. */
export type Fraction = { num: bigint; den: bigint }

export const fractionOf = ({ digits, exp }: Decimal): Fraction => (exp < 0 ? { num: digits, den: 10n ** BigInt(-exp) } : { num: digits * 10n ** BigInt(exp), den: 1n })

export const plus = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den })
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { num: -b.num, den: b.den })
export const times = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.num, den: a.den * b.den })

/** Expects a divisor above 0. */
export const dividedBy = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.den, den: a.den * b.num })

/** Below, equal to or above 0 as a is to b. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest float, by way of 30 significant digits where num and den are not floats themselves. */
export const floatOf = (fraction: Fraction): number => {
  if (isSafe(fraction.num) && isSafe(fraction.den)) return Number(fraction.num) / Number(fraction.den)
  const places = 30 - sizeOf(fraction)
  return Number(`${scaledBy(fraction, places)}e${-places}`)
}

/** The square root of a fraction >= 0, which may itself be too small or too large for a float. */
export const rootOfFraction = (fraction: Fraction): number => {
  const places = 30 - sizeOf(fraction)
  const even = places + (places & 1)
  const [mantissa, power = '0'] = String(Math.sqrt(Number(scaledBy(fraction, even)))).split('e')
  return Number(`${mantissa}e${Number(power) - even / 2}`)
}

/** The digits before the point, within one. */
const sizeOf = ({ num, den }: Fraction): number => String(num < 0n ? -num : num).length - String(den).length

const scaledBy = ({ num, den }: Fraction, places: number): bigint => (places >= 0 ? (num * 10n ** BigInt(places)) / den : num / (den * 10n ** BigInt(-places)))

const isSafe = (whole: bigint): boolean => whole <= SAFE && whole >= -SAFE
const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
