import { beforeEach, describe, expect, test } from 'vitest'
import { type Benchmark, type GapAction, type IndicatorSet, limitKey } from '#shared/benchmarks/benchmark.ts'
import { commandHub, type CommandHub, COMPANY_A, COMPANY_B, uuid } from '../bookings/command-hub.fixture.ts'

let hub: CommandHub
beforeEach(async () => { hub = await commandHub() })

const [SET, FORMALDEHYDE, PH, NATIONAL, TARGET, RUN] = [50, 51, 52, 53, 54, 60].map(uuid) as [string, string, string, string, string, string]
const limit = (text: string) => ({ text, clause: null, method: null, comparison: 'full' as const, rule: 'simple' as const })
const draft = (more: object = {}) => ({
  id: SET, family: SET, base: null, example: false, name: '针织 T 恤', source: null,
  references: [{ id: NATIONAL, kind: 'national', number: 'GB 18401-2010', clause: 'B 类', name: null, left: null }, { id: TARGET, kind: 'target', number: null, clause: null, name: '自定 2027', left: null }],
  indicators: [{ id: FORMALDEHYDE, name: '甲醛含量', nameEn: null, unit: 'mg/kg', method: 'GB/T 2912.1', direction: 'max', kind: 'basic' }, { id: PH, name: 'pH 值', nameEn: null, unit: '', method: 'GB/T 7573', direction: 'range', kind: 'basic' }],
  limits: { [limitKey(FORMALDEHYDE, NATIONAL)]: limit('≤75'), [limitKey(PH, NATIONAL)]: limit('4.0～8.5') },
  ...more,
})
const change = (old: unknown, to: unknown, conflict = 900) => ({ old, new: to, conflict: uuid(conflict) })
const setOf = (id: string) => hub.rows<IndicatorSet>('indicator_sets').find(row => row.id === id)!
const give = (name: string, args: object, who: Parameters<CommandHub['give']>[0] = 'front') => hub.give(who, name, args)

describe('an edition of a set', () => {
  test('is drafted, edited, published; the next one takes its place and counts on', async () => {
    expect(await give('sets.draft', draft())).toMatchObject({ outcome: 'applied', facts: { edition: 1 } })
    const key = limitKey(FORMALDEHYDE, TARGET)
    expect(await give('sets.setLimits', { id: SET, fields: { [key]: change(null, limit('≤18')) } })).toMatchObject({ outcome: 'applied' })
    expect(await give('sets.publish', { id: SET })).toMatchObject({ outcome: 'applied' })
    expect(await give('sets.setLimits', { id: SET, fields: { [key]: change(limit('≤18'), null) } })).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
    const { limits } = setOf(SET)
    expect(limits[key]).toEqual(limit('≤18'))
    expect(await give('sets.draft', draft({ id: uuid(70), base: SET, limits }))).toMatchObject({ facts: { edition: 2 } })
    expect(await give('sets.publish', { id: uuid(70) })).toMatchObject({ outcome: 'applied' })
    expect([setOf(SET).state, setOf(uuid(70)).state, setOf(uuid(70)).edition]).toEqual(['ended', 'used', 2])
  })

  test('a draft keeps what can’t be read, publishing names it', async () => {
    await give('sets.draft', draft())
    const [key, other] = [limitKey(PH, TARGET), limitKey(FORMALDEHYDE, TARGET)]
    await give('sets.setLimits', { id: SET, fields: { [key]: change(null, limit('≤7')), [other]: change(null, limit('1,5')) } })
    expect(await give('sets.publish', { id: SET })).toMatchObject({ outcome: 'rejected', code: 'validation', facts: { limits: [other, key] } })
    await give('sets.setLimits', { id: SET, fields: { [key]: change(limit('≤7'), null), [other]: change(limit('1,5'), limit('1.5'), 901) } })
    expect(setOf(SET).limits).not.toHaveProperty([key])
    expect(await give('sets.publish', { id: SET })).toMatchObject({ outcome: 'applied' })
  })

  test('two who change one limit keep both values, others of the same command are set', async () => {
    await give('sets.draft', draft())
    const [key, other] = [limitKey(FORMALDEHYDE, NATIONAL), limitKey(FORMALDEHYDE, TARGET)]
    await give('sets.setLimits', { id: SET, fields: { [key]: change(limit('≤75'), limit('≤50')) } })
    expect(await give('sets.setLimits', { id: SET, fields: { [key]: change(limit('≤75'), limit('≤20'), 902), [other]: change(null, limit('≤18')) } }, 'lab')).toMatchObject({ outcome: 'conflict', code: 'stale-field', facts: { fields: [key] } })
    expect([setOf(SET).limits[key], setOf(SET).limits[other]]).toEqual([limit('≤50'), limit('≤18')])
    expect(hub.rows<{ kept: unknown; offered: unknown }>('field_conflicts').map(({ kept, offered }) => [kept, offered])).toEqual([[limit('≤50'), limit('≤20')]])
  })

  test.each([
    ['a next one of a set that is not there', { id: uuid(70), base: uuid(71) }, 'not-found'],
    ['a next one of another family', { id: uuid(70), family: uuid(72), base: SET }, 'not-found'],
    ['a first one that names another family', { id: uuid(70) }, 'validation'],
  ])('%s: refused', async (_, more, code) => {
    await give('sets.draft', draft())
    expect(await give('sets.draft', draft(more))).toMatchObject({ outcome: 'rejected', code })
  })

  test('companies see sets and write none', async () => {
    expect(await give('sets.draft', draft(), 'a')).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
  })
})

