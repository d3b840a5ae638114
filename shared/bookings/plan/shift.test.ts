import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveProblemText } from '#shared/words/plan.ts'
import { planChain } from '../plan.ts'
import { MINUTE } from '../times.ts'
import { cases, isoOf } from './cases.fixture.ts'
import { type Args, faultsOf, minuteOf, type Planned } from './check.fixture.ts'
import { criticalPath, moveTest, slackOf } from './shift.ts'
import { inputOf, toldOf } from './solve.fixture.ts'

const at = (clock: string, day = '02'): string => `2026-11-${day}T${clock}:00+08:00`
const hours = [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }, { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:30' }]
const on = (resource: string) => [{ anyOf: [{ resource }] }]

/** Conditioning, then pull and wash, then a report that waits for both; a side job on a machine of its own. */
const chain: Args = {
  granule: 30, from: at('08:00'), until: at('18:00', '04'),
  resources: [{ id: 'room', hours }, { id: 'pull', after: 15, hours }, { id: 'wash', hours }, { id: 'desk', hours }, { id: 'side', hours }],
  tests: [
    { id: 'condition', minutes: 120, needs: on('room') },
    { id: 'pull', minutes: 60, needs: on('pull'), after: [{ test: 'condition' }] },
    { id: 'wash', minutes: 150, needs: on('wash'), after: [{ test: 'condition', gap: 30 }] },
    { id: 'report', minutes: 30, needs: on('desk'), after: [{ test: 'pull' }, { test: 'wash' }] },
    { id: 'side', minutes: 60, needs: on('side') },
  ],
}
const planOf = (args: Args) => {
  const input = inputOf(args)
  const plan = planChain(input)
  if (!plan.ok) throw new Error(plan.problem.code)
  return { input, plan: plan.value }
}
const ms = (iso: string): number => Date.parse(iso)

describe('a chain', () => {
  const { input, plan } = planOf(chain)

  it('has a critical path and slack beside it', () => {
    expect(plan.tests.map(({ start }) => isoOf(start / MINUTE).slice(11, 16))).toEqual(['08:30', '10:30', '13:30', '16:00', '08:30'])
    expect(criticalPath(input, plan.tests)).toEqual([{ test: 'condition', by: 'opening' }, { test: 'wash', by: 'after' }, { test: 'report', by: 'after' }])
    const slack = Object.fromEntries(slackOf(input, plan.tests).map(({ test, slack }) => [test, slack / MINUTE]))
    // The pull may wait until 15:00, an hour before the report; the side job ends by 16:30 too.
    expect(slack).toEqual({ condition: 0, pull: 270, wash: 0, report: 0, side: 420 })
  })

  it('is held by a shared machine, and by nothing where it is loose', () => {
    const shared = planOf({ ...chain, tests: [{ id: 'a', minutes: 60, needs: on('pull') }, { id: 'b', minutes: 60, needs: on('pull') }] })
    const [first, second] = shared.plan.tests[0].start < shared.plan.tests[1].start ? ['a', 'b'] : ['b', 'a']
    expect(criticalPath(shared.input, shared.plan.tests)).toEqual([{ test: first, by: 'opening' }, { test: second, by: 'shared' }])
    const later = moveTest(shared.input, shared.plan.tests, second, ms(at('15:00')))
    expect(later.ok && criticalPath(shared.input, later.value.tests)).toEqual([{ test: second, by: 'loose' }])
  })

  it('moves what waits for a step that moves, and nothing else', () => {
    const moved = moveTest(input, plan.tests, 'condition', ms(at('09:30')))
    expect(moved.ok && { ...moved.value, tests: moved.value.tests.map(({ start }) => isoOf(start / MINUTE).slice(11, 16)) }).toEqual({
      tests: ['09:30', '13:30', '13:30', '16:00', '08:30'], finish: ms(at('16:30')), moved: [{ test: 'condition', later: 60 * MINUTE }, { test: 'pull', later: 180 * MINUTE }],
    })
    const wash = moveTest(input, plan.tests, 'wash', ms(at('14:30')))
    expect(wash.ok && [wash.value.finish, wash.value.moved]).toEqual([ms(at('17:30')), [{ test: 'wash', later: 60 * MINUTE }, { test: 'report', later: 60 * MINUTE }]])
  })

  it.each([
    ['wash', at('12:00'), { code: 'closed', test: 'wash' }],
    ['wash', at('14:10'), { code: 'closed', test: 'wash' }],
    ['wash', at('08:30'), { code: 'waits', test: 'wash', for: 'condition' }],
    ['condition', at('14:00', '04'), { code: 'full', test: 'wash' }],
  ] as const)('says why %s can’t be at %s', (id, start, problem) => {
    expect(moveTest(input, plan.tests, id, ms(start))).toEqual({ ok: false, problem })
    for (const locale of ['zh', 'en'] as const) expect(moveProblemText(problem, locale)).toMatch(`“${problem.test}”`)
  })
})

describe('of random plans', () => {
  const each = (check: (args: Args, plan: ReturnType<typeof planOf>['plan'], told: Planned) => void): void =>
    fc.assert(
      fc.property(cases, args => {
        const input = inputOf(args)
        const plan = planChain(input)
        if (plan.ok) check(args, plan.value, { finish: isoOf(plan.value.finish / MINUTE), price: plan.value.price, tests: toldOf(plan.value.tests) })
      }),
      { numRuns: 200 },
    )

  it('slack is the last start that breaks nothing and leaves the finish', () =>
    each((args, plan, told) => {
      for (const [i, { slack }] of slackOf(inputOf(args), plan.tests).entries()) {
        const { minutes } = args.tests[i]
        const holds = (start: number): boolean => faultsOf(args, { ...told, tests: told.tests.map((one, j) => (j === i ? { ...one, start: isoOf(start), end: isoOf(start + minutes) } : one)) }).length === 0
        const lasts = Array.from({ length: minuteOf(told.finish) - minutes - minuteOf(told.tests[i].start) + 1 }, (_, m) => minuteOf(told.tests[i].start) + m)
        expect(lasts.filter(holds).at(-1)).toBe(minuteOf(told.tests[i].start) + slack / MINUTE)
      }
    }))

  it('the critical path ends with the finish and begins where nothing earlier is open, each waiting for the one before', () =>
    each((args, plan) => {
      const path = criticalPath(inputOf(args), plan.tests).map(held => ({ ...held, ...plan.tests.find(one => one.test === held.test)! }))
      expect(path.at(-1)!.end).toBe(plan.finish)
      expect(path[0].by).not.toBe('after')
      path.slice(1).forEach((held, i) => {
        expect(['after', 'shared']).toContain(held.by)
        expect(held.start).toBeGreaterThan(path[i].start)
        if (held.by === 'after') expect(args.tests.find(({ id }) => id === held.test)!.after!.map(({ test }) => test)).toContain(path[i].test)
      })
    }))

  it('a move breaks nothing, leaves no test earlier and tells all that moved', () => {
    let moves = 0
    each((args, plan, told) => {
      for (const [i, { test, start }] of plan.tests.entries()) {
        for (const later of [-10, 5, 10, 25]) {
          const moved = moveTest(inputOf(args), plan.tests, test, start + later * MINUTE)
          if (!moved.ok) continue
          moves++
          const { tests, finish } = moved.value
          expect(faultsOf(args, { ...told, finish: isoOf(finish / MINUTE), tests: toldOf(tests) })).toEqual([])
          expect(tests[i].start).toBe(start + later * MINUTE)
          expect(tests.every((one, j) => j === i || one.start >= plan.tests[j].start)).toBe(true)
          expect(moved.value.moved).toEqual(tests.flatMap((one, j) => (one.start === plan.tests[j].start ? [] : [{ test: one.test, later: one.start - plan.tests[j].start }])))
        }
      }
    })
    expect(moves).toBeGreaterThan(100)
  })
})
