// What may be said of an instrument: one home for forms, commands and lists.
import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import { parseDecimal } from '#shared/measurement/decimal.ts'
import { INSTRUMENT_KINDS } from './instrument.ts'

const line = z.string().trim().min(1).max(200)
export const optional = line.nullable()
export const isoDay = z.string().refine(text => text.length === 10 && isLooseDate(text))
export const decimal = z.string().max(30).refine(text => parseDecimal(text) !== null)
/** Above 0. */
export const size = decimal.refine(text => (parseDecimal(text)?.digits ?? 0n) > 0n)

export const LONGEST_INTERVAL = 600

/** What a list can say of one. */
export const listedFields = {
  number: line,
  name: line,
  model: optional,
  range: optional,
  accuracy: optional,
  location: optional,
  keeper: optional,
  kind: z.enum(INSTRUMENT_KINDS),
  months: z.int().min(1).max(LONGEST_INTERVAL),
  label: z.enum(['due', 'dayBefore']),
  advanceDays: z.int().min(0).max(366),
  mpe: size.nullable(),
  unit: z.string().trim().min(1).max(20).nullable(),
}
export const instrumentFields = { ...listedFields, resource: z.uuid().nullable() }
