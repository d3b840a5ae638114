import { type Adopted, adopt } from '#shared/sync/adopt.ts'
import type { CommandArgs } from '#shared/sync/command.ts'
import { openDesk, type OpenDesk } from './desk.ts'
import type { DeskProblem } from '#shared/words/desk.ts'
import { ok, type Result } from '#shared/lib/result.ts'
import { argsHash } from '#shared/sync/args-hash.ts'

/** For the first login: the desk's made-up user, device and complex give way to the hub's; what was done before stays, and is sent as theirs. */
export const adoptDesk = async (who: Adopted & { complex: string }): Promise<Result<null, DeskProblem>> => {
  const desk = await openDesk()
  if (!desk.ok) return desk
  await adoptOn(desk.value, who)
  return ok(null)
}

export const adoptOn = async (desk: OpenDesk, { complex, ...who }: Adopted & { complex: string }): Promise<void> => {
  const { database, store } = desk
  for (let done = false; !done; ) {
    const { lastMid, waiting } = await store.transaction(async t => ({ lastMid: (await t.meta()).lastMid, waiting: await t.entries('waiting') }))
    const renewed = new Map<number, { args: CommandArgs; hash: string }>()
    for (const { mid, args } of waiting) {
      const moved = { ...(args as CommandArgs), complex }
      renewed.set(mid, { args: moved, hash: await argsHash(moved) })
    }
    done = await database.transaction('rw', database.tables, async () => {
      const adopted = await adopt(desk, who, renewed, lastMid)
      if (adopted) await database.meta.put({ k: 'here', complex })
      return adopted
    })
  }
}
