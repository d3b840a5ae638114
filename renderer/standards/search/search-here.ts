import { localDay } from '#shared/lib/dates.ts'
import { database } from '../../db/database.ts'
import type { Reply, Request } from './protocol.ts'
import { createSearchHost } from './search-host.ts'

/** The search of this computer's catalogue, beside a page or in it. */
export const searchHere = (say: (reply: Reply) => void): ((request: Request) => void) => {
  const host = createSearchHost({ database, say, now: () => performance.now(), /** Queries bring their own. */ today: () => localDay(Date.now()), breathe: () => new Promise(resolve => { setTimeout(resolve) }) })
  return request => host.receive(request)
}
