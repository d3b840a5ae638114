// What a chain of tests is planned from, read from outside: one schema, then references and cycles.
import { z } from 'zod'
import { type BadArguments, badArguments } from '#shared/lib/bad-arguments.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import { DAY, readClock, readIsoTime } from '../times.ts'

z.config({ jitless: true })

/** Messages of own rules are keys of `shared/words/json-lines.ts`. */
const ruled = <T>(read: (text: string) => T | null, rule: string) =>
  z.string().transform((text, context) => {
    const value = read(text)
    if (value !== null) return value
    context.issues.push({ code: 'custom', message: rule, input: text })
    return z.NEVER
  })
const instant = ruled(readIsoTime, 'instant')
const clock = ruled(readClock, 'clock')

const id = z.string().min(1)
const count = z.int().min(1)
const minutes = z.int().min(0).default(0)

const opening = z.strictObject({ days: z.array(z.int().min(1).max(7)), from: clock, to: clock }).refine(({ from, to }) => from < to, { path: ['to'], error: 'after-from' })
const inOrder = ({ start, end }: { start: number; end: number }): boolean => start < end
const span = z.strictObject({ start: instant, end: instant }).refine(inOrder, { path: ['end'], error: 'after-start' })
const busy = z.strictObject({ start: instant, end: instant, units: count.default(1) }).refine(inOrder, { path: ['end'], error: 'after-start' })

const resource = z.strictObject({
  id,
  /** How many units at once. */
  capacity: count.default(1),
  /** Minutes that each use and each `busy` takes besides. */
  before: minutes,
  after: minutes,
  hours: z.array(opening).default([]),
  extra: z.array(span).default([]),
  closed: z.array(span).default([]),
  busy: z.array(busy).default([]),
})

/** `price` in fen, paid once, however many units and minutes. */
const option = z.strictObject({ resource: id, price: z.int().min(0).default(0) })

const need = z.strictObject({ units: count.default(1), anyOf: z.array(option) })

const test = z.strictObject({
  id,
  minutes: count,
  needs: z.array(need).default([]).refine(needs => needs.reduce((product, { anyOf }) => product * anyOf.length, 1) <= 10_000, { error: 'fewer-choices' }),
  after: z.array(z.strictObject({ test: id, gap: minutes })).default([]),
  uses: z.array(z.strictObject({ sample: id, pieces: count.default(1) })).default([]),
})

export const planInput = z
  .strictObject({
    /** Minutes; starts are its multiples since local midnight. */
    granule: z.int().min(1).max(1440),
    from: instant,
    until: instant,
    resources: z.array(resource).default([]),
    samples: z.array(z.strictObject({ id, pieces: count.default(1) })).default([]),
    tests: z.array(test).min(1),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'after-from' })
  .refine(({ from, until }) => until - from <= 3660 * DAY, { path: ['until'], error: 'within-ten-years' })

/** Instants are ms since 1970, times of day minutes since midnight, lengths minutes. */
export type PlanInput = z.output<typeof planInput>

export type InputProblem =
  | BadArguments
  | { code: 'unknown-reference'; path: string; kind: 'resource' | 'test' | 'sample'; id: string }
  /** Each waits for the one before it, the first for the last. */
  | { code: 'cycle'; path: string; tests: string[] }

/** Paths begin at `args`. */
export const readPlanInput = (args: unknown): Result<PlanInput, InputProblem> => {
  const read = planInput.safeParse(args)
  if (!read.success) return fail(badArguments(read.error, args, 'args'))
  const problem = twice(read.data) ?? unknown(read.data) ?? cycle(read.data)
  return problem ? fail(problem) : ok(read.data)
}

const twice = (input: PlanInput): InputProblem | null => {
  for (const list of ['resources', 'samples', 'tests'] as const) {
    const seen = new Set<string>()
    for (const [i, { id }] of input[list].entries()) {
      if (seen.has(id)) return { code: 'bad-arguments', path: `args.${list}[${i}].id`, fault: 'wrong', expected: 'unique' }
      seen.add(id)
    }
  }
  return null
}

const unknown = ({ resources, samples, tests }: PlanInput): InputProblem | null => {
  const known = { resource: idsOf(resources), sample: idsOf(samples), test: idsOf(tests) }
  for (const [i, { needs, after, uses }] of tests.entries()) {
    const named = [
      ...needs.flatMap(({ anyOf }, n) => anyOf.map(({ resource }, o) => ({ kind: 'resource' as const, id: resource, at: `needs[${n}].anyOf[${o}].resource` }))),
      ...after.map(({ test }, a) => ({ kind: 'test' as const, id: test, at: `after[${a}].test` })),
      ...uses.map(({ sample }, u) => ({ kind: 'sample' as const, id: sample, at: `uses[${u}].sample` })),
    ]
    const missing = named.find(({ kind, id }) => !known[kind].has(id))
    if (missing) return { code: 'unknown-reference', path: `args.tests[${i}].${missing.at}`, kind: missing.kind, id: missing.id }
  }
  return null
}

const idsOf = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id))

/** What is left when tests that wait for nothing are taken away again and again holds a cycle: from any of them, back along `after`, it closes. */
const cycle = ({ tests }: PlanInput): InputProblem | null => {
  const left = new Map(tests.map(test => [test.id, test]))
  const waitsFor = (id: string): string | undefined => left.get(id)?.after.find(({ test }) => left.has(test))?.test
  for (let before = Infinity; left.size < before;) {
    before = left.size
    for (const id of left.keys()) if (waitsFor(id) === undefined) left.delete(id)
  }
  const [start] = left.keys()
  if (start === undefined) return null
  const walked = [start]
  for (let next = waitsFor(start)!; ; next = waitsFor(next)!) {
    if (walked.includes(next)) {
      const round = walked.slice(walked.indexOf(next)).reverse()
      return { code: 'cycle', path: `args.tests[${tests.findIndex(({ id }) => id === round[0])}].after`, tests: round }
    }
    walked.push(next)
  }
}
