// A booking of a test from the directory: its parts as the template says, its price, and the answer of the scope for its day.
import { z } from 'zod'
import { type LabTest, URGENCIES } from '#shared/labs/lab.ts'
import { methodOf } from '#shared/labs/method.ts'
import { scopeAnswer, type ScopeFinding } from '#shared/labs/scope.ts'
import { type IsoDay, isLooseDate } from '#shared/lib/dates.ts'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { type BookedTest, type Booking, type BookingTables, type Part, partsOf } from './booking.ts'
import { surcharged } from './surcharge.ts'
import { dayOf, MINUTE } from './times.ts'

const line = z.string().trim().min(1).max(200)
/** 分包·已同意: who does it in the lab's place, and who of the customer's consented. A choice on top of whatever the scope answers. */
export const subcontractField = z.object({ to: line, consent: line, day: z.string().refine(text => text.length === 10 && isLooseDate(text)).exactOptional() })
export const testField = z.object({ id: z.uuid(), range: line.nullable(), urgency: z.enum(URGENCIES), seen: z.object({ status: line, catalogue: line }).nullable(), subcontract: subcontractField.exactOptional() }).exactOptional()
export type AskedTest = NonNullable<z.output<typeof testField>>

/** The test as it is kept; `validation`: the parts are not those of the template, or it has no such urgency. */
export const bookedTest = async (reads: Reads<BookingTables>, asked: AskedTest, shape: Pick<Booking, 'resources' | 'start' | 'end' | 'parts'>, overtime: boolean): Promise<Result<BookedTest, { code: 'not-found' | 'validation' }>> => {
  const test = await reads.get('tests', asked.id)
  if (!test || test.retired) return fail({ code: 'not-found' })
  const price = test.prices.find(({ urgency }) => urgency === asked.urgency)
  if ((!price && test.prices.length > 0) || !isOfTemplate(test, partsOf(shape))) return fail({ code: 'validation' })
  const { id, lab, object, parameter, number, sample } = test
  const { range, urgency, seen, subcontract } = asked
  const scope = await scopeOf(reads, { lab, object, parameter, number, range: range ?? test.range }, await siteOf(reads, test), dayOf(shape.start))
  return ok({ id, lab, object, parameter, number, range, sample, urgency, ...priced(price?.fen ?? null, overtime ? (test.overtime ?? null) : undefined), days: price?.days ?? 0, scope, seen, ...(subcontract && { subcontract }) })
}

/** `percent` undefined = no overtime. */
const priced = (base: number | null, percent: number | null | undefined): Pick<BookedTest, 'fen' | 'overtime'> => (percent === undefined ? { fen: base } : { fen: surcharged({ base, percent }), overtime: { base, percent } })

/** The same parts in the same order, each as long as it says and as far from the one before as it allows. */
export const isOfTemplate = ({ parts: template }: LabTest, parts: readonly Part[]): boolean =>
  parts.length === template.length &&
  template.every(({ resource, minutes, after }, i) => {
    const part = parts[i]
    if (part.resource !== resource || part.end - part.start !== minutes * MINUTE) return false
    const gap = i === 0 ? 0 : part.start - parts[i - 1].end
    return i === 0 || (gap >= after.least * MINUTE && (after.most === null || gap <= after.most * MINUTE))
  })

/** Where it is done: the site of the last part's resource. */
const siteOf = async (reads: Reads<BookingTables>, { parts }: LabTest): Promise<string | null> => (await reads.get('resources', parts.at(-1)!.resource))?.site ?? null

type Asked = Pick<BookedTest, 'lab' | 'object' | 'parameter' | 'number' | 'range'>

/** Whether the lab is accredited for it on a day. */
export const scopeOf = async (reads: Reads<BookingTables>, { lab, object, parameter, number, range }: Asked, site: string | null, day: IsoDay): Promise<ScopeFinding> => {
  const method = methodOf(number)
  const rows = method ? (await reads.listBy('scope_rows', 'method', method.method)).filter(row => row.lab === lab) : []
  return scopeAnswer(rows, { object, parameter, method: method?.method ?? number, edition: method?.edition ?? null, range, site }, day)
}

/** Another time has another day, so the scope is asked again, and may begin or cease to be overtime: at the surcharge that it was booked with, else that of now. */
export const retested = async (reads: Reads<BookingTables>, { overtime, ...test }: BookedTest, { start }: Pick<Booking, 'start'>, site: string | null, isOvertime: boolean): Promise<BookedTest> => {
  const entry = await reads.get('tests', test.id)
  const percent = isOvertime ? (overtime ? overtime.percent : (entry?.overtime ?? null)) : undefined
  return { ...test, ...priced(overtime ? overtime.base : test.fen, percent), scope: await scopeOf(reads, { ...test, range: test.range ?? entry?.range ?? null }, site, dayOf(start)) }
}
