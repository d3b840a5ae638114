import { expect, test } from 'vitest'
import { randomBy } from '#shared/standards/index/random-catalogue.ts'
import { coreDesk, coreHub, loginOf, take1, uuid } from '#shared/sync/core.fixture.ts'
import { copyState } from '#shared/sync/memory-hub-state.fixture.ts'
import { type FaultyLine, faultyLine, turn } from './faulty-line.fixture.ts'
import { syncLoop } from './sync-loop.ts'

const until = async (holds: () => boolean): Promise<void> => {
  for (let n = 0; n < 5000; n++) {
    if (holds()) return
    await turn()
  }
  throw new Error('it never came to be')
}

test('a desk that idles takes at once what a restored hub lacks, when the stream tells of another epoch; of its own it stays idle', async () => {
  const hub = coreHub()
  const desk = coreDesk(hub, 1)
  const line = faultyLine(hub, loginOf(desk), randomBy(5))
  let tell: (epoch: string) => void = () => {}
  const poked: FaultyLine = { ...line, pull: (...asked) => line.pull(...asked), push: (...asked) => line.push(...asked), pokes: (hear, signal) => new Promise(resolve => {
    tell = epoch => hear({ epoch })
    signal.addEventListener('abort', () => resolve({ code: 'unreachable', detail: '' }))
  }) }
  const ended = new AbortController()
  let idles = 0
  // Between two polls nothing but a rousing ends the wait.
  const sleep = (ms: number, signal: AbortSignal): Promise<void> => new Promise(resolve => {
    if (ms === 1000) return resolve()
    idles++
    signal.addEventListener('abort', () => resolve())
  })
  const loop = syncLoop({ desk, line: poked, heard: { clock: () => {}, sent: () => Promise.resolve(), laid: () => Promise.resolve() }, newId: () => uuid(5000), now: () => 1, signal: ended.signal, tell: () => {}, sleep, random: () => 0 })
  await until(() => idles === 1)
  const backup = copyState(hub.store.state)
  await take1(desk, 10)
  loop.wake('work')
  await until(() => idles === 2)
  hub.store.state = { ...backup, epoch: 'e2' }
  expect(hub.store.state.rows.get('seats')?.size ?? 0).toBe(0)
  const { pulls } = line
  tell(desk.store.meta.epoch)
  for (let n = 0; n < 30; n++) await turn()
  expect([idles, line.pulls]).toEqual([2, pulls])
  tell('e2')
  await until(() => idles === 3)
  expect([desk.store.meta.epoch, [...hub.store.state.rows.get('seats')!.keys()].length]).toEqual(['e2', 1])
  ended.abort()
  await loop.ended
})
