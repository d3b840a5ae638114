// Events of an .ics file (RFC 5545): whole days, or spans of time; repeated ones laid out up to a horizon.
import ICAL from 'ical.js'
import { dayNumber, type IsoDay, isLooseDate, isoOf } from '#shared/lib/dates.ts'
import { type Result, fail, ok } from '#shared/lib/result.ts'

/** `last` is the last day itself; `from` and `to` are instants, half-open. */
export type IcsSpan = { first: IsoDay; last: IsoDay } | { from: number; to: number }
/**
 * `special`: what Apple's calendars say of a day, `WORK-HOLIDAY` or `ALTERNATE-WORKDAY`. `uid` '' = the file gives none. `instance`: which one of a
 * repeated event, by the start that its rule gives it, wherever it was moved to; '' = of one that isn't repeated. `line`: where it begins in the file,
 * from 1. `busy`: neither called off nor said to leave the time free.
 */
export type IcsEvent = { title: string; special: string | null; uid: string; instance: string; line: number; busy: boolean } & IcsSpan

/** An event that could not be taken. `zone`: of a time zone that the file doesn't explain. `too-many`: repeated more often than is laid out. */
export type IcsRefusal = { title: string; line: number; why: 'no-start' | 'unreadable' | 'zone' | 'too-many' }

export type Ics = { events: IcsEvent[]; refused: IcsRefusal[] }

export const ICS_BYTES = 2 * 1024 * 1024
const REPEATS = 1000

/** Reads all events that begin before the day `until`; each is an event or a refusal. Times without a zone are those of Asia/Shanghai. */
export const readIcs = (text: string, until: IsoDay): Result<Ics, { code: 'no-ics' }> => {
  let calendar: InstanceType<typeof ICAL.Component>
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''))
    const first: unknown = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed
    calendar = new ICAL.Component(first as ConstructorParameters<typeof ICAL.Component>[0])
    if (calendar.name !== 'vcalendar') return fail({ code: 'no-ics' })
  } catch {
    return fail({ code: 'no-ics' })
  }
  const found: Ics = { events: [], refused: [] }
  const zones = new Set(calendar.getAllSubcomponents('vtimezone').map(zone => String(zone.getFirstPropertyValue('tzid'))))
  const lines = text.split(/\r\n|[\n\r]/).flatMap((line, i) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [i + 1] : []))
  const read = calendar.getAllSubcomponents('vevent').flatMap((component, i) => readable(component, lines[i], zones, found) ?? [])
  const laid = new Set<Component>()
  for (const one of read) if (one.instead === null) lay(one, read, { until, found, laid })
  // One that stands instead of a repetition which no rule of the file has stands for itself.
  for (const { component, instead, told } of read) if (instead !== null && !laid.has(component)) found.events.push({ ...told, instance: instead, ...spanOf(...timesOf(new ICAL.Event(component))) })
  found.refused.sort((a, b) => a.line - b.line)
  return ok(found)
}

type Component = InstanceType<typeof ICAL.Component>
type Time = InstanceType<typeof ICAL.Time>

type Told = Pick<IcsEvent, 'title' | 'special' | 'uid' | 'line' | 'busy'>
/** `instead`: the instance of a repeated event in whose place it stands (RECURRENCE-ID). */
type Readable = { component: Component; told: Told; instead: string | null }

/** What can be laid out; anything else is refused by its line. */
const readable = (component: Component, line: number, zones: ReadonlySet<string>, found: Ics): Readable | null => {
  const title = textOf(component, 'summary')
  const refuse = (why: IcsRefusal['why']): null => (found.refused.push({ title, line, why }), null)
  try {
    const start = component.getFirstProperty('dtstart')
    if (!start) return refuse('no-start')
    // The library turns 13-99 into some day of the next year.
    for (const printed of [start, component.getFirstProperty('dtend')]) if (printed && !isLooseDate(String(printed.jCal[3]).slice(0, 10))) return refuse('unreadable')
    const zone: unknown = start.getParameter('tzid')
    if (typeof zone === 'string' && !zones.has(zone) && !HERE.has(zone)) return refuse('zone')
    const event = new ICAL.Event(component)
    spanOf(...timesOf(event))
    return {
      component,
      told: {
        title, special: textOf(component, 'x-apple-special-day') || null, uid: textOf(component, 'uid'), line,
        busy: textOf(component, 'transp').toUpperCase() !== 'TRANSPARENT' && textOf(component, 'status').toUpperCase() !== 'CANCELLED',
      },
      instead: event.isRecurrenceException() ? instanceOf(event.recurrenceId) : null,
    }
  } catch {
    return refuse('unreadable')
  }
}

/** Puts an event, or each of its repetitions before `until`, as what stands instead of it says. `laid`: what did. */
const lay = ({ component, told }: Readable, all: readonly Readable[], { until, found, laid }: { until: IsoDay; found: Ics; laid: Set<Component> }): void => {
  const refuse = (why: IcsRefusal['why']): void => void found.refused.push({ title: told.title, line: told.line, why })
  try {
    const instead = told.uid === '' ? [] : all.filter(other => other.instead !== null && other.told.uid === told.uid)
    const event = new ICAL.Event(component, { exceptions: instead.map(other => other.component), strictExceptions: true })
    if (!event.isRecurring()) return void found.events.push({ ...told, instance: '', ...spanOf(...timesOf(event)) })
    const repeated = event.iterator()
    for (let n = 0, next = repeated.next() as Time | undefined; next && dayOf(next) < until; next = repeated.next() as Time | undefined) {
      if (n++ === REPEATS) return refuse('too-many')
      const instance = instanceOf(next)
      // The library finds one only under the zone in which the rule is written; one that changes all that follow it, always.
      const own = instead.find(other => other.instead === instance)
      const { startDate, endDate, item } = event.getOccurrenceDetails(next)
      laid.add(own?.component ?? item.component)
      if (own) found.events.push({ ...own.told, instance, ...spanOf(...timesOf(new ICAL.Event(own.component))) })
      else found.events.push({ ...(instead.find(other => other.component === item.component)?.told ?? told), instance, ...spanOf(startDate, endDate) })
    }
  } catch {
    refuse('unreadable')
  }
}

const timesOf = (event: InstanceType<typeof ICAL.Event>): [Time, Time] => [event.startDate, event.endDate]
const instanceOf = (time: Time): string => (time.isDate ? dayOf(time) : String(instantOf(time)))

/** Names of the zone in which the complexes are. */
const HERE = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Beijing', 'PRC', 'China Standard Time', 'GMT+0800'])

const textOf = (component: Component, name: string): string => {
  const value: unknown = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value.trim() : ''
}

const spanOf = (start: Time, end: Time): IcsSpan => {
  if (!start.isDate) return { from: instantOf(start), to: instantOf(end) }
  const first = dayOf(start)
  const last = isoOf(dayNumber(dayOf(end)) - 1)
  return { first, last: last < first ? first : last }
}

const dayOf = ({ year, month, day }: Time): IsoDay => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
const two = (n: number): string => String(n).padStart(2, '0')

/** Floating times and those of a zone named here have no offset of their own: they are eight hours ahead. */
const instantOf = (time: Time): number => {
  const tzid = time.zone?.tzid
  const offset = !tzid || tzid === 'floating' || HERE.has(tzid) ? 8 * 3600 : time.utcOffset()
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) - offset * 1000
}
