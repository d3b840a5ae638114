import { describe, expect, it, test } from 'vitest'
import { planProblemText } from '#shared/words/plan.ts'
import { planChain } from './plan.ts'
import { type Args, faultsOf } from './plan/check.fixture.ts'
import { readPlanInput } from './plan/input.ts'
import { inputOf, solve } from './plan/solve.fixture.ts'

type Resource = NonNullable<Args['resources']>[number]
type Test = Args['tests'][number]

/** 2026-11-02 is a Monday. */
const at = (clock: string, day = '02'): string => `2026-11-${day}T${clock}:00+08:00`
const span = (start: string, end: string) => ({ start: at(start), end: at(end) })
const open = (from: string, to: string) => [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }]
const one = (id: string, minutes: number, more: Partial<Test> = {}): Test => ({ id, minutes, needs: [{ anyOf: [{ resource: 'r' }] }], ...more })
const base = (resource: Partial<Resource>, tests: Test[], more: Partial<Args> = {}): Args => ({
  granule: 30, from: at('08:00'), until: at('18:00'), resources: [{ id: 'r', hours: open('08:00', '18:00'), ...resource }], tests, ...more,
})

/** Their times in order; null for no plan. */
const times = (args: Args): string[] | null => {
  const plan = solve(args)
  if (plan) expect([faultsOf(args, plan), plan.exact]).toEqual([[], true])
  return plan && plan.tests.map(({ start, end }) => `${start.slice(11, 16)}-${end.slice(11, 16)}`).sort()
}

describe('where a test may be', () => {
  test.each<[string, Args, string[] | null]>([
    ['no hours are never open', base({ hours: [] }, [one('a', 30)]), null],
    ['extra opens', base({ hours: [], extra: [span('09:00', '10:00')] }, [one('a', 60)]), ['09:00-10:00']],
    ['closed wins over extra', base({ hours: [], extra: [span('09:00', '11:00')], closed: [span('09:00', '09:30')] }, [one('a', 60)]), ['09:30-10:30']],
    ['closed ends where the next may start', base({ closed: [span('08:00', '08:30'), span('09:00', '18:00')] }, [one('a', 30)]), ['08:30-09:00']],
    ['spans that touch are one', base({ hours: open('08:00', '09:00'), extra: [span('09:00', '10:00')] }, [one('a', 120)]), ['08:00-10:00']],
    ['spans with a gap are two', base({ hours: open('08:00', '09:00'), extra: [span('09:05', '12:00')] }, [one('a', 90)]), ['09:30-11:00']],
    ['midnight lies inside', base({ hours: [...open('22:00', '24:00'), ...open('00:00', '02:00')] }, [one('a', 180)], { from: at('20:00'), until: at('04:00', '03') }), ['22:00-01:00']],
    ['24:00 as an end', base({ hours: open('23:00', '24:00') }, [one('a', 60)], { until: '2026-11-02T24:00:00+08:00' }), ['23:00-00:00']],
    ['days by weekday', base({ hours: [{ days: [2], from: '08:00', to: '09:00' }] }, [one('a', 60)], { until: at('18:00', '09') }), ['08:00-09:00']],
    ['the granule counts from midnight', base({}, [one('a', 30)], { granule: 50 }), ['08:20-08:50']],
    ['and anew each midnight', base({ hours: open('00:00', '24:00'), busy: [span('08:00', '23:50')] }, [one('a', 30)], { granule: 50, until: at('02:00', '03') }), ['00:00-00:30']],
    ['from and until bound the test', base({ hours: open('00:00', '24:00') }, [one('a', 60)], { from: at('08:10'), until: at('09:30') }), ['08:30-09:30']],
    ['one minute short', base({ hours: open('00:00', '24:00') }, [one('a', 60)], { from: at('08:10'), until: at('09:29') }), null],
    ['no need, no hours', base({ hours: [] }, [one('a', 30, { needs: [] })]), ['08:00-08:30']],
  ])('%s', (_, args, plan) => expect(times(args)).toEqual(plan))
})

