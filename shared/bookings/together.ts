import type { Instant } from './booking.ts'
import type { Span } from './calendar.ts'
import { meets, occupied, type Wanted } from './slots.ts'

type Whole = { wanted: readonly Wanted[]; start: Instant }
type Piece = Span & { whole: number; part: number; of: Wanted }

/** How many seats are tried before it is given up: which lanes stay free for whom is a hard question only where many overlap. */
const TRIES = 20_000

/** A lane of each piece of each whole, so that all of them have room beside one another; null where they have not. Hours are not asked. */
export const lanesForAll = (wholes: readonly Whole[]): number[][] | null => {
  const pieces = wholes.flatMap(({ wanted, start }, whole) => wanted.map((of, part): Piece => ({ whole, part, of, ...occupied(of.resource, start + of.after, start + of.after + of.length) }))).sort((a, b) => a.from - b.from)
  const lanes = wholes.map(({ wanted }) => wanted.map(() => 0))
  let tries = 0
  const seat = (i: number): boolean => {
    if (i === pieces.length) return true
    const { of: { resource, taken }, whole, part, from, to } = pieces[i]
    if (meets(taken[0], { from, to })) return false
    for (let lane = 1; lane <= resource.lanes && tries < TRIES; lane++) {
      tries++
      if (meets(taken[lane], { from, to }) || pieces.slice(0, i).some(one => one.of.resource.id === resource.id && lanes[one.whole][one.part] === lane && one.from < to && one.to > from)) continue
      lanes[whole][part] = lane
      if (seat(i + 1)) return true
    }
    return false
  }
  return seat(0) ? lanes : null
}
