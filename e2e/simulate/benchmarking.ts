// Indicator sets drafted, edited and published, benchmarks begun and filled, gaps acted on.
import type { Benchmark, IndicatorSet } from '#shared/benchmarks/benchmark.ts'
import type { Random } from '#shared/standards/index/random-catalogue.ts'
import { type Desire, given, rowsOf } from './desire.ts'
import type { SimDesk } from './sim.ts'
import { COMPANIES } from './world.ts'

const setsOf = (desk: SimDesk, random: Random): IndicatorSet | undefined => random.pick<IndicatorSet | undefined>(rowsOf(desk, 'indicator_sets'))
const change = (old: unknown, to: unknown, id: () => string): object => ({ old, new: to, conflict: id() })

/** A first edition, or the next one of a set that is there. */
export const draftSet: Desire = (desk, random, id) => {
  const base = random.chance(0.5) ? setsOf(desk, random) : undefined
  if (base) {
    const { family, name, source, references, indicators, limits } = base
    return given('sets.draft', { id: id(), family, base: base.id, example: false, name, source, references, indicators, limits }, 'indicator_sets')
  }
  const [set, reference, indicators] = [id(), id(), [id(), id()]]
  return given('sets.draft', {
    id: set, family: set, base: null, example: false, name: '针织 T 恤', source: null, references: [{ id: reference, kind: 'national', number: 'GB 18401-2010', clause: 'B 类', name: null, left: null }],
    indicators: indicators.map(one => ({ id: one, name: '甲醛含量', nameEn: null, unit: 'mg/kg', method: null, direction: 'max', kind: 'core' })),
    limits: Object.fromEntries(indicators.map(one => [`${one}/${reference}`, limitOf('≤75')])),
  }, 'indicator_sets')
}
const limitOf = (text: string) => ({ text, clause: null, method: null, comparison: 'full', rule: 'simple' })

export const setStep: Desire = (desk, random, id) => {
  const set = setsOf(desk, random)
  if (!set) return null
  const what = random.below(10)
  if (what < 3) return given('sets.publish', { id: set.id })
  if (what < 4) return given('sets.end', { id: set.id })
  if (what < 6) return given('sets.patch', { id: set.id, fields: { name: change(set.name, `针织 ${random.below(4)}`, id) } })
  const key = random.pick(set.indicators.flatMap(one => set.references.map(reference => `${one.id}/${reference.id}`)))
  return given('sets.setLimits', { id: set.id, fields: { [key]: change(set.limits[key] ?? null, random.chance(0.2) ? null : limitOf(random.pick(['≤75', '≤50', '见附表'])), id) } })
}

/** Begun, filled, changed, ended. A company's own desk does it for its own. */
export const benchmarkOf: Desire = (desk, random, id) => {
  const held = random.chance(0.7) ? random.pick<Benchmark | undefined>(rowsOf(desk, 'benchmarks')) : undefined
  const set = held ? rowsOf(desk, 'indicator_sets').find(one => one.id === held.set) : random.pick<IndicatorSet | undefined>(rowsOf(desk, 'indicator_sets').filter(({ state }) => state !== 'draft' || random.chance(0.05)))
  if (!set) return null
  if (!held) {
    const company = desk.person.membership.company ?? random.pick(COMPANIES)
    const before = rowsOf(desk, 'benchmarks').find(one => one.company === company && random.chance(0.3))
    return given('benchmarks.begin', { id: id(), company, product: '针织 T 恤', kind: 'standards', set: set.id, aim: null, before: before?.id ?? null, values: before?.values ?? {} }, 'benchmarks')
  }
  if (random.chance(0.2)) return given('benchmarks.patch', { id: held.id, fields: random.chance(0.3) ? { ended: change(held.ended, !held.ended, id) } : { product: change(held.product, `T 恤 ${random.below(4)}`, id) } })
  const { id: indicator } = random.pick(set.indicators)
  const value = random.chance(0.2) ? null : { text: String(random.below(90)), unit: null, U: random.pick([null, '5']), k: '2', method: null, report: null }
  return given('benchmarks.setValues', { id: held.id, fields: { [indicator]: change(held.values[indicator] ?? null, value, id) } })
}

export const actOnGap: Desire = (desk, random, id) => {
  const row = random.chance(0.5) ? random.pick(rowsOf(desk, 'gap_actions')) : undefined
  if (row) return given('actions.patch', { id: row.id, fields: random.chance(0.5) ? { state: change(row.state, random.pick(['open', 'done', 'dropped']), id) } : { who: change(row.who, `第 ${random.below(4)} 组`, id) } })
  const of = random.pick<Benchmark | undefined>(rowsOf(desk, 'benchmarks'))
  const indicator = of && Object.keys(of.values)[0]
  return of && indicator ? given('actions.add', { id: id(), benchmark: of.id, indicator, reference: null, what: '复测', who: null, due: '2026-12-01', means: null }, 'gap_actions') : null
}
