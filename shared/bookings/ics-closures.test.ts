import { expect, test } from 'vitest'
import { z } from 'zod'
import { readIcs } from '#shared/readers/ics.ts'
import { LONGEST } from './booking.ts'
import { icsClosures } from './ics-closures.ts'
import { DAY, midnightOf, MINUTE } from './times.ts'

const NOW = midnightOf('2026-10-08')
const HOUR = 60 * MINUTE
const read = (...events: string[]) => {
  const found = readIcs(['BEGIN:VCALENDAR', ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines.split('\n'), 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n'), '2028-01-01')
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}
const take = (ics: ReturnType<typeof read>, closed: { from: number; to: number }[] = [], known: string[] = [], resource = 'r') => icsClosures(ics, resource, { now: NOW, closed, known: new Set(known) })
const VISIT = 'UID:a@x\nDTSTART:20261009T083000\nDTEND:20261009T103000\nSUMMARY:厂家上门'

test('busy time becomes a closure under its title, a whole day from midnight to midnight', async () => {
  const { fresh, left } = await take(read(VISIT, 'UID:b@x\nDTSTART;VALUE=DATE:20261012\nSUMMARY:盘点'))
  expect(fresh.map(({ start, end, title }) => [start, end, title])).toEqual([
    [midnightOf('2026-10-09') + 8.5 * HOUR, midnightOf('2026-10-09') + 10.5 * HOUR, '厂家上门'],
    [midnightOf('2026-10-12'), midnightOf('2026-10-12') + DAY, '盘点'],
  ])
  expect(left).toEqual([])
  for (const { id } of fresh) expect(z.uuid().safeParse(id).success).toBe(true)
})

test('the same file a second time adds nothing, also where a person has ended the closure, and each resource has its own', async () => {
  const [one] = (await take(read(VISIT))).fresh
  expect(await take(read(VISIT), [{ from: one.start, to: one.end }], [one.id])).toEqual({ fresh: [], same: 1, left: [] })
  expect(await take(read(VISIT), [], [one.id])).toEqual({ fresh: [], same: 1, left: [] })
  expect((await take(read(VISIT), [], [one.id], 'other')).fresh[0].id).not.toBe(one.id)
})

test('what is not taken is named with its line', async () => {
  const busy = [{ from: midnightOf('2026-10-09') + 10 * HOUR, to: midnightOf('2026-10-09') + 11 * HOUR }]
  expect((await take(read(VISIT, 'DTSTART;VALUE=DATE:20261001\nSUMMARY:过去', 'DTSTART;VALUE=DATE:20261020\nTRANSP:TRANSPARENT\nSUMMARY:生日', 'DTSTART:20261021T080000\nDTEND:20261021T080000\nSUMMARY:一刻', 'SUMMARY:没有开始'), busy)).left).toEqual([
    { title: '没有开始', line: 22, why: 'no-start' },
    { title: '厂家上门', line: 2, why: 'cut' },
    { title: '过去', line: 8, why: 'past' },
    { title: '生日', line: 12, why: 'free' },
    { title: '一刻', line: 17, why: 'empty' },
  ])
})

test('two events at one time are closed once, and a long one is several closures without a gap', async () => {
  const twice = await take(read(VISIT, VISIT.replace('a@x', 'c@x')))
  expect([twice.fresh.length, twice.left.map(({ why }) => why)]).toEqual([1, ['cut']])
  const { fresh } = await take(read('UID:l@x\nDTSTART;VALUE=DATE:20261101\nDTEND;VALUE=DATE:20270301\nSUMMARY:大修'))
  expect(fresh.length).toBeGreaterThan(1)
  for (const [i, one] of fresh.entries()) expect([one.end - one.start <= LONGEST, i === 0 || one.start === fresh[i - 1].end]).toEqual([true, true])
  expect(fresh.at(-1)!.end).toBe(midnightOf('2027-03-01'))
})
