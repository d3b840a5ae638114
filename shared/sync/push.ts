import { type Caller, type Hub, applyCommand } from './apply-command.ts'
import { LIMITS, type Poke, PROTO, type PushReply, type PushRequest, SCHEMA, type SyncError } from './protocol.ts'
import type { Desk } from './run-command.ts'
import { type Login, Passing } from './store.ts'
import type { TableMap } from './tx.ts'

/** `moved` is poked in both cases: what was applied before an error stays applied. */
export type Pushed = { answer: PushReply | SyncError; moved: Poke[] }

/** Applies a push, one transaction a command. An error ends it; the commands after it wait. */
export const applyPush = async <T extends TableMap>(hub: Hub<T>, login: Login, request: PushRequest): Promise<Pushed> => {
  if (request.schema < SCHEMA) return { answer: { code: 'schema-too-old', min: SCHEMA }, moved: [] }
  const { client, group, epoch, proto } = request
  const caller: Caller = { login, client, group, epoch, proto }
  const moved: Poke[] = []
  let last = 0
  for (const sent of request.commands) {
    const applied = await applyCommand(hub, caller, sent).catch((error: unknown) => {
      if (error instanceof Passing) return { error: { code: 'busy', retryAfter: 1 } } as const
      throw error
    })
    if (applied.error) return { answer: applied.error, moved }
    last = applied.last
    moved.push(...applied.moved)
  }
  return { answer: { lastMutationId: last, serverTime: hub.now() }, moved }
}

/** The next push of a desk: what waits above `after`, as much as one request of `room` bytes may hold; null = nothing. It changes nothing. */
export const nextPush = <T extends TableMap>({ store }: Pick<Desk<T>, 'store'>, after: number, room: number = LIMITS.pushBytes): Promise<PushRequest | null> =>
  store.transaction(async t => {
    const { epoch, group, client } = await t.meta()
    const commands: PushRequest['commands'] = []
    let bytes = 0
    for (const { mid, name, args, hash, dependsOn, clientTs } of await t.entries('waiting')) {
      if (mid <= after) continue
      const sent = { mid, name, args, hash, ...(dependsOn !== undefined && { dependsOn }), clientTs }
      bytes += JSON.stringify(sent).length * 3 // a UTF-16 unit is at most three bytes
      if (commands.length === LIMITS.pushCommands || (bytes > room && commands.length > 0)) break
      commands.push(sent)
    }
    return commands.length === 0 ? null : { proto: PROTO, schema: SCHEMA, epoch, group, client, commands }
  })
