// Whose work lies on this computer, each in a database of its own, and how much of it the hub does not have. It needs no key.
import { groupsWithKey } from './data-key.ts'
import { database as settings } from './database.ts'
import { type Account, readAccountOf } from './device.ts'
import { readLine } from './sync-facts.ts'
import { openWorkDatabase, type WorkDatabase } from './work-database.ts'

/** `account` null = nobody has logged in to it. `waiting`: steps; null = they can't be counted, for their database doesn't open. `packed`: all of them are sealed to the hub, for anybody to send. */
export type DeskAccount = { group: string; account: Account | null; waiting: number | null; packed: boolean }

/** By name; those without one, and without anything that waits, are left out. */
export const deskAccounts = async (): Promise<DeskAccount[]> => {
  const found = await Promise.all((await groupsWithKey(settings)).map(async group => ({ group, account: await readAccountOf(group), ...((await openLocked(group, leftIn).catch(() => null)) ?? { waiting: null, packed: false }) })))
  return found.filter(({ account, waiting }) => account !== null || (waiting ?? 0) > 0).sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh'))
}

const nameOf = ({ account, group }: DeskAccount): string => account?.display ?? group

/** What the hub has not said to have. */
const leftIn = async (database: WorkDatabase): Promise<Pick<DeskAccount, 'waiting' | 'packed'>> => {
  const [desk, parcels, { sent }, waiting] = await Promise.all([database.meta.get('desk'), database.meta.get('parcels'), readLine(database), database.outbox.where('state').equals('waiting').primaryKeys()])
  const had = desk?.k === 'desk' && desk.client === sent.client ? sent.mid : 0
  const left = waiting.filter(mid => mid > had)
  return { waiting: left.length, packed: parcels?.k === 'parcels' && (parcels.boxes.at(-1)?.upTo ?? 0) >= (left.at(-1) ?? 0) }
}

/** Works on what lies unsealed in a group's database. null = it doesn't open. Where there is none yet, it isn't made. */
export const openLocked = async <R>(group: string, work: (database: WorkDatabase) => Promise<R>): Promise<R | null> => {
  if (!(await indexedDB.databases()).some(({ name }) => name === `pinli-work-${group}`)) return null
  const opened = await openWorkDatabase(group, () => {}, { sealer: null })
  if (!opened.ok) return null
  try {
    return await work(opened.value)
  } finally {
    opened.value.close()
  }
}
