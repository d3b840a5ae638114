import { expect, test } from 'vitest'
import { coreDesk, coreHub, entriesOf, pull, push, run, seatsOf, take1, uuid } from './core.fixture.ts'
import { enterEpoch, takeNewClient } from './epoch.ts'
import { copyState } from './memory-hub-state.fixture.ts'
import type { SyncError } from './protocol.ts'

const sync = async (hub: ReturnType<typeof coreHub>, desk: ReturnType<typeof coreDesk>): Promise<void> => {
  await push(hub, desk)
  await pull(hub, desk)
}

const SPARE = uuid(999)
const toSecond = ({ store: { meta } }: ReturnType<typeof coreDesk>) => ({ asked: meta, epoch: 'e2', lastMutationId: 0 })

test('after a restore what the hub has forgotten waits again, and ends as it was', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  await take1(desk, 10)
  await sync(hub, desk)
  const backup = copyState(hub.store.state)
  await run(desk, 'seats.rename', { id: uuid(10), name: 'new' })
  await sync(hub, desk)
  await take1(desk, 11, { row: 'b' })
  hub.store.state = { ...backup, epoch: 'e2' }
  const refused = (await push(hub, desk)) as SyncError & { code: 'epoch-changed' }
  expect(refused).toEqual({ code: 'epoch-changed', epoch: 'e2', lastMutationId: 1 })
  const change = { ...refused, asked: { client: desk.store.meta.client, epoch: 'e1' } }
  expect(await enterEpoch(desk, change, SPARE)).toEqual({ again: 1, client: desk.store.meta.client })
  expect(entriesOf(desk)).toEqual(['1 answered', '2 waiting', '3 waiting'])
  expect(await enterEpoch(desk, { ...change, lastMutationId: 0 }, SPARE)).toEqual({ again: 0, client: desk.store.meta.client })
  await sync(hub, desk)
  expect(entriesOf(desk).every(entry => entry.endsWith('answered'))).toBe(true)
  expect(seatsOf(desk).map(({ name }) => name)).toEqual(['new', 'x'])
  expect(desk.store.inbox.size).toBe(0)
})

test('rows that the restored hub never had go with the first page', async () => {
  const hub = coreHub()
  const [a, b] = [coreDesk(hub, 1), coreDesk(hub, 2)]
  const backup = copyState(hub.store.state)
  await take1(a, 10)
  await sync(hub, a)
  await pull(hub, b)
  hub.store.state = { ...backup, epoch: 'e2' }
  await enterEpoch(b, toSecond(b), SPARE)
  expect(seatsOf(b)).toHaveLength(1)
  await pull(hub, b)
  expect(seatsOf(b)).toEqual([])
})

test('an answer that comes out otherwise after the restore goes to the inbox', async () => {
  const hub = coreHub()
  const [a, b] = [coreDesk(hub, 1), coreDesk(hub, 2)]
  const backup = copyState(hub.store.state)
  await take1(a, 10)
  await sync(hub, a)
  hub.store.state = { ...backup, epoch: 'e2' }
  await enterEpoch(b, toSecond(b), SPARE)
  await take1(b, 11)
  await sync(hub, b)
  await enterEpoch(a, toSecond(a), SPARE)
  await sync(hub, a)
  expect([...a.store.inbox.values()]).toMatchObject([{ kind: 'changed', before: { outcome: 'applied' }, outcome: { outcome: 'waitlisted' } }])
})

test('a hub that lacks what the desk no longer holds is met under a new client id', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  for (const id of [10, 11, 12]) await take1(desk, id, { row: String(id) })
  await run(desk, 'seats.rename', { id: uuid(12), name: 'y' }, 3)
  desk.store.entries.delete(1)
  expect(await enterEpoch(desk, toSecond(desk), SPARE)).toEqual({ again: 0, client: SPARE })
  expect(entriesOf(desk)).toEqual(['1 waiting', '2 waiting', '3 waiting'])
  expect(desk.store.entries.get(3)).toMatchObject({ dependsOn: 2 })
  expect(desk.store.meta).toMatchObject({ client: SPARE, lastMid: 3 })
  hub.store.state.epoch = 'e2'
  await sync(hub, desk)
  expect(entriesOf(desk).every(entry => entry.endsWith('answered'))).toBe(true)
})

test('two copies of one profile both keep what was given on them', async () => {
  const hub = coreHub()
  const original = coreDesk(hub, 1)
  const clone = coreDesk(hub, 1)
  await take1(original, 10)
  await take1(clone, 11, { row: 'b' })
  await sync(hub, original)
  expect(await push(hub, clone)).toEqual({ code: 'client-forked' })
  await takeNewClient(clone, clone.store.meta, SPARE)
  await takeNewClient(clone, { client: uuid(201) }, uuid(998))
  await sync(hub, clone)
  await pull(hub, original)
  for (const desk of [original, clone]) expect(seatsOf(desk).map(({ id }) => id).sort()).toEqual([uuid(10), uuid(11)])
})

test('what was answered before a desk took a new client id survives a restore after it', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  const backup = copyState(hub.store.state)
  await take1(desk, 10)
  await sync(hub, desk)
  await takeNewClient(desk, desk.store.meta, SPARE)
  await sync(hub, desk)
  hub.store.state = { ...backup, epoch: 'e2' }
  await enterEpoch(desk, toSecond(desk), uuid(998))
  await sync(hub, desk)
  expect(seatsOf(desk)).toHaveLength(1)
  expect(hub.store.state.rows.get('seats')!.size).toBe(1)
})
