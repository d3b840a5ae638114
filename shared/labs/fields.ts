// What a lab, a site, a line of its scope and a test may hold: for forms, imports and commands alike.
import { z } from 'zod'
import { isLooseDate } from '#shared/lib/dates.ts'
import { SCHEMES, URGENCIES } from './lab.ts'
import { methodOf } from './method.ts'

const line = z.string().trim().min(1).max(200)
const told = line.nullable()
const long = z.string().trim().min(1).max(500)
const aDay = z.string().refine(text => text.length === 10 && isLooseDate(text))
const day = aDay.nullable()
/** As `methodOf` gives it, so that one standard has one spelling. */
const number = z.string().max(120).refine(text => methodOf(text)?.number === text)

export const labFields = { name: line, address: told, opening: told, contact: told, retired: z.boolean() }
export const siteFields = { name: line, address: told, retired: z.boolean() }

export const scopeFields = {
  scheme: z.enum(SCHEMES), certificate: told, object: line, parameter: line, clause: told, range: long.nullable(), cmc: long.nullable(), site: z.uuid().nullable(), from: day, until: day,
}
export const scopeLine = z.object({ id: z.uuid(), ...scopeFields, number }).refine(({ from, until }) => from === null || until === null || from <= until)

export const extensionField = z.object({ body: z.enum(SCHEMES), day: aDay, number: told }).nullable()

const minutes = z.int().min(0).max(60 * 24 * 365)
const gap = z.object({ least: minutes, most: minutes.nullable() }).refine(({ least, most }) => most === null || least <= most)
/** No longer than a slot with its buffers may be. */
const part = z.object({ resource: z.uuid(), minutes: z.int().min(5).max(28 * 1440), after: gap })
const price = z.object({ urgency: z.enum(URGENCIES), days: z.int().min(0).max(365), fen: z.int().min(0).max(1e11).nullable() })

export const testFields = {
  object: line,
  parameter: line,
  number,
  range: long.nullable(),
  /** Each resource once, as a booking takes it. */
  parts: z.array(part).min(1).max(12).refine(all => new Set(all.map(({ resource }) => resource)).size === all.length),
  sample: long.nullable(),
  overtime: z.int().min(0).max(1000).nullable(),
  prices: z.array(price).max(URGENCIES.length).refine(all => new Set(all.map(({ urgency }) => urgency)).size === all.length),
  retired: z.boolean(),
}
