import { expect, test } from 'vitest'
import { COMPLEX, coreDesk, coreHub, entriesOf, loginOf, pull, push, run, seatsOf, take1, uuid } from './core.fixture.ts'
import { layDown } from './lay-down.ts'
import { nextPull, readPage } from './page.ts'
import type { Page } from './protocol.ts'
import { runCommands } from './run-command.ts'

const two = () => {
  const hub = coreHub()
  return { hub, a: coreDesk(hub, 1), b: coreDesk(hub, 2) }
}

test('a command that is refused on the desk leaves neither row nor entry', async () => {
  const { a } = two()
  expect(await take1(a, 10, { name: 'nobody' })).toEqual({ ok: false, problem: { code: 'validation' } })
  expect(await run(a, 'seats.rename', { id: uuid(10), name: 'y' })).toEqual({ ok: false, problem: { code: 'not-found' } })
  expect(seatsOf(a)).toEqual([])
  expect(a.store.meta.lastMid).toBe(0)
})

test('a batch is kept whole or not at all', async () => {
  const { a } = two()
  const intent = (id: number, name: string) => ({ name: 'seats.take', args: { complex: COMPLEX, id: uuid(id), company: null, row: `${id}`, name }, hash: `${id}` })
  expect(await runCommands(a, [intent(10, 'x'), intent(11, 'nobody')], 1)).toEqual({ ok: false, problem: { code: 'validation', index: 1 } })
  expect([seatsOf(a).length, entriesOf(a).length, a.store.meta.lastMid]).toEqual([0, 0, 0])
  expect(await runCommands(a, [intent(10, 'x'), intent(11, 'y')], 1)).toMatchObject({ ok: true, value: [{ mid: 1 }, { mid: 2 }] })
})

test('the loser of a row learns it from the hub, and what it did on top is done again', async () => {
  const { hub, a, b } = two()
  await take1(a, 10)
  await take1(b, 11)
  await run(b, 'seats.rename', { id: uuid(11), name: 'late' })
  await push(hub, a)
  await pull(hub, b)
  expect(seatsOf(b).find(({ id }) => id === uuid(11))).toMatchObject({ taken: false, name: 'late' })
  await push(hub, b)
  await pull(hub, b)
  expect([...b.store.outcomes.values()].map(({ outcome }) => outcome)).toEqual(['waitlisted', 'applied'])
  expect(seatsOf(b).map(({ taken, name }) => [taken, name])).toEqual([[true, 'x'], [false, 'late']])
})

test('a page that was asked for with older cursors changes nothing', async () => {
  const { hub, a, b } = two()
  await take1(a, 10)
  await push(hub, a)
  const request = await nextPull(b)
  const old = (await readPage(hub, loginOf(b), request)) as Page
  await run(a, 'seats.rename', { id: uuid(10), name: 'new' })
  await push(hub, a)
  await pull(hub, b)
  expect(await layDown(b, request, old)).toEqual({ stale: true })
  expect(seatsOf(b)[0].name).toBe('new')
})

test('acknowledgement comes with the last page only', async () => {
  const { hub, a } = two()
  for (const id of [10, 11, 12]) await take1(a, id, { row: String(id) })
  await push(hub, a)
  for (const more of [true, true, false]) {
    expect(await pull(hub, a, 1)).toMatchObject({ more })
    expect(entriesOf(a).every(entry => entry.endsWith(more ? 'waiting' : 'answered'))).toBe(true)
    expect(seatsOf(a)).toHaveLength(3)
  }
})

test('what is answered and durable is forgotten; what was rejected waits in the inbox for a person', async () => {
  const { hub, a } = two()
  await take1(a, 10)
  await take1(a, 11)
  hub.store.state.memberships.set(a.store.meta.user, [])
  await push(hub, a)
  const { client } = a.store.meta
  hub.store.state.clients.set(client, { ...hub.store.state.clients.get(client)!, durable: 1 })
  await pull(hub, a)
  expect(entriesOf(a)).toEqual(['2 answered'])
  expect(seatsOf(a)).toEqual([])
  expect([...a.store.inbox.values()].map(({ kind, outcome }) => [kind, outcome.code])).toEqual([['rejected', 'forbidden'], ['rejected', 'forbidden']])
})

test('a right that ended takes the rows away and leaves what waits', async () => {
  const { hub, a, b } = two()
  await take1(a, 10)
  await push(hub, a)
  await pull(hub, b)
  await take1(b, 11, { row: 'b' })
  hub.store.state.memberships.set(b.store.meta.user, [])
  await pull(hub, b)
  expect(seatsOf(b).map(({ id }) => id)).toEqual([uuid(11)])
  expect(entriesOf(b)).toEqual(['1 waiting'])
})

test('a cursor below the horizon reads the scope anew, in pages that pass it', async () => {
  const { hub, a, b } = two()
  for (const id of [10, 11, 12, 13]) await take1(a, id, { row: String(id) })
  await push(hub, a)
  await pull(hub, b, 2)
  const scope = `complex:${COMPLEX}` as const
  hub.store.state.scopes.set(scope, { ver: 4, horizon: 3 })
  expect(await pull(hub, b, 1)).toMatchObject({ resetScopes: [scope], more: true, ahead: 3 })
  for (const more of [true, true, false]) expect(await pull(hub, b, 1)).toMatchObject({ resetScopes: [], more })
  expect(seatsOf(b)).toHaveLength(4)
})