describe('what is taken', () => {
  test.each<[string, Args, string[] | null]>([
    ['busy is half-open', base({ busy: [span('08:30', '09:00')] }, [one('a', 30), one('b', 30)]), ['08:00-08:30', '09:00-09:30']],
    ['buffers may lie outside opening time', base({ before: 120, after: 240, hours: open('09:00', '10:00') }, [one('a', 60)]), ['09:00-10:00']],
    ['buffers add up between neighbours', base({ before: 15, after: 20 }, [one('a', 30), one('b', 30)]), ['08:00-08:30', '09:30-10:00']],
    ['a busy has buffers as well', base({ before: 15, after: 20, busy: [span('09:00', '09:30')] }, [one('a', 30)]), ['10:30-11:00']],
    ['what is busy after until counts', base({ after: 30, busy: [span('09:00', '10:00')] }, [one('a', 60)], { until: at('09:00') }), null],
    ['and before from', base({ after: 30, busy: [span('07:00', '08:00')] }, [one('a', 60)]), ['08:30-09:30']],
    ['capacity', base({ capacity: 2 }, [one('a', 30), one('b', 30), one('c', 30)]), ['08:00-08:30', '08:00-08:30', '08:30-09:00']],
    ['units of a busy', base({ capacity: 3, busy: [{ ...span('08:00', '09:00'), units: 2 }] }, [one('a', 30, { needs: [{ units: 2, anyOf: [{ resource: 'r' }] }] })]), ['09:00-09:30']],
    ['buffers count against capacity', base({ capacity: 2, after: 30, busy: [span('08:00', '08:30')] }, [one('a', 30, { needs: [{ units: 2, anyOf: [{ resource: 'r' }] }] })]), ['09:00-09:30']],
    ['two needs on one resource', base({ capacity: 2 }, [one('a', 30, { needs: [{ anyOf: [{ resource: 'r' }] }, { anyOf: [{ resource: 'r' }] }] }), one('b', 30)]), ['08:00-08:30', '08:30-09:00']],
    ['more than there is', base({}, [one('a', 30, { needs: [{ units: 2, anyOf: [{ resource: 'r' }] }] })]), null],
    ['a sample in one place at a time', base({ capacity: 9, after: 60 }, [one('a', 30, { uses: [{ sample: 's' }] }), one('b', 30, { uses: [{ sample: 's' }] })], { samples: [{ id: 's' }] }), ['08:00-08:30', '08:30-09:00']],
    ['a sample in pieces', base({ capacity: 9 }, [one('a', 30, { uses: [{ sample: 's', pieces: 2 }] }), one('b', 30, { uses: [{ sample: 's' }] })], { samples: [{ id: 's', pieces: 3 }] }), ['08:00-08:30', '08:00-08:30']],
    ['a gap after the end', base({ capacity: 9 }, [one('b', 30, { after: [{ test: 'a', gap: 31 }] }), one('a', 30)]), ['08:00-08:30', '09:30-10:00']],
  ])('%s', (_, args, plan) => expect(times(args)).toEqual(plan))
})

describe('the best', () => {
  const two = (tests: Test[]): Args => base({}, tests, { resources: [{ id: 'r', hours: open('08:00', '18:00') }, { id: 'q', hours: open('09:00', '18:00') }] })
  const either = (r: number, q: number): Test['needs'] => [{ anyOf: [{ resource: 'r', price: r }, { resource: 'q', price: q }] }]

  it('ends early before it is cheap, and is cheap where that costs no time', () => {
    expect(solve(two([one('a', 60, { needs: either(900, 0) })]))).toMatchObject({ price: 900, finish: at('09:00') })
    // b ends at 10:00 on r; a may as well wait for the cheaper one then.
    expect(solve(two([one('a', 60, { needs: either(900, 1) }), one('b', 120, { needs: either(5, 5) })]))).toMatchObject({ price: 6, finish: at('10:00'), tests: [{ start: at('09:00'), resources: ['q'] }, { resources: ['r'] }] })
  })

  it('pays a need once, however many units and minutes', () =>
    expect(solve(base({ capacity: 4 }, [one('a', 600, { needs: [{ units: 3, anyOf: [{ resource: 'r', price: 700 }] }, { anyOf: [{ resource: 'r', price: 1 }] }] })]))).toMatchObject({ price: 701, tests: [{ resources: ['r', 'r'] }] }))

  it('takes the cheaper of two prices for the same', () =>
    expect(solve(base({}, [one('a', 30, { needs: [{ anyOf: [{ resource: 'r', price: 9 }, { resource: 'r', price: 8 }] }] })]))).toMatchObject({ price: 8 }))
})

