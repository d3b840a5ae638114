// A chain as the band below the board draws it: from a plan, or from bookings that were made as one.
import type { Booking, Instant } from '#shared/bookings/booking.ts'
import type { Chain } from '#shared/bookings/chain.ts'

/** `mark`: its number on the critical path, or a letter. `row`: 0 = the critical path. `slack`: ms after its end. `state`: how far it has come. */
export type BandStep = { id: string; mark: string; critical: boolean; row: number; title: string; start: Instant; end: Instant; slack: number; after: string[]; state: 'planned' | 'taken' | 'booked'; resources: string[] }

type Step = Omit<BandStep, 'mark' | 'row'>

/** `stateOf`: by the id of the step. */
export const bandOf = ({ steps }: Chain, stateOf: (id: string) => BandStep['state']): BandStep[] =>
  marked(steps.map(({ id, test, start, end, slack, critical, after, parts }) => ({ id, title: test.parameter, start, end, slack, critical, after, state: stateOf(id), resources: parts.map(({ resource }) => resource) })))

/** Those of one batch. The path is followed back from the last end, over what ended last before; what ends before its follower begins has that much room. */
export const bandOfBookings = (bookings: readonly Booking[]): BandStep[] => {
  const finish = Math.max(...bookings.map(({ end }) => end))
  const path = new Set<string>()
  for (let at: Booking | undefined = bookings.find(({ end }) => end === finish); at; ) {
    path.add(at.id)
    const before: string[] = at.after ?? []
    at = bookings.filter(({ id }) => before.includes(id) && !path.has(id)).sort((a, b) => b.end - a.end).at(0)
  }
  return marked(bookings.map(({ id, test, purpose, start, end, after = [], resources }) => {
    const next = bookings.filter(one => one.after?.includes(id)).map(one => one.start)
    const slack = Math.min(finish, ...next) - end
    return { id, title: test?.parameter ?? purpose, start, end, slack, critical: slack === 0 || path.has(id), after, state: 'booked' as const, resources }
  }).sort((a, b) => a.start - b.start || a.end - b.end))
}

/** Numbers for what is critical, letters for the rest; each in the first row where it overlaps nothing, its room to move included. */
const marked = (steps: readonly Step[]): BandStep[] => {
  const rows: Instant[] = [0]
  let [number, letter] = [0, 0]
  return steps.map(step => {
    let row = step.critical ? 0 : 1
    while ((rows[row] ?? 0) > step.start) row++
    rows[row] = step.end + (step.critical ? 0 : step.slack)
    return { ...step, mark: step.critical ? String(++number) : 'abcdefghijkl'[letter++], row }
  })
}
