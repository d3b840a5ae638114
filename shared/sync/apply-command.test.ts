import { describe, expect, test } from 'vitest'
import { COMPLEX, coreDesk, coreHub, entriesOf, loginOf, pull, push, run, seatsOf, take1, uuid } from './core.fixture.ts'
import { nextPush, applyPush } from './push.ts'
import { Conflict, Passing } from './store.ts'

const sent = async (desk: ReturnType<typeof coreDesk>) => (await nextPush(desk, 0))!

test('a command gets one outcome, however often it comes', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  await take1(desk, 10)
  const request = await sent(desk)
  for (let times = 0; times < 3; times++) expect((await applyPush(hub, loginOf(desk), request)).answer).toEqual({ lastMutationId: 1, serverTime: 1000 })
  expect(hub.store.state.commands.get(desk.store.meta.client)!.size).toBe(1)
  expect(hub.store.state.scopes.get(`complex:${COMPLEX}`)!.ver).toBe(1)
})

test('a gap is refused and nothing of it applied; the next push closes it', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  for (const id of [10, 11, 12]) await take1(desk, id)
  const request = await sent(desk)
  expect((await applyPush(hub, loginOf(desk), { ...request, commands: request.commands.slice(1) })).answer).toEqual({ code: 'mid-gap', expected: 1 })
  expect(hub.store.state.rows.get('seats')!.size).toBe(0)
  expect((await applyPush(hub, loginOf(desk), request)).answer).toMatchObject({ lastMutationId: 3 })
})

test('another command under a mid that is done shows a cloned profile', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  await take1(desk, 10)
  const request = await sent(desk)
  await applyPush(hub, loginOf(desk), request)
  const other = { ...request, commands: [{ ...request.commands[0], hash: 'other' }] }
  expect((await applyPush(hub, loginOf(desk), other)).answer).toEqual({ code: 'client-forked' })
})

test.each([
  ['an unknown command', { name: 'seats.sell', args: {} }, 'command-unknown'],
  ['arguments that break the schema', { name: 'seats.take', args: { complex: COMPLEX, id: 'x' } }, 'validation'],
  ['a complex where the user has no right', { name: 'seats.take', args: { complex: uuid(9), id: uuid(10), company: null, row: 'a', name: 'x' } }, 'forbidden'],
  ['what the command itself refuses', { name: 'seats.take', args: { complex: COMPLEX, id: uuid(10), company: null, row: 'a', name: 'nobody' } }, 'validation'],
])('%s is rejected, and the queue goes on', async (_, { name, args }, code) => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  await take1(desk, 10)
  await take1(desk, 11)
  const request = await sent(desk)
  const [first, second] = request.commands
  expect((await applyPush(hub, loginOf(desk), { ...request, commands: [{ ...first, name, args }, second] })).answer).toMatchObject({ lastMutationId: 2 })
  const stored = hub.store.state.commands.get(desk.store.meta.client)!
  expect(stored.get(1)).toMatchObject({ outcome: 'rejected', code })
  expect(stored.get(2)!.outcome).toBe('applied')
})

test('what depends on a rejected command is rejected', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  await take1(desk, 10)
  await run(desk, 'seats.rename', { id: uuid(10), name: 'y' }, 1)
  await run(desk, 'seats.rename', { id: uuid(10), name: 'z' }, 2)
  hub.store.state.memberships.set(desk.store.meta.user, [])
  await push(hub, desk)
  expect([...hub.store.state.commands.get(desk.store.meta.client)!.values()].map(({ code }) => code)).toEqual(['forbidden', 'depends-on', 'depends-on'])
})

describe('when the database says that another was first', () => {
  const losing = (times: number) => {
    let left = times
    return coreHub({
      wrap: ({ write }) => ({
        ...write,
        savepoint: work => write.savepoint(async () => {
          const done = await work()
          if (left-- > 0) throw new Conflict('exclusion', 'slot-taken')
          return done
        }),
      }),
    })
  }
  test('the command runs again, and nothing of the run before is left', async () => {
    const hub = losing(2)
    const desk = coreDesk(hub, 1)
    await take1(desk, 10)
    await push(hub, desk)
    expect(hub.store.state.commands.get(desk.store.meta.client)!.get(1)!.outcome).toBe('applied')
    expect(hub.store.state.scopes.get(`complex:${COMPLEX}`)!.ver).toBe(1)
  })
  test('after three runs it is rejected', async () => {
    const hub = losing(3)
    const desk = coreDesk(hub, 1)
    await take1(desk, 10)
    await push(hub, desk)
    expect(hub.store.state.commands.get(desk.store.meta.client)!.get(1)).toMatchObject({ outcome: 'rejected', code: 'slot-taken' })
    expect(hub.store.state.rows.get('seats')!.size).toBe(0)
  })
})

test('two who take the same row at once: one gets it, nobody is lost', async () => {
  const hub = coreHub()
  const desks = [coreDesk(hub, 1), coreDesk(hub, 2)]
  await Promise.all(desks.map((desk, i) => take1(desk, 10 + i)))
  for (let round = 0; round < 3; round++) await Promise.all(desks.map(desk => push(hub, desk)))
  const seats = [...hub.store.state.rows.get('seats')!.values()] as unknown as { taken: boolean }[]
  expect(seats.map(({ taken }) => taken).sort()).toEqual([false, true])
})

test('a passing failure is no outcome: the desk is told to come again', async () => {
  let failing = true
  const hub = coreHub({
    before: op => {
      if (op === 'record' && failing) throw new Passing('deadlock')
    },
  })
  const desk = coreDesk(hub, 1)
  await take1(desk, 10)
  expect(await push(hub, desk)).toEqual({ code: 'busy', retryAfter: 1 })
  expect(hub.store.state.commands.size).toBe(0)
  failing = false
  expect(await push(hub, desk)).toMatchObject({ lastMutationId: 1 })
})

test("nobody pushes or pulls with another's client, and a revoked device does neither", async () => {
  const hub = coreHub()
  const [mine, other] = [coreDesk(hub, 1), coreDesk(hub, 2)]
  await take1(mine, 10)
  const request = await sent(mine)
  await applyPush(hub, loginOf(mine), request)
  expect((await applyPush(hub, loginOf(other), request)).answer).toEqual({ code: 'not-yours' })
  hub.store.state.revokedDevices.add(mine.store.meta.device)
  expect((await applyPush(hub, loginOf(mine), request)).answer).toEqual({ code: 'device-revoked', wipe: true })
  expect(await pull(hub, mine)).toEqual({ code: 'device-revoked', wipe: true })
})

test('a row that moves to another audience leaves the old one', async () => {
  const hub = coreHub()
  const company = uuid(50)
  const [staff, guest] = [coreDesk(hub, 1), coreDesk(hub, 2, company)]
  await take1(staff, 10, { company })
  await push(hub, staff)
  await pull(hub, guest)
  expect(seatsOf(guest)).toHaveLength(1)
  await run(staff, 'seats.rename', { id: uuid(10), name: 'y', company: null })
  await push(hub, staff)
  await pull(hub, guest)
  expect(seatsOf(guest)).toEqual([])
  await pull(hub, staff)
  expect(entriesOf(staff)).toEqual(['1 answered', '2 answered'])
})
