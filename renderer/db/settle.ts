import type { Session } from '#shared/sync/login.ts'
import { adoptOn } from './adopt.ts'
import { database as settings, type Database } from './database.ts'
import { GROUP, type OpenDesk } from './desk.ts'

/**
 * Makes the desk that of who has logged in. Work that nobody has sent yet becomes theirs. False: their work lies in another database of
 * this computer, which the windows open when they are loaded anew; what the one before left waits in this one.
 */
export const settleDesk = async (desk: OpenDesk, { user, device, group }: Pick<Session, 'user' | 'device' | 'group'>, complex: string, kept: Database = settings): Promise<boolean> => {
  if (group !== desk.group) {
    await settleElsewhere(group, kept)
    return false
  }
  const { epoch, user: held } = await metaOf(desk)
  if (epoch === '' && held !== user) await adoptOn(desk, { user, device, complex })
  return true
}

/** Another person's work is this computer's from the next start of its windows on. */
export const settleElsewhere = async (group: string, kept: Database = settings): Promise<void> => void (await kept.settings.put({ key: GROUP, value: group }))

/** The desk has not met a hub: its group may be offered at a login, which makes it theirs. */
export const offeredGroup = async (desk: OpenDesk): Promise<string | undefined> => ((await metaOf(desk)).epoch === '' ? desk.group : undefined)

const metaOf = ({ store }: OpenDesk) => store.transaction(t => t.meta())
