import { newId } from '../../renderer/db/new-id.ts'
import { fetchLine } from '../../renderer/sync/fetch-line.ts'
import { commands } from '#shared/commands.ts'
import { ok } from '#shared/lib/result.ts'
import { memoryDesk } from '#shared/sync/memory-desk.fixture.ts'
import { tables } from '#shared/tables.ts'
import { type DeskWork, deskWork } from './desk-work.ts'
import type { Person } from './people.ts'
import type { Told } from './told.ts'

export type NodeDesk = DeskWork

/** A desk that is never killed: its store lies in memory. */
export const openNodeDesk = ({ person: { user, device, group, epoch, token }, hub, ask, told }: { person: Person; hub: string; ask: typeof fetch; told: Told }): NodeDesk => {
  const store = memoryDesk(tables, { client: newId(), group, user, device, epoch, lastMid: 0 })
  return deskWork({ store, commands, tables }, fetchLine(hub, async () => ok(await token()), ask), news => told.note(news))
}
