import { type Proposal, candidatesOf, HORIZON, proposals } from '#shared/bookings/finder.ts'
import { scopeOf } from '#shared/bookings/booked-test.ts'
import type { Instant, Resource } from '#shared/bookings/booking.ts'
import { piecesOf, roomFor } from '#shared/bookings/room.ts'
import { isOverdue } from '#shared/bookings/slots.ts'
import { dayOf } from '#shared/bookings/times.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Need } from '#shared/labs/find-tests.ts'
import type { Extension, Urgency } from '#shared/labs/lab.ts'
import type { ScopeFinding } from '#shared/labs/scope.ts'
import type { DeskReads } from '../../db/live.ts'

/** `lab` and `resources`: names, '' where they are not known here. `saves`: fen below the earliest, null = no matter. */
export type Offered = Proposal & { key: string; lab: string; resources: string[]; scope: ScopeFinding; extension: Extension | null; saves: number | null; taken: boolean }

/** For live queries: awaits nothing but `reads`. Those that were `shown` stay where they are, taken ones struck through; none moves while it is read out. */
export const offeredFor = async (reads: DeskReads, need: Need, { from, range, urgency }: { from: Instant; range: string | null; urgency: Urgency }, shown: readonly Offered[]): Promise<Offered[]> => {
  const asked = { from, until: from + HORIZON, urgency }
  const fresh: Offered[] = []
  for (const one of proposals(await candidatesOf(reads, need.tests, asked), asked)) {
    const { test, parts } = one
    const names: string[] = []
    let site: string | null = null
    for (const { resource } of parts) {
      const row = await reads.get('resources', resource)
      names.push(row?.name ?? '')
      site = row?.site ?? null
    }
    const scope = await scopeOf(reads, { ...test, range: range ?? test.range }, site, dayOf(parts[0].start))
    const saves = one.fen !== null && fresh[0]?.fen ? Math.max(0, fresh[0].fen - one.fen) || null : null
    fresh.push({ ...one, key: `${test.id}-${parts[0].start}`, lab: (await reads.get('labs', test.lab))?.name ?? '', resources: names, scope, extension: scope.evidence.row === null ? null : ((await reads.get('scope_rows', scope.evidence.row))?.extension ?? null), saves, taken: false })
  }
  const kept: Offered[] = []
  for (const old of shown) kept.push(fresh.find(({ key }) => key === old.key) ?? { ...old, taken: !(await isFree(reads, old, from)) })
  return [...kept, ...fresh.filter(({ key }) => !kept.some(old => old.key === key))].slice(0, MOST)
}
/** What the tests need and whose calibration ended before the day: until a certificate frees it, nothing of it is offered. */
export const overdueFor = async (reads: DeskReads, { tests }: Need, day: IsoDay): Promise<Resource[]> => {
  const found: Resource[] = []
  for (const id of new Set(tests.flatMap(({ parts }) => parts.map(({ resource }) => resource)))) {
    const resource = await reads.get('resources', id)
    if (resource && isOverdue(resource, day)) found.push(resource)
  }
  return found
}

/** Four, and two in place of such that are taken. */
const MOST = 6

const isFree = async (reads: DeskReads, { parts, why }: Offered, from: Instant): Promise<boolean> => {
  const { start } = parts[0]
  const pieces = await piecesOf(reads, { resources: parts.map(({ resource }) => resource), start, end: parts.at(-1)!.end, parts })
  return pieces !== null && start >= from && (await roomFor(reads, why === 'overtime' ? pieces.map(piece => ({ ...piece, always: true })) : pieces, start)) !== null
}
