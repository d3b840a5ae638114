import { expect, test } from 'vitest'
import { adopt } from './adopt.ts'
import { coreDesk, coreHub, entriesOf, pull, push, run, seatsOf, take1, uuid } from './core.fixture.ts'
import type { SentCommand } from './protocol.ts'
import { restoreEntries } from './restore.ts'

const sentOf = (desk: ReturnType<typeof coreDesk>): SentCommand[] =>
  [...desk.store.entries.values()].map(({ mid, name, args, hash, dependsOn, clientTs }) => ({ mid, name, args, hash, ...(dependsOn !== undefined && { dependsOn }), clientTs }))

test('a desk that has lost everything holds again what its copy says, and the hub takes it once', async () => {
  const hub = coreHub()
  const before = coreDesk(hub, 1)
  await take1(before, 10)
  await push(hub, before)
  await pull(hub, before)
  await take1(before, 11, { row: 'b' })
  await run(before, 'seats.rename', { id: uuid(11), name: 'late' }, 2)
  const after = coreDesk(hub, 1)
  expect(await restoreEntries(after, { client: uuid(201), acked: 1, entries: sentOf(before) })).toEqual({ restored: [2, 3], gap: false })
  expect([entriesOf(after).sort(), after.store.meta.lastMid, seatsOf(after).map(({ name }) => name)]).toEqual([['1 answered', '2 waiting', '3 waiting'], 3, ['late']])
  await push(hub, after)
  await pull(hub, after)
  expect(seatsOf(after)).toHaveLength(2)
  expect(hub.store.state.clients.get(uuid(201))!.last).toBe(3)
})

test('what the outbox still holds is left as it is', async () => {
  const desk = coreDesk(coreHub(), 1)
  await take1(desk, 10)
  await take1(desk, 11, { row: 'b' })
  const before = structuredClone([...desk.store.entries.values()])
  expect(await restoreEntries(desk, { client: uuid(201), acked: 0, entries: sentOf(desk) })).toEqual({ restored: [], gap: false })
  expect([...desk.store.entries.values()]).toEqual(before)
})

test('a mid that nobody has any more is a gap', async () => {
  const hub = coreHub()
  const before = coreDesk(hub, 1)
  for (const id of [10, 11, 12]) await take1(before, id, { row: String(id) })
  const entries = sentOf(before).filter(({ mid }) => mid !== 2)
  expect(await restoreEntries(coreDesk(hub, 1), { client: uuid(201), acked: 0, entries })).toEqual({ restored: [1, 3], gap: true })
})

test('what another client of the desk left unanswered is queued anew, once', async () => {
  const hub = coreHub()
  const old = coreDesk(hub, 2)
  await take1(old, 10)
  await take1(old, 11, { row: 'b' })
  const desk = coreDesk(hub, 1)
  await take1(desk, 12, { row: 'c' })
  const copy = { client: uuid(202), acked: 1, entries: sentOf(old) }
  expect(await restoreEntries(desk, copy)).toEqual({ restored: [2], gap: false })
  expect(await restoreEntries(desk, copy)).toEqual({ restored: [], gap: false })
  expect(seatsOf(desk)).toHaveLength(2)
})

test('a first login renames whose it is, unless a command came meanwhile or a hub is known', async () => {
  const desk = coreDesk(coreHub(), 1)
  desk.store.meta = { ...desk.store.meta, epoch: '' }
  await take1(desk, 10)
  const renewed = new Map([[1, { args: { ...(desk.store.entries.get(1)!.args as object), name: 'mine' }, hash: 'new' }]])
  const who = { user: uuid(7), device: uuid(8) }
  expect(await adopt(desk, who, renewed, 0)).toBe(false)
  expect(await adopt(desk, who, renewed, 1)).toBe(true)
  expect([desk.store.meta, desk.store.entries.get(1)!.hash, seatsOf(desk).map(({ name }) => name)]).toMatchObject([who, 'new', ['mine']])
  desk.store.meta = { ...desk.store.meta, epoch: 'e1' }
  await expect(adopt(desk, who, renewed, 1)).rejects.toThrow('belongs to a hub')
})
