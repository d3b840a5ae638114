import { newId } from '../../renderer/db/new-id.ts'
import type { DeskWork } from './desk-work.ts'
import { certificate, drafted, type Wanted, type World } from './wishes.ts'

const DAY = 24 * 3600_000
/** One that can't be verified: a verified one would make aliases of its companies by itself. */
const CODE = '未核验'

/** A company with two pieces, two resources, one of which the lab approves and measures with an instrument of its own, a test that takes both, and an indicator set: by the first desk's commands. */
export const makeWorld = async (desk: DeskWork, complex: string): Promise<World> => {
  const [company, lab, test, own] = [newId(), newId(), newId(), newId()]
  const [resources, pieces] = [[newId(), newId()], [newId(), newId()]]
  const set = { id: newId(), indicator: newId(), reference: newId() }
  const hours = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 }))
  const instrument = { complex, number: 'KC-1', name: '卡尺', model: null, range: null, accuracy: null, location: null, keeper: null, kind: 'calibration', months: 12, label: 'due', advanceDays: 30, mpe: null, unit: null }
  const first: Wanted[] = [
    { name: 'companies.register', args: { complex, id: company, name: '甲织造', uscc: CODE, address: null, contact: null, phone: null } },
    { name: 'labs.add', args: { complex, id: lab, name: '甲检测中心', address: null, opening: null, contact: null, example: false } },
    ...resources.map((id, n): Wanted => ({ name: 'resources.add', args: { complex, id, name: `拉力机 ${n + 1}`, lanes: 1 + n, approval: n === 1, open: true, hours, granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 120 } })),
    { name: 'labs.addTest', args: { complex, id: test, lab, object: '纺织品', parameter: '断裂强力', number: 'GB/T 3923.1-2013', range: null, parts: resources.map(resource => ({ resource, minutes: 60, after: { least: 0, most: null } })), sample: null, prices: [] } },
    ...pieces.map((id): Wanted => ({ name: 'instruments.add', args: { ...instrument, id, company, resource: null } })),
    { name: 'instruments.add', args: { ...instrument, id: own, company: null, resource: resources[1] } },
    certificate({ complex, pieces: [], own }),
    { name: 'sets.draft', args: drafted(complex, set) },
  ]
  for (const wanted of first) await desk.give(wanted)
  if ((await desk.drain(20_000)) > 0) throw new Error('the hub does not take the first commands')
  return { complex, company, code: CODE, resources, test, pieces, own, set, from: Math.ceil(Date.now() / DAY) * DAY + DAY }
}