describe('more than six', () => {
  const machines = ['x', 'y', 'z'].map(id => ({ id, after: 10, hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }, { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:30' }] }))
  const many = (n: number): Args => ({
    granule: 30, from: at('08:00'), until: at('18:00', '13'), resources: machines,
    tests: Array.from({ length: n }, (_, i) => ({ id: `t${i}`, minutes: 30 + (i % 4) * 35, needs: [{ anyOf: [{ resource: 'x', price: (i * 7) % 5 }, { resource: 'y', price: (i * 3) % 4 }, { resource: 'z', price: 2 }] }], after: i % 5 === 4 ? [{ test: `t${i - 2}`, gap: 20 }] : [] })),
  })

  it('is exact where the search closes, and else says that it isn’t', () => {
    const [some, lot] = [solve(many(7))!, solve(many(24), 20_000)!]
    expect(some).toMatchObject({ exact: true, method: 'branch-and-bound' })
    expect(lot).toMatchObject({ exact: false, method: 'local-search' })
    expect([faultsOf(many(7), some), faultsOf(many(24), lot)]).toEqual([[], []])
  })

  it('is the same in every run', () => expect(solve(many(24), 5_000)).toEqual(solve(many(24), 5_000)))
})

describe('what can’t be planned', () => {
  const refused = (args: unknown) => {
    const input = readPlanInput(args)
    return input.ok ? null : input.problem
  }
  const good = base({}, [one('a', 30)])
  const withTest = (test: object): object => ({ ...good, tests: [{ ...good.tests[0], ...test }] })
  const withResource = (resource: object): object => ({ ...good, resources: [{ ...good.resources![0], ...resource }] })

  test.each<[unknown, string, string]>([
    [undefined, 'missing', 'args'],
    [[], 'wrong', 'args'],
    [{ ...good, granule: undefined }, 'missing', 'args.granule'],
    [{ ...good, granule: 0 }, 'wrong', 'args.granule'],
    [{ ...good, granule: 7.5 }, 'wrong', 'args.granule'],
    [{ ...good, from: '2026-11-02T08:00:00Z' }, 'wrong', 'args.from'],
    [{ ...good, from: '2026-11-31T08:00:00+08:00' }, 'wrong', 'args.from'],
    [{ ...good, until: good.from }, 'wrong', 'args.until'],
    [{ ...good, until: at('08:00').replace('2026', '2126') }, 'wrong', 'args.until'],
    [{ ...good, tests: [] }, 'wrong', 'args.tests'],
    [{ ...good, colour: 1 }, 'unknown', 'args.colour'],
    [withTest({ minutes: '30' }), 'wrong', 'args.tests[0].minutes'],
    [withTest({ minutes: 0 }), 'wrong', 'args.tests[0].minutes'],
    [withTest({ needs: [{ anyOf: [{ resource: 'r', price: -1 }] }] }), 'wrong', 'args.tests[0].needs[0].anyOf[0].price'],
    [withTest({ needs: [{ anyOf: [{ resource: 'r', cost: 1 }] }] }), 'unknown', 'args.tests[0].needs[0].anyOf[0].cost'],
    [withTest({ needs: Array(5).fill({ anyOf: Array(7).fill({ resource: 'r' }) }) }), 'wrong', 'args.tests[0].needs'],
    [withResource({ hours: [{ days: [0], from: '08:00', to: '09:00' }] }), 'wrong', 'args.resources[0].hours[0].days[0]'],
    [withResource({ hours: [{ days: [1], from: '08:00', to: '24:30' }] }), 'wrong', 'args.resources[0].hours[0].to'],
    [withResource({ hours: [{ days: [1], from: '10:00', to: '10:00' }] }), 'wrong', 'args.resources[0].hours[0].to'],
    [withResource({ busy: [span('10:00', '09:00')] }), 'wrong', 'args.resources[0].busy[0].end'],
    [{ ...good, tests: [...good.tests, ...good.tests] }, 'wrong', 'args.tests[1].id'],
  ])('%#: %s at %s', (args, fault, path) => {
    const problem = refused(args)
    expect(problem).toMatchObject({ code: 'bad-arguments', fault, path })
    for (const lang of ['zh', 'en'] as const) expect(planProblemText(problem!, lang)).toMatch(path)
    expect(planProblemText(problem!, 'zh')).not.toMatch(/invalid|input|为…/i)
  })

  it.each([
    [withTest({ needs: [{ anyOf: [{ resource: 'r' }, { resource: 'q' }] }] }), 'args.tests[0].needs[0].anyOf[1].resource', 'resource', 'q'],
    [withTest({ after: [{ test: 'b' }] }), 'args.tests[0].after[0].test', 'test', 'b'],
    [withTest({ uses: [{ sample: 's' }] }), 'args.tests[0].uses[0].sample', 'sample', 's'],
  ])('%#: an unknown reference at %s', (args, path, kind, id) => expect(refused(args)).toEqual({ code: 'unknown-reference', path, kind, id }))

  it('names a cycle, and no test outside it', () => {
    const tests = [one('a', 30, { after: [{ test: 'b' }] }), one('b', 30, { after: [{ test: 'd' }] }), one('c', 30), one('d', 30, { after: [{ test: 'c' }, { test: 'b' }] })]
    const problem = refused({ ...good, tests })
    expect(problem).toEqual({ code: 'cycle', path: 'args.tests[3].after', tests: ['d', 'b'] })
    expect(planProblemText(problem!, 'en')).toMatch('d → b → d')
    expect(refused(withTest({ after: [{ test: 'a' }] }))).toEqual({ code: 'cycle', path: 'args.tests[0].after', tests: ['a'] })
  })

  it('tells a test that finds no time from tests that find none together', () => {
    expect(planChain(inputOf(base({}, [one('a', 30), one('b', 601)])))).toEqual({ ok: false, problem: { code: 'no-plan', test: 'b', proven: true } })
    expect(planChain(inputOf(base({}, [one('a', 300), one('b', 301)])))).toEqual({ ok: false, problem: { code: 'no-plan', test: null, proven: true } })
    const full = base({}, Array.from({ length: 12 }, (_, i) => one(`t${i}`, 51)))
    expect(planChain(inputOf(full), 100)).toEqual({ ok: false, problem: { code: 'no-plan', test: null, proven: false } })
  })
})