describe('a benchmark', () => {
  const begin = (who: 'front' | 'a' | 'b', more: object = {}) => give('benchmarks.begin', { id: RUN, company: COMPANY_A, product: '针织 T 恤', kind: 'standards', set: SET, aim: NATIONAL, before: null, values: {}, ...more }, who)
  const value = (text: string) => ({ text, unit: null, U: '5', k: '2', method: null, report: { number: 'KQ-1', lab: null, day: '2026-09-30' } })
  const runOf = (id = RUN) => hub.rows<Benchmark>('benchmarks').find(row => row.id === id)!
  beforeEach(async () => {
    await give('sets.draft', draft())
    await give('sets.publish', { id: SET })
  })

  test('is begun by the company itself, filled, followed by a second run that starts with its values', async () => {
    expect(await begin('a')).toMatchObject({ outcome: 'applied' })
    expect(await give('benchmarks.setValues', { id: RUN, fields: { [FORMALDEHYDE]: change(null, value('24')) } }, 'a')).toMatchObject({ outcome: 'applied' })
    await give('benchmarks.patch', { id: RUN, fields: { ended: change(false, true) } })
    expect(await give('benchmarks.patch', { id: RUN, fields: { product: change('针织 T 恤', '毛衫') } })).toMatchObject({ code: 'bad-state' })
    expect(await give('benchmarks.setValues', { id: RUN, fields: { [PH]: change(null, value('6.8')) } })).toMatchObject({ code: 'bad-state' })
    expect(await begin('a', { id: uuid(61), before: RUN, values: runOf().values })).toMatchObject({ outcome: 'applied' })
    expect(runOf(uuid(61)).values[FORMALDEHYDE].text).toBe('24')
  })

  test('is held against a published edition, by a reference of its own', async () => {
    await give('sets.draft', draft({ id: uuid(70), base: SET }))
    expect(await begin('a', { set: uuid(70) })).toMatchObject({ outcome: 'rejected', code: 'bad-state' })
    expect(await begin('a', { aim: uuid(98) })).toMatchObject({ outcome: 'rejected', code: 'validation' })
  })

  test('is another company’s secret', async () => {
    expect(await begin('b')).toMatchObject({ outcome: 'rejected', code: 'not-found' })
    await begin('a')
    expect(await begin('b', { id: uuid(61), company: COMPANY_B, before: RUN })).toMatchObject({ code: 'not-found' })
    expect(await give('benchmarks.setValues', { id: RUN, fields: {} }, 'b')).toMatchObject({ code: 'not-found' })
    expect(await give('actions.add', { id: uuid(80), benchmark: RUN, indicator: PH, reference: null, what: '复测', who: null, due: null, means: null }, 'b')).toMatchObject({ code: 'not-found' })
  })

  test('its gaps are acted on, whoever began it', async () => {
    await begin('front')
    const action = { id: uuid(80), benchmark: RUN, indicator: FORMALDEHYDE, reference: TARGET, what: '换无甲醛固色剂', who: '染整车间', due: '2026-12-31', means: 'GB/T 2912.1 复测' }
    expect(await give('actions.add', action, 'a')).toMatchObject({ outcome: 'applied' })
    expect(await give('actions.patch', { id: action.id, fields: { state: change('open', 'done'), note: change(null, '复测 16 mg/kg') } })).toMatchObject({ outcome: 'applied' })
    expect(hub.rows<GapAction>('gap_actions')).toMatchObject([{ company: COMPANY_A, state: 'done', note: '复测 16 mg/kg' }])
  })

  test.each([['a set that is not there', { set: uuid(99) }], ['a run before that is not there', { before: uuid(99) }], ['a company that is not there', { company: uuid(99) }]])('%s: not found', async (_, more) =>
    expect(await begin('front', more)).toMatchObject({ outcome: 'rejected', code: 'not-found' }))
})
