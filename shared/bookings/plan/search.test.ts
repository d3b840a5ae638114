import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Args } from './check.fixture.ts'
import { earliest, type Model, modelOf, type Place, put, remove } from './model.ts'
import { search } from './search.ts'
import { isBetter, type Plan, planOf } from './serial.ts'
import { inputOf } from './solve.fixture.ts'

const fives = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map(n => n * 5)

/** Five tests, two or three machines with long buffers, long gaps, a day that is nearly always open: there is a plan, and much to leave out. */
const crowded: fc.Arbitrary<Args> = fc
  .record({
    granule: fc.constantFrom(5, 10, 30),
    machines: fc.array(fc.record({ capacity: fc.constantFrom(1, 1, 2), before: fives(0, 6), after: fives(0, 12), closed: fc.option(fives(0, 30)) }), { minLength: 2, maxLength: 3 }),
    pieces: fc.integer({ min: 1, max: 2 }),
    tests: fc.array(
      fc.record({
        minutes: fives(1, 10),
        needs: fc.array(fc.array(fc.record({ machine: fc.nat(2), price: fc.nat(9) }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 1 }),
        second: fc.option(fc.nat(2), { freq: 3 }),
        after: fc.option(fc.record({ test: fc.nat(), gap: fives(0, 20) }), { freq: 8 }),
        uses: fc.boolean(),
      }),
      { minLength: 5, maxLength: 5 },
    ),
  })
  .map(({ granule, machines, pieces, tests }) => {
    const clock = (at: number): string => `2026-11-02T${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00+08:00`
    const named = (machine: number): string => `m${machine % machines.length}`
    return {
      granule, from: clock(0), until: '2026-11-04T08:00:00+08:00', samples: [{ id: 's', pieces }],
      resources: machines.map(({ closed, ...machine }, i) => ({ ...machine, id: `m${i}`, hours: [{ days: [1, 2, 3], from: '00:00', to: '24:00' }], closed: closed === null ? [] : [{ start: clock(closed), end: clock(closed + 20) }] })),
      tests: tests.map(({ minutes, needs, second, after, uses }, i) => ({
        id: `t${i}`, minutes, uses: uses ? [{ sample: 's' }] : [],
        needs: [...needs.map(options => ({ anyOf: options.map(({ machine, price }) => ({ resource: named(machine), price })) })), ...(second === null ? [] : [{ anyOf: [{ resource: named(second) }] }])],
        after: after && i > 0 ? [{ test: `t${after.test % i}`, gap: after.gap }] : [],
      })),
    }
  })

/** Every order that the precedences allow, crossed with every choice, each test as early as it goes. */
const everyOrder = (model: Model): Plan | null => {
  const { steps } = model
  const places: (Place | undefined)[] = steps.map(() => undefined)
  let best: Plan | null = null
  const goOn = (left: number): void => {
    if (left === 0) {
      const plan = planOf(model, places as Place[])
      if (isBetter(plan, best)) best = plan
      return
    }
    steps.forEach((step, i) => {
      if (places[i] || step.after.some(({ step: j }) => !places[j])) return
      const ready = Math.max(model.from, ...step.after.map(({ step: j, gap }) => places[j]!.start + steps[j].length + gap))
      for (const choice of step.choices) {
        const place = { start: earliest(model, step, choice, ready), choice }
        if (place.start === Infinity || (best && place.start + step.length > best.finish)) continue
        places[i] = place
        put(step, place)
        goOn(left - 1)
        remove(step, place)
        places[i] = undefined
      }
    })
  }
  goOn(steps.length)
  return best
}

test('nothing that the search leaves out is better', () => {
  let plans = 0
  fc.assert(
    fc.property(crowded, args => {
      const model = modelOf(inputOf(args))
      const best = everyOrder(model)
      // Without the start that the rules give it, so that it has to find everything itself.
      const first = search(model, 'finish', null, Infinity).best
      expect(first?.finish).toBe(best?.finish)
      if (!best) return
      plans++
      expect(search(model, 'price', { ...best, price: Infinity }, Infinity).best!.price).toBe(best.price)
    }),
    { numRuns: 600 },
  )
  expect(plans).toBeGreaterThan(200)
})
