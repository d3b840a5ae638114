import type { Hub } from './apply-command.ts'
import { type Change, type Cursor, type Cursors, LIMITS, type Page, PROTO, type PullRequest, SCHEMA, type SyncError } from './protocol.ts'
import type { Desk } from './run-command.ts'
import { type Scope, scopesOf } from './scopes.ts'
import type { HubRead, Login } from './store.ts'
import type { TableMap } from './tx.ts'

/**
 * One page of what a desk has not seen, in one snapshot. The caller's scopes are those of now. `more` is false only when no scope has
 * anything beyond the page; the acknowledgement comes with that page alone, so that nobody is told "done" before having the effects.
 */
export const readPage = <T extends TableMap>(hub: Pick<Hub<T>, 'store' | 'now'>, login: Login, request: PullRequest): Promise<Page | SyncError> =>
  hub.store.read(async t => {
    if (request.schema < SCHEMA) return { code: 'schema-too-old', min: SCHEMA }
    const client = await t.client(request.client, login)
    if (client && !client.own) return { code: 'not-yours' }
    if (client?.revoked) return { code: 'device-revoked', wipe: true }
    const last = client?.last ?? 0
    const epoch = await t.epoch()
    if (epoch !== request.epoch) return { code: 'epoch-changed', epoch, lastMutationId: last }
    const { ahead, ...read } = await readScopes(t, scopesOf(await t.access(login.user)), request)
    const page = { ...read, serverTime: hub.now() }
    if (ahead > 0) return { ...page, more: true, ahead }
    return { ...page, more: false, lastMutationId: last, durableMutationId: client?.durable ?? 0, outcomes: await t.outcomes(request.client, request.acked, last) }
  })

type ReadScopes = Pick<Page, 'changes' | 'cursors' | 'scopesAdd' | 'scopesDrop' | 'resetScopes'> & { /** Changes that this page has not reached. */ ahead: number }

const readScopes = async <T extends TableMap>(t: HubRead<T>, granted: readonly Scope[], request: PullRequest): Promise<ReadScopes> => {
  const changes: Change[] = []
  const cursors: Cursors = {}
  const [scopesAdd, resetScopes]: [Scope[], Scope[]] = [[], []]
  let [bytes, ahead, full] = [0, 0, false]
  for (const scope of granted) {
    const { ver, horizon } = await t.scope(scope)
    const held = request.cursors[scope]
    const anew = !held || beginsAnew(held, ver, horizon)
    if (held && !anew && held.ver === ver) continue
    full ||= changes.length >= request.limit || bytes >= LIMITS.pageBytes
    if (ahead > 0 || (full && ver > 0)) {
      ahead += ver - (anew ? 0 : held.ver)
      continue
    }
    if (anew) (held ? resetScopes : scopesAdd).push(scope)
    const from: Cursor = anew ? { ver: 0, floor: horizon } : held
    const room = request.limit - changes.length
    const rows = from.ver === ver ? [] : await t.rowsAfter(scope, from.ver, room + 1)
    let reached = from.ver
    let whole = rows.length <= room
    for (const { table, id, ver: at, row } of rows.slice(0, room)) {
      if (bytes >= LIMITS.pageBytes) {
        whole = false
        break
      }
      if (row !== null) bytes += JSON.stringify(row).length
      changes.push({ table, id, scope, ver: at, row })
      reached = at
    }
    cursors[scope] = { ver: whole ? ver : reached, floor: from.floor }
    if (!whole) [ahead, full] = [ahead + ver - reached, true]
  }
  return { changes, cursors, scopesAdd, scopesDrop: (Object.keys(request.cursors) as Scope[]).filter(scope => !granted.includes(scope)), resetScopes, ahead }
}

/** At 0 a desk asks for it (a new epoch); below the horizon it may hold rows whose leaving was forgotten. */
const beginsAnew = ({ ver, floor }: Cursor, current: number, horizon: number): boolean => ver === 0 || ver > current || (ver < horizon && floor < horizon)

/** What a desk asks with; it changes nothing. `limit`: rows of a page. */
export const nextPull = <T extends TableMap>({ store }: Pick<Desk<T>, 'store'>, limit: number = LIMITS.pageRows): Promise<PullRequest> =>
  store.transaction(async t => {
    const { epoch, group, client, lastMid } = await t.meta()
    const waiting = await t.entries('waiting')
    return { proto: PROTO, schema: SCHEMA, epoch, group, client, cursors: await t.cursors(), limit, acked: (waiting[0]?.mid ?? lastMid + 1) - 1 }
  })
