// What planning a batch costs: forty pieces of six groups, three tests for each, eight benches and a team that others use too.
import { planOf, SCHEMES } from '#shared/instruments/batch/schemes.ts'
import { busy, instrument, labTest, resource, worldOf } from '#shared/instruments/batch/world.fixture.ts'
import { quantile } from '../quantile.ts'

const [PLANS, WARM] = [60, 6]

/** Milliseconds from what was read to all three schemes; `batchPlanFirst`: the first of all, before anything is warm. `batchReads`: questions to the store before it. */
export const batchPlan = async (): Promise<{ batchReads: number; batchPlanP95: number; batchPlanFirst: number }> => {
  const names = ['卡尺', '天平', '压力表', '烘箱', '拉力机', '千分尺']
  const world = worldOf({
    resources: names.map((_, n) => resource(n, { afterMin: 15 })).concat(resource(7, { kind: 'team', lanes: 2 }), resource(8)),
    tests: names.flatMap((name, n) => [labTest(n, name, [[n, 90]]), labTest(10 + n, name, [[7, 60]], { prices: [{ urgency: 'normal', fen: 20000, days: 5 }] }), labTest(20 + n, name, [[8, 120]], { prices: [{ urgency: 'normal', fen: 8000, days: 5 }] })]),
    instruments: Array.from({ length: 40 }, (_, n) => instrument(n, { name: names[n % 6] })),
    busy: Array.from({ length: 160 }, (_, n) => busy(n, n % 9, 1, 8 + Math.floor(n / 9) * 24, 11 + Math.floor(n / 9) * 24)),
  })
  const batch = await world.read()
  const batchReads = world.asked()
  const times = Array.from({ length: PLANS }, () => {
    const began = performance.now()
    for (const scheme of SCHEMES) if (planOf(batch, scheme).placed.length !== 40) throw new Error(`${scheme} leaves pieces out`)
    return performance.now() - began
  })
  return { batchReads, batchPlanP95: quantile(times.slice(WARM), 0.95), batchPlanFirst: times[0] }
}
