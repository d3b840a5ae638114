import { describe, expect, test } from 'vitest'
import { type BoardRow, type BlockState, blocksOf, groupsOf, type Part } from './board.ts'
import type { Booking, Resource, ResourceBusy } from './booking.ts'

const resource = (name: string): Resource => ({ id: name, complex: 'c', name, lanes: 1, approval: false, open: true, hours: [], granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 120 })
const booking = (id: string, more: Partial<Booking> = {}): Booking => ({ id, complex: 'c', company: 'k', resources: ['r'], start: 10, end: 20, status: 'confirmed', purpose: '', waitSeq: null, holdUntil: null, holding: null, by: { user: 'u', client: 'd', at: 0 }, moves: [], reason: null, ...more })
const part = (id: string, of: Partial<Booking> | null, from = 10, to = 20, kind: ResourceBusy['kind'] = 'busy'): Part => ({ busy: { id, complex: 'c', resource: 'r', lane: kind === 'busy' ? 1 : 0, from, to, kind, open: true }, slot: null, booking: of && booking(id, of), own: { from, to } })
const row = (...parts: Part[]): BoardRow => ({ resource: resource('r'), busy: [], parts })
const states = (of: BoardRow, tentative: string[] = []) => blocksOf(of, new Set(tentative)).map(({ id, state }) => [id, state])

describe('states of blocks', () => {
  test.each<[string, Partial<Booking> | null, BlockState]>([
    ['confirmed', {}, 'confirmed'],
    ['checked in', { status: 'checked_in' }, 'running'],
    ['done', { status: 'done' }, 'done'],
    ['held for the staff', { status: 'held' }, 'approval'],
    ['held until', { status: 'held', holdUntil: 5 }, 'held'],
    ['unseen', null, 'taken'],
  ])('%s', (_, of, state) => expect(states(row(part('a', of)))).toEqual([['a', state]]))

  test('what waits in the outbox is tentative, whatever stands behind', () => expect(states(row(part('a', { status: 'checked_in' })), ['a'])).toEqual([['a', 'tentative']]))
  test('one who wants the time makes it contested, and is no block of its own; one who wants free time is', () => {
    const blocks = blocksOf(row(part('a', {}), part('b', { status: 'waitlisted' }, 15, 25, 'waiting'), part('c', { status: 'waitlisted' }, 30, 40, 'waiting')), new Set())
    expect(blocks.map(({ id, state, rivals }) => [id, state, rivals])).toEqual([['a', 'contested', 1], ['c', 'waiting', 0]])
  })
  test('closed time, and a calibration that ends', () => {
    const of = row(part('a', null, 10, 20, 'closed'))
    const due = { ...of, resource: { ...of.resource, calibration: { due: '1970-01-01' } } }
    expect(blocksOf(due, new Set()).map(({ state, from }) => [state, from])).toEqual([['closed', 10], ['due', 16 * 3600_000]])
  })
})

test('resources stand in groups by name, those without one last', () => {
  const groups = groupsOf(['b', 'a', 'd', 'c'].map(resource), ({ name }) => (name === 'd' ? '' : name === 'c' ? '甲' : '乙'))
  expect(groups.map(({ name, resources }) => [name, resources.map(one => one.name)])).toEqual([['乙', ['a', 'b']], ['甲', ['c']], ['', ['d']]])
  expect(groupsOf([resource('b'), resource('a')]).map(({ name, resources }) => [name, resources.length])).toEqual([['', 2]])
})
