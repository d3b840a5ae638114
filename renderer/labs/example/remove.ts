// Takes the starter directory out again: what is as it came and isn't booked; the rest stays and is named, bookings by their number.
import type { Booking } from '#shared/bookings/booking.ts'
import { applicationNumber } from '#shared/bookings/standing.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import type { Wanted } from '../../db/run.ts'
import type { LabView } from '../lab-of.ts'
import { examples } from './directory.ts'
import { contentOf } from './put.ts'

export type Kept = { name: string; why: 'changed' | 'used' | 'linked' } | { name: string; why: 'booked'; numbers: string[] }
type Why = Exclude<Kept['why'], 'booked'>

/** What people rest on: application numbers of bookings that aren't over, by the id of a resource, a test or a line; resources that an instrument of the lab's names. */
export type Rested = { booked: ReadonlyMap<string, string[]>; linked: ReadonlySet<string> }

export const restedOn = (open: readonly Booking[], instruments: readonly Pick<Instrument, 'resource'>[]): Rested => {
  const booked = new Map<string, string[]>()
  for (const booking of open) {
    const row = booking.test?.scope.evidence.row
    for (const id of new Set([...booking.resources, ...(booking.test ? [booking.test.id] : []), ...(row ? [row] : [])])) booked.set(id, [...(booked.get(id) ?? []), applicationNumber(booking)])
  }
  return { booked, linked: new Set(instruments.flatMap(({ resource }) => resource ?? [])) }
}

/** The lab goes when nothing of it stays. */
export const removeExample = ({ lab, sites, rows, tests, resources }: LabView, { booked, linked }: Rested, newId: () => string): { wanted: Wanted[]; kept: Kept[] } => {
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  // A renamed lab is a changed one, whose parts are known by themselves all the same.
  const contents = Object.values(examples).map(example => contentOf(example, name => name))
  const as = (one: object, fields: readonly string[]): string => canonicalJson(fields.map(field => (one as { [field: string]: unknown })[field] ?? null))
  const cameAs = (one: object, from: readonly object[], fields: readonly string[]): boolean => from.some(other => as(other, fields) === as(one, fields))
  const kept: Kept[] = []
  const stays = (name: string, id: string, why: Why | null): boolean => {
    const numbers = booked.get(id)
    if (numbers) kept.push({ name, why: 'booked', numbers })
    else if (why) kept.push({ name, why })
    return numbers !== undefined || why !== null
  }
  const goes = { old: false, new: true }
  const wanted: Wanted[] = []

  const named = tests.map(test => ({ ...test, parts: test.parts.map(part => ({ ...part, resource: names.get(part.resource) ?? part.resource })) }))
  const keptTests = tests.filter((test, i) => stays(`${test.object} ${test.parameter}`, test.id, cameAs(named[i], contents.flatMap(one => one.tests), TEST) ? null : 'changed'))
  const used = new Set(keptTests.flatMap(({ parts }) => parts.map(({ resource }) => resource)))
  for (const { id } of tests.filter(test => !keptTests.includes(test))) wanted.push({ name: 'labs.patchTest', args: { id, fields: { retired: { ...goes, conflict: newId() } } } })
  for (const row of rows) {
    if (stays(`${row.object} ${row.parameter} ${row.number}`, row.id, cameAs(row, contents.flatMap(one => one.rows), ROW) ? null : 'changed')) continue
    wanted.push({ name: 'labs.patchScope', args: { id: row.id, fields: { retired: { ...goes, conflict: newId() } } } })
  }
  for (const one of resources) {
    const why = used.has(one.id) ? 'used' : linked.has(one.id) ? 'linked' : cameAs(one, contents.flatMap(({ resources: all }) => all), RESOURCE) ? null : 'changed'
    if (stays(one.name, one.id, why)) continue
    wanted.push({ name: 'resources.patch', args: { id: one.id, fields: { retired: { old: null, new: true, conflict: newId() } } } }, { name: 'resources.setOpen', args: { id: one.id, open: false } })
  }
  if (kept.length === 0 && !cameAs(lab, contents.map(one => one.lab), LAB)) stays(lab.name, lab.id, 'changed')
  if (kept.length > 0) return { wanted, kept }
  for (const { id } of sites) wanted.push({ name: 'labs.patchSite', args: { id, fields: { retired: { ...goes, conflict: newId() } } } })
  return { wanted: [...wanted, { name: 'labs.patch', args: { id: lab.id, fields: { retired: { ...goes, conflict: newId() } } } }], kept }
}

const LAB = ['name', 'address', 'opening', 'contact']
const TEST = ['object', 'parameter', 'number', 'range', 'sample', 'parts', 'prices']
const ROW = ['scheme', 'certificate', 'object', 'parameter', 'number', 'clause', 'range', 'cmc', 'from', 'until']
const RESOURCE = ['name', 'kind', 'lanes', 'approval', 'open', 'hours', 'granuleMin', 'beforeMin', 'afterMin', 'holdMin']
