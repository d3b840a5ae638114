import { expect, test } from 'vitest'
import { clockOf } from './clock-of.ts'
import { statusOf, type SyncStatus } from './status.ts'
import type { Phase } from './sync-loop.ts'

const calm = { waiting: 0, attention: 0, offset: 0, agreedAt: 5 }

test.each<[string, Phase, Partial<typeof calm> | { agreedAt: null }, SyncStatus['is']]>([
  ['no hub', { is: 'off' }, { waiting: 3, attention: 1 }, 'off'],
  ['a revoked device outweighs all', { is: 'revoked', wipe: true }, { attention: 1, offset: 99_000 }, 'revoked'],
  ['an old app', { is: 'outdated', min: 2 }, { attention: 1 }, 'outdated'],
  ['another login', { is: 'not-yours' }, {}, 'not-yours'],
  ['what a person has to close comes before the line', { is: 'offline' }, { attention: 2, waiting: 1 }, 'attention'],
  ['a clock that is off', { is: 'idle' }, { offset: -60_001 }, 'clock'],
  ['a clock just good enough', { is: 'idle' }, { offset: 60_000 }, 'in-step'],
  ['nobody logged in', { is: 'logged-out' }, { waiting: 1 }, 'logged-out'],
  ['sending', { is: 'syncing' }, { waiting: 1 }, 'syncing'],
  ['the first reading', { is: 'syncing' }, { agreedAt: null }, 'syncing'],
  ['many pages', { is: 'syncing', pages: { taken: 500, ahead: 900 } }, {}, 'syncing'],
  ['stopped by a person', { is: 'paused' }, { waiting: 1 }, 'paused'],
  ['a poll is not worth a word', { is: 'syncing' }, {}, 'in-step'],
  ['no line', { is: 'offline' }, {}, 'offline'],
  ['something new that is about to go', { is: 'idle' }, { waiting: 1 }, 'waiting'],
  ['all said', { is: 'idle' }, {}, 'in-step'],
])('%s', (_, phase, facts, is) => {
  const all = { ...calm, ...facts }
  expect(statusOf(phase, all)).toMatchObject({ is, waiting: all.waiting, at: all.agreedAt })
})

test('the clock goes by the quickest answer, and anew once a clock was set', () => {
  const clock = clockOf()
  expect(clock.offset()).toBe(0)
  clock.hear(10_000, 0, 4000)
  expect(clock.offset()).toBe(8000)
  clock.hear(20_000, 10_000, 10_100)
  clock.hear(40_000, 30_000, 32_000)
  expect(clock.offset()).toBe(9950)
  clock.hear(70_000, 70_000, 70_100)
  expect(clock.offset()).toBe(-50)
})
