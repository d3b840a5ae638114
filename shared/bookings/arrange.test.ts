import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from './arrange.ts'
import type { Resource, ResourceBusy } from './booking.ts'
import { NO_CALENDAR } from './calendar.ts'
import { roomIn } from './room.ts'
import { takenOf, type Wanted } from './slots.ts'
import { DAY, MINUTE, midnightOf } from './times.ts'

const HALF = 30 * MINUTE
const FROM = midnightOf('2026-10-09')
const part = fc.record({ length: fc.integer({ min: 1, max: 5 }), busy: fc.array(fc.record({ from: fc.integer({ min: 14, max: 90 }), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 5 }), late: fc.boolean() })
const gap = fc.record({ least: fc.integer({ min: 0, max: 4 }), more: fc.option(fc.integer({ min: 0, max: 10 })) })

test('the parts end as early as any arrangement of them, and are one', () =>
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(gap, { minLength: 3, maxLength: 3 }), (specs, gapSpecs) => {
    const parts = specs.map(({ length, busy, late }, i): Wanted => ({
      resource: { id: `r${i}`, complex: 'c', name: '', lanes: 1, approval: false, open: true, hours: [5, 6].map(day => ({ day, from: late ? 600 : 480, to: 1020 })), granuleMin: 30, beforeMin: 0, afterMin: 0, holdMin: 60 } satisfies Resource,
      after: 0, length: length * HALF, calendar: NO_CALENDAR,
      taken: takenOf(busy.map(({ from, length: long }, n): ResourceBusy => ({ id: `${n}`, complex: 'c', resource: `r${i}`, lane: 1, from: FROM + from * HALF, to: FROM + (from + long) * HALF, kind: 'busy', open: true }))),
    }))
    const gaps = gapSpecs.map(({ least, more }) => ({ least: least * HALF, most: more === null ? null : (least + more) * HALF }))
    const until = FROM + 2 * DAY
    const free = parts.map(one => Array.from({ length: 96 }, (_, n) => FROM + n * HALF).filter(start => roomIn([one], start) !== null))
    // Every arrangement, part by part.
    let best = Infinity
    const go = (i: number, before: number): void => {
      if (i === parts.length) { best = Math.min(best, before); return }
      for (const start of free[i]) if (i === 0 || (start >= before + gaps[i].least && (gaps[i].most === null || start <= before + gaps[i].most))) go(i + 1, start + parts[i].length)
    }
    go(0, 0)
    const found = arrange(parts, gaps, FROM, until)
    expect(found?.at(-1)?.end ?? Infinity).toBe(best)
    for (const [i, { start, end, resource }] of found?.entries() ?? []) {
      expect(resource).toBe(`r${i}`)
      expect(end - start).toBe(parts[i].length)
      expect(free[i]).toContain(start)
      if (i === 0) continue
      const between = start - found![i - 1].end
      expect(between).toBeGreaterThanOrEqual(gaps[i].least)
      expect(between).toBeLessThanOrEqual(gaps[i].most ?? Infinity)
    }
  })))
