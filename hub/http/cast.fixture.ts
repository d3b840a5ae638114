// Two complexes with people in every role, over real HTTP.
import { randomUUID } from 'node:crypto'
import type { CommandName } from '#shared/commands.ts'
import type { Role as Granted } from '#shared/sync/scopes.ts'
import { ALWAYS, CAST, type Role, type Stage } from './examples.fixture.ts'
import { type Person, type TestDevice, type TestHub, addPerson, adminOf, enrolDevice, firstAdmin, give } from './hub.fixture.ts'

export type Cast = { people: Record<Role, Person>; stage: Stage; complexY: string; desk: TestDevice }

export const bringCast = async (hub: TestHub): Promise<Cast> => {
  const desk = await enrolDevice(hub, firstAdmin(hub).code)
  const admin = await adminOf(hub)
  const complex = admin.session.memberships[0].complex
  const { body } = await hub.ask('/admin/complexes', { token: hub.serving.operatorToken, body: { do: 'add', name: '上虞综合体', district: '上虞' } })
  const complexY = body['complex'] as string
  const company = { a: randomUUID(), b: randomUUID() }
  const grants: Record<Exclude<Role, 'admin'>, { complex: string; role: Exclude<Granted, 'hub'>; company: string | null }> = {
    front: { complex, role: 'front', company: null }, lab: { complex, role: 'lab', company: null }, trainer: { complex, role: 'trainer', company: null },
    a: { complex, role: 'company', company: company.a }, b: { complex, role: 'company', company: company.b },
    frontY: { complex: complexY, role: 'front', company: null }, none: { complex, role: 'front', company: null },
  }
  const people = { admin } as Record<Role, Person>
  const add = async (role: Exclude<Role, 'admin'>): Promise<void> => {
    const token = grants[role].complex === complex ? admin.session.access : hub.serving.operatorToken
    people[role] = await addPerson(hub, token, role.toLowerCase(), [grants[role]], desk)
  }
  await add('front')
  for (const [id, name] of [[company.a, '甲'], [company.b, '乙']]) await give(hub, people.front, 'companies.register', { complex, id, name, uscc: null, address: null, contact: null, phone: null })
  for (const role of CAST) if (role !== 'admin' && role !== 'front') await add(role)
  await hub.ask('/admin/users', { token: admin.session.access, body: { do: 'roles', user: people.none.session.user, memberships: [] } })
  const resource = { free: randomUUID(), approval: randomUUID() }
  for (const approval of [false, true])
    await give(hub, people.lab, 'resources.add', { complex, id: approval ? resource.approval : resource.free, name: '拉力机', lanes: 9, approval, open: true, hours: ALWAYS, granuleMin: 60, beforeMin: 0, afterMin: 0, holdMin: 60 })
  let days = 1
  const stage: Stage = {
    complex, company, resource,
    day: () => {
      const midnight = Math.floor(hub.clock.now / DAY) * DAY + days++ * DAY
      return hour => midnight + hour * HOUR
    },
    give: async (as: Role, name: CommandName, args: object, expected: string = 'applied') => {
      const { outcome, code } = await give(hub, people[as], name, args)
      if (outcome !== expected) throw new Error(`the stage could not be set: ${name} ${outcome} ${code}`)
    },
  }
  return { people, stage, complexY, desk }
}

const HOUR = 3600_000
const DAY = 24 * HOUR
