// Where a booking can be moved to: what it was booked for says which resources will do, and for how long.
import type { LabTest } from '#shared/labs/lab.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { isOfTemplate } from './booked-test.ts'
import { type BookedTest, type Booking, type BookingTables, partsOf } from './booking.ts'
import { MINUTE } from './times.ts'

type Shape = Pick<Booking, 'resources' | 'start' | 'end' | 'parts'>

/**
 * A booked test in another shape: as it stands where its parts stay as they are, else by the entry of the same lab's directory that
 * allows the shape at the same price; null = none does.
 */
export const testAt = async (reads: Reads<BookingTables>, booking: Shape & { test: BookedTest }, shape: Shape): Promise<BookedTest | null> => {
  if (outlineOf(booking) === outlineOf(shape)) return booking.test
  const same = (await sameTests(reads, booking.test)).find(one => isOfTemplate(one, partsOf(shape)))
  return same ? { ...booking.test, id: same.id } : null
}

/** Resources that a booking can lie on, apart from those it lies on now; null = any. What has parts of its own keeps them. */
export const resourcesFor = async (reads: Reads<BookingTables>, booking: Pick<Booking, 'test' | 'parts' | 'start' | 'end'>): Promise<string[] | null> => {
  if (booking.parts) return []
  if (!booking.test) return null
  return (await sameTests(reads, booking.test)).flatMap(({ parts: [first, ...more] }) => (more.length === 0 && first.minutes * MINUTE === booking.end - booking.start ? [first.resource] : []))
}

const outlineOf = (shape: Shape): string => partsOf(shape).map(({ resource, start, end }) => `${resource} ${start - shape.start} ${end - start}`).join()

/** The entry itself and those beside it that ask the same for the same. */
const sameTests = async (reads: Reads<BookingTables>, { lab, object, parameter, number, urgency, fen, overtime }: BookedTest): Promise<LabTest[]> => {
  const base = overtime ? overtime.base : fen
  return (await reads.listBy('tests', 'lab', lab)).filter(one => !one.retired && one.object === object && one.parameter === parameter && one.number === number && (one.prices.find(price => price.urgency === urgency)?.fen ?? null) === base)
}
