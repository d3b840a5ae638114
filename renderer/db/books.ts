// What a person may see of sync's own tables: what waits, what the hub has answered, what asks for them.
import { liveQuery } from 'dexie'
import { onScopeDispose, type ShallowRef, shallowRef } from 'vue'
import type { Outcome } from '#shared/sync/protocol.ts'
import type { InboxItem, OutboxEntry } from '#shared/sync/store.ts'
import { openDesk, type OpenDesk } from './desk.ts'

/** `waiting` oldest first. `lately`: answered and done as asked, newest first. `inLine`: stands on a waiting list, and nobody has chosen to leave it there. */
export type Books = { waiting: OutboxEntry[]; lately: OutboxEntry[]; inLine: { entry: OutboxEntry; outcome: Outcome }[]; inbox: InboxItem[] }

const EMPTY: Books = { waiting: [], lately: [], inLine: [], inbox: [] }
const LATELY = 20

/** For as long as the component stands. */
export const followBooks = (): Readonly<ShallowRef<Books>> => follow(readBooks, EMPTY)

/** When each step was done that waits, ms, oldest first; for as long as the component stands. */
export const followWaiting = (): Readonly<ShallowRef<number[]>> => follow(async ({ database }) => (await database.outbox.where('state').equals('waiting').sortBy('mid')).map(({ clientTs }) => clientTs), [])

const follow = <T>(read: (desk: OpenDesk) => Promise<T>, initial: T): Readonly<ShallowRef<T>> => {
  const found = shallowRef(initial)
  let end = (): void => {}
  let over = false
  void openDesk().then(desk => {
    if (!desk.ok || over) return
    const watching = liveQuery(async () => read(desk.value)).subscribe(now => { found.value = now })
    end = () => watching.unsubscribe()
  })
  onScopeDispose(() => {
    over = true
    end()
  })
  return found
}

export const readBooks = async ({ database }: OpenDesk): Promise<Books> => {
  const [waiting, answered, inbox] = await Promise.all([
    database.outbox.where('state').equals('waiting').sortBy('mid'),
    database.outbox.where('state').equals('answered').reverse().sortBy('mid'),
    database.inbox.toArray(),
  ])
  const outcomes = await database.outcomes.bulkGet(answered.map(({ mid }) => mid))
  const asked = answered.map((entry, i) => ({ entry, outcome: outcomes[i] }))
  const inLine: Books['inLine'] = []
  for (const { entry, outcome } of asked) {
    if (outcome?.outcome !== 'waitlisted') continue
    const booking = await database.table<{ status: string; stays?: boolean }, string>('bookings').get((entry.args as { id: string }).id)
    if (booking?.status === 'waitlisted' && !booking.stays) inLine.push({ entry, outcome })
  }
  return { waiting, lately: asked.filter(({ outcome }) => outcome?.outcome === 'applied').slice(0, LATELY).map(({ entry }) => entry), inLine, inbox }
}

/** What this desk has asked for about one row and still remembers, newest first, but for what the hub has refused. */
export const askedAbout = async (table: string, id: string): Promise<OutboxEntry[]> => {
  const desk = await openDesk()
  if (!desk.ok) return []
  const { outbox, outcomes } = desk.value.database
  const touching = (await outbox.where('touches').equals(`${table}/${id}`).toArray()).sort((a, b) => b.mid - a.mid)
  const answers = await outcomes.bulkGet(touching.map(({ mid }) => mid))
  return touching.filter((_, i) => answers[i]?.outcome !== 'rejected')
}

/** A person has seen to it. */
export const closeItem = async (id: string): Promise<void> => {
  const desk = await openDesk()
  if (desk.ok) await desk.value.database.inbox.delete(id)
}
