// Random chains of tests, small enough to be searched through.
import fc from 'fast-check'
import { isoTimeOf } from '../times.ts'
import { type Args, minuteOf } from './check.fixture.ts'

/** A moment as `2026-11-02T08:00:00+08:00`. */
export const isoOf = (minute: number): string => isoTimeOf(minute * 60_000)
const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const localOf = (minute: number): number => (minute + 480) % 1440
const weekdayOf = (minute: number): number => ((Math.floor((minute + 480) / 1440) + 3) % 7) + 1

/** The hours that open a span, in two parts that touch when midnight lies in it. */
const hoursOf = (from: number, to: number): { days: number[]; from: string; to: string }[] => {
  const midnight = from - localOf(from) + 1440
  if (to <= midnight) return [{ days: [weekdayOf(from)], from: clock(localOf(from)), to: clock(to === midnight ? 1440 : localOf(to)) }]
  return [...hoursOf(from, midnight), ...hoursOf(midnight, to)]
}

const fives = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map(n => n * 5)

/** So many tests in an hour or two, by day or over midnight, all in steps of five minutes. */
export const casesOf = (min: number, max: number): fc.Arbitrary<Args> => fc
  .record({ from: fc.constantFrom('2026-11-02T08:00:00+08:00', '2026-11-02T23:10:00+08:00', '2026-11-08T23:35:00+08:00').map(minuteOf), length: fives(12, 26), granule: fc.constantFrom(5, 10, 15, 25, 30) })
  .chain(({ from, length, granule }) => {
    const span = fc.tuple(fives(-4, length / 5 + 3), fives(1, 6)).map(([at, long]) => ({ start: from + at, end: from + at + long }))
    const isoSpan = span.map(({ start, end }) => ({ start: isoOf(start), end: isoOf(end) }))
    const wide = fc.tuple(fives(-2, 3), fives(14, 26)).map(([at, long]) => ({ start: from + at, end: from + at + long }))
    const resource = (id: string): fc.Arbitrary<NonNullable<Args['resources']>[number]> =>
      fc.record({
        id: fc.constant(id),
        capacity: fc.constantFrom(1, 1, 2),
        before: fives(0, 2),
        after: fives(0, 3),
        hours: fc.array(fc.oneof({ weight: 3, arbitrary: wide }, span), { minLength: 1, maxLength: 2 }).map(spans => spans.flatMap(({ start, end }) => hoursOf(start, end))),
        extra: fc.array(isoSpan, { maxLength: 1 }),
        closed: fc.array(isoSpan, { maxLength: 1 }),
        busy: fc.array(fc.tuple(isoSpan, fc.integer({ min: 1, max: 2 })).map(([one, units]) => ({ ...one, units })), { maxLength: 1 }),
      })
    const RESOURCES = ['a', 'b', 'c']
    const need = fc.record({ units: fc.constantFrom(1, 1, 1, 1, 1, 2), anyOf: fc.array(fc.record({ resource: fc.constantFrom(...RESOURCES), price: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 3 }) })
    const one = (i: number): fc.Arbitrary<Args['tests'][number]> =>
      fc.record({
        id: fc.constant(`t${i}`),
        minutes: fives(1, 6),
        needs: fc.oneof({ weight: 4, arbitrary: fc.array(need, { minLength: 1, maxLength: 1 }) }, fc.array(need, { maxLength: 2 })),
        after: i === 0 ? fc.constant([]) : fc.array(fc.record({ test: fc.integer({ min: 0, max: i - 1 }).map(j => `t${j}`), gap: fives(0, 3) }), { maxLength: 1 }),
        uses: fc.array(fc.record({ sample: fc.constantFrom('s', 'z'), pieces: fc.constantFrom(1, 1, 2) }), { maxLength: 1 }),
      })
    return fc.record({
      granule: fc.constant(granule),
      from: fc.constant(isoOf(from)),
      until: fc.constant(isoOf(from + length)),
      resources: fc.tuple(...RESOURCES.map(resource)),
      samples: fc.tuple(...['s', 'z'].map(id => fc.record({ id: fc.constant(id), pieces: fc.constantFrom(1, 2, 2, 3) }))),
      tests: fc.integer({ min, max }).chain(n => fc.tuple(...Array.from({ length: n }, (_, i) => one(i)))).chain(tests => fc.shuffledSubarray(tests, { minLength: tests.length })),
    })
  })

export const cases = casesOf(2, 4)
