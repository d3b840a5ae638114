// What the sync loop and its status need of the desk beside the core: counts, and what is remembered of the hub.
import { liveQuery } from 'dexie'
import type { Booking } from '#shared/bookings/booking.ts'
import { setClockOffset } from './clock.ts'
import type { LineMeta, WorkDatabase } from './work-database.ts'

/** `waiting`: commands that the hub has not answered. `newest`: the highest mid of them. `attention`: what a person has to close. */
export type SyncFacts = { waiting: number; newest: number; attention: number } & LineMeta

const FIRST: LineMeta = { offset: 0, sent: { client: '', mid: 0 }, agreedAt: null }

/** Calls with the present facts and with each later state of them, of any window; the answer ends it. Sets this window's clock as well. Needs no key. */
export const watchSyncFacts = (database: WorkDatabase, listen: (facts: SyncFacts) => void): (() => void) => {
  const watching = liveQuery(async (): Promise<SyncFacts> => {
    const waiting = database.outbox.where('state').equals('waiting')
    const [mids, attention, line] = await Promise.all([waiting.primaryKeys(), database.inbox.count(), readLine(database)])
    return { waiting: mids.length, newest: mids.at(-1) ?? 0, attention: attention + (await countLost(database)), ...line }
  }).subscribe(facts => {
    setClockOffset(facts.offset)
    listen(facts)
  })
  return () => watching.unsubscribe()
}

/** Own bookings that stand in line by the hub's word, and nobody has chosen yet to leave them there. */
const countLost = async (database: WorkDatabase): Promise<number> => {
  const desk = await database.meta.get('desk')
  const inLine = await database.table<Booking>('bookings').where('[status+start]').between(['waitlisted', -Infinity], ['waitlisted', Infinity]).toArray()
  if (desk?.k !== 'desk' || inLine.length === 0) return 0
  const waiting = new Set(await database.outbox.where('touches').startsWith('bookings/').keys())
  return inLine.filter(({ id, by, stays }) => by.client === desk.client && !stays && !waiting.has(`bookings/${id}`)).length
}

export const noteLine = (database: WorkDatabase, change: Partial<LineMeta>): Promise<void> =>
  database.transaction('rw', database.meta, async () => void (await database.meta.put({ k: 'line', ...(await readLine(database)), ...change })))

export const readLine = async (database: WorkDatabase): Promise<LineMeta> => {
  const line = await database.meta.get('line')
  return line?.k === 'line' ? { offset: line.offset, sent: line.sent, agreedAt: line.agreedAt } : FIRST
}
