// What the errors found so far say of the interval (ILAC-G24, staircase).
import { dividedBy, type Fraction, fractionOf, minus, parseDecimal, plus, times } from '#shared/measurement/decimal.ts'
import type { Certificate, Instrument, Reading } from './instrument.ts'
import { standingCertificates } from './state.ts'

/** `why`: three times running |error| + U stayed within 0.8 of the permitted error; the last error found was beyond it. */
export type IntervalProposal = { from: number; to: number; why: 'steady' | 'beyond' }

/** Months that nothing is lengthened beyond. */
const MOST = 60

/**
 * null = the interval stays, or there is nothing to go by. None for 检定, whose interval the regulation sets; nor once it was adopted.
 * Goes by errors as they were found, before any adjustment.
 */
export const intervalProposal = (instrument: Instrument, certificates: readonly Certificate[]): IntervalProposal | null => {
  const mpe = fractionIn(instrument.mpe)
  const found = standingCertificates(instrument, certificates)
  if (instrument.kind === 'verification' || !mpe || found.length === 0) return null
  const { asFound, months: from } = found[0]
  const proposed = (to: number, why: IntervalProposal['why']): IntervalProposal | null => (to === from || to === instrument.months ? null : { from: instrument.months, to, why })
  const last = asFound && shareOf(asFound, mpe)
  if (last && above(last.error, ONE)) return proposed(Math.max(1, Math.floor(from / 2)), 'beyond')
  const steady = found.length >= 3 && found.slice(0, 3).every(one => {
    const share = one.asFound && shareOf(one.asFound, mpe)
    return share?.withU && !above(share.withU, EIGHT_TENTHS)
  })
  return steady && from < MOST ? proposed(Math.min(MOST, Math.floor((from * 5) / 4)), 'steady') : null
}

/** Error, and error + U, in terms of the permitted error; without U there is no second one. */
const shareOf = ({ error, u }: Reading, mpe: Fraction): { error: Fraction; withU: Fraction | null } | null => {
  const [value, spread] = [fractionIn(error), fractionIn(u)]
  if (!value) return null
  const size = value.num < 0n ? times(value, { num: -1n, den: 1n }) : value
  return { error: dividedBy(size, mpe), withU: spread && dividedBy(plus(size, spread), mpe) }
}

const ONE: Fraction = { num: 1n, den: 1n }
const EIGHT_TENTHS: Fraction = { num: 4n, den: 5n }
const above = (a: Fraction, b: Fraction): boolean => minus(a, b).num > 0n
const fractionIn = (text: string | null): Fraction | null => {
  const decimal = text === null ? null : parseDecimal(text)
  return decimal && fractionOf(decimal)
}
