// The one gate that every new time passes, by whichever command: hours, grid, closures, calibration and the limits.
import { type Result, fail, ok } from '#shared/lib/result.ts'
import type { CommandProblem, Stamp } from '#shared/sync/command.ts'
import type { Reads } from '#shared/sync/tx.ts'
import { type Booking, type BookingTables, OVERRIDABLE, type Overridable } from './booking.ts'
import { limitsPassed } from './limits.ts'
import { piecesOf, refusedTime, wantedIn } from './room.ts'
import type { Piece, Wanted } from './slots.ts'

type Shape = Pick<Booking, 'resources' | 'start' | 'end' | 'parts'>

/** `override`: staff's reason. `moving`: a booking whose own time, `own` its slots, counts as free. */
type Asking = { company: string; override?: { reason: string } | undefined; stamp: Stamp; moving?: { id: string; own: readonly string[] } }

/** What may be asked for, whoever has the time; with the override as it is kept, where a rule was passed over. */
export const giveTime = async (reads: Reads<BookingTables>, shape: Shape, { company, override, stamp, moving }: Asking): Promise<Result<{ pieces: Piece[]; wanted: Wanted[]; override?: Booking['override'] }, CommandProblem>> => {
  const { start } = shape
  const passed = new Set<Overridable>()
  let pieces = await piecesOf(reads, shape)
  // What is out of use gives no new time, to nobody and for no reason.
  if (!pieces || pieces.some(({ resource }) => resource.retired)) return fail({ code: 'not-found' })
  let wanted = await wantedIn(reads, pieces, start, start, moving?.own)
  let refused = refusedTime(wanted, start)
  if (override && refused?.code === 'resource-closed' && refused.byHours) {
    passed.add('resource-closed')
    pieces = pieces.map(piece => ({ ...piece, always: true }))
    wanted = wanted.map(one => ({ ...one, always: true }))
    refused = refusedTime(wanted, start)
  }
  if (refused) return fail(refused)
  const limits = await limitsPassed(reads, pieces, { company, start, now: stamp.now, ...(moving && { except: moving.id }) })
  if (limits.length > 0 && !override) return fail(limits[0])
  for (const { code } of limits) passed.add(code)
  return ok({ pieces, wanted, ...(override && passed.size > 0 && { override: { reason: override.reason, user: stamp.user, at: stamp.now, of: OVERRIDABLE.filter(code => passed.has(code)) } }) })
}
