import { Readable } from 'node:stream'
import { afterEach, expect, it, vi } from 'vitest'
import { planCommand } from './plan.ts'

afterEach(() => void vi.restoreAllMocks())

const run = async (input: string, ...args: string[]): Promise<{ code: number; out: Record<string, unknown>[]; err: string }> => {
  let out = ''
  let err = ''
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(input)]) as never)
  vi.spyOn(process.stdout, 'write').mockImplementation(text => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => ((err += String(text)), true))
  const code = await planCommand.run(args)
  vi.restoreAllMocks()
  return { code, out: out.split('\n').filter(Boolean).map(line => JSON.parse(line) as Record<string, unknown>), err }
}

const args = {
  granule: 30, from: '2026-11-02T08:00:00+08:00', until: '2026-11-06T18:00:00+08:00',
  resources: [{ id: '拉力机', after: 15, hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }] }],
  samples: [{ id: 's', pieces: null }],
  tests: [
    { id: 'b', minutes: 90, needs: [{ anyOf: [{ resource: '拉力机', price: 8000 }] }], after: [{ test: 'a', gap: 60 }], uses: [{ sample: 's' }] },
    { id: 'a', minutes: 60, needs: [{ anyOf: [{ resource: '拉力机' }] }] },
  ],
}
const line = (id: string, more: object = {}): string => JSON.stringify({ id, args: { ...args, ...more } })

it('answers a plan a line, with times in the zone of the complexes', async () => {
  const { code, out, err } = await run(`${line('x')}\n\n${line('y', { until: '2026-11-02T12:00:00+08:00' })}\n${line('z', { until: '2026-11-02T11:00:00+08:00' })}\n{`, '--stdin')
  expect([code, err]).toEqual([0, ''])
  const tests = [
    { test: 'b', start: '2026-11-02T10:30:00+08:00', end: '2026-11-02T12:00:00+08:00', resources: ['拉力机'] },
    { test: 'a', start: '2026-11-02T08:30:00+08:00', end: '2026-11-02T09:30:00+08:00', resources: ['拉力机'] },
  ]
  const value = { finish: '2026-11-02T12:00:00+08:00', price: 8000, tests, exact: true, method: 'branch-and-bound' }
  expect(out).toEqual([
    { id: 'x', ok: true, value }, { id: 'y', ok: true, value },
    { id: 'z', ok: false, problem: { code: 'no-plan', message: '每项试验单独都有时段，合在一起排不下。请放宽时间，或增加资源、样品。' } },
    { id: null, ok: false, problem: { code: 'bad-json', message: expect.any(String) as string } },
  ])
})

it.each<[string, string, string | undefined, RegExp]>([
  [line('x', { until: '2026-11-01' }), 'bad-arguments', 'args.until', /args\.until is wrong.*\+08:00/],
  [line('x', { colour: 'red' }), 'bad-arguments', 'args.colour', /not known/],
  ['{"id":"x"}', 'bad-arguments', 'args', /args is missing/],
  ['{"id":"x","fn":"plan","args":{}}', 'bad-arguments', 'fn', /fn is not known/],
  [line('x', { resources: [] }), 'unknown-reference', 'args.tests[0].needs[0].anyOf[0].resource', /“拉力机”.*Add it/],
  [line('x', { tests: [{ ...args.tests[1], after: [{ test: 'a' }] }] }), 'cycle', 'args.tests[0].after', /a → a/],
  [line('x', { tests: [{ ...args.tests[1], minutes: 400 }] }), 'no-plan', undefined, /“a” finds no time/],
])('%s is %s', async (input, code, path, message) => {
  const { out } = await run(input, '--stdin', '--lang', 'en')
  expect(out).toEqual([{ id: 'x', ok: false, problem: { code, message: expect.stringMatching(message) as string, ...(path !== undefined && { path }) } }])
})

it.each([[], ['--stdin', '--lang', 'fr'], ['--stdin', 'x']])('%j is wrong usage', async (...words) => {
  const { code, out, err } = await run('', ...(words as string[]))
  expect([code, out]).toEqual([2, []])
  expect(err).toMatch(/^pinli plan: .*\n {2}pinli plan --stdin/)
})
