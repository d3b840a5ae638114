// Which bookings rest on a line of a lab's scope, and which are of a test of its directory.
import type { Extension, ScopeRow } from '#shared/labs/lab.ts'
import { methodOf } from '#shared/labs/method.ts'
import { scopeAnswer } from '#shared/labs/scope.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { type BookedTest, type Booking, type BookingTables, OPEN_STATUSES } from './booking.ts'
import { dayOf } from './times.ts'

export type TestBooking = Booking & { test: BookedTest }
/** By the id of a line, and by that of a test. */
export type ScopeUses = { rows: ReadonlyMap<string, TestBooking[]>; tests: ReadonlyMap<string, TestBooking[]> }

/** Of a lab's tests and not ended, earliest first. */
export const openTestsOf = async (reads: Reads<BookingTables>, lab: string): Promise<TestBooking[]> => {
  const open: Booking[] = []
  for (const status of OPEN_STATUSES) open.push(...(await reads.listRange('bookings', 'status_start', [status, 0], [status, Number.MAX_SAFE_INTEGER])))
  return open.filter((one): one is TestBooking => one.test?.lab === lab).sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}

/** `rows`: those that stand. A booking counts where its answer says; if that line has ended, with the line that would answer now. */
export const scopeUses = (bookings: readonly TestBooking[], rows: readonly ScopeRow[]): ScopeUses => {
  const standing = new Set(rows.map(({ id }) => id))
  const uses = { rows: new Map<string, TestBooking[]>(), tests: new Map<string, TestBooking[]>() }
  for (const booking of bookings) {
    const { test: { id, scope: { evidence } } } = booking
    const row = evidence.row === null || standing.has(evidence.row) ? evidence.row : rowNow(booking, rows)
    add(uses.tests, id, booking)
    if (row !== null) add(uses.rows, row, booking)
  }
  return uses
}

/** What was asked for on the line that a booking rests on, or on the one that has taken its place; null = nothing. */
export const extensionOf = async (reads: Reads<BookingTables>, booking: Resting): Promise<Extension | null> => {
  const { lab, number, scope: { evidence } } = booking.test
  const named = evidence.row === null ? undefined : await reads.get('scope_rows', evidence.row)
  if (!named?.retired) return named?.extension ?? null
  const rows = (await reads.listBy('scope_rows', 'method', methodOf(number)?.method ?? number)).filter(row => row.lab === lab)
  const now = rowNow(booking, rows)
  return rows.find(({ id }) => id === now)?.extension ?? null
}

type Resting = { test: BookedTest } & Pick<Booking, 'start'>
const rowNow = ({ test: { object, parameter, number, range }, start }: Resting, rows: readonly ScopeRow[]): string | null => {
  const method = methodOf(number)
  return scopeAnswer(rows, { object, parameter, method: method?.method ?? number, edition: method?.edition ?? null, range }, dayOf(start)).evidence.row
}

const add = (to: Map<string, TestBooking[]>, key: string, booking: TestBooking): void => {
  const held = to.get(key)
  if (held) held.push(booking)
  else to.set(key, [booking])
}
