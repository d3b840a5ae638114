import { newId } from '../../renderer/db/new-id.ts'
import type { DeskWork } from './desk-work.ts'
import type { Wanted, World } from './wishes.ts'

const DAY = 24 * 3600_000

/** A company and two instruments, one of which the lab approves: by the first desk's commands. */
export const makeWorld = async (desk: DeskWork, complex: string): Promise<World> => {
  const company = newId()
  const resources = [newId(), newId()]
  const hours = [1, 2, 3, 4, 5, 6, 7].map(day => ({ day, from: 0, to: 1440 }))
  const first: Wanted[] = [
    { name: 'companies.register', args: { complex, id: company, name: '甲织造', uscc: null, address: null, contact: null, phone: null } },
    ...resources.map((id, n): Wanted => ({ name: 'resources.add', args: { complex, id, name: `拉力机 ${n + 1}`, lanes: 1 + n, approval: n === 1, open: true, hours, granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 120 } })),
  ]
  for (const wanted of first) await desk.give(wanted)
  if ((await desk.drain(20_000)) > 0) throw new Error('the hub does not take the first commands')
  return { complex, company, resources, from: Math.ceil(Date.now() / DAY) * DAY + DAY }
}
