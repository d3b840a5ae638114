import { localDay } from '#shared/lib/dates.ts'
import { database } from '../../db/database.ts'
import type { Request } from './protocol.ts'
import { createSearchHost } from './search-host.ts'

const host = createSearchHost({ database, say: reply => postMessage(reply), now: () => performance.now(), /** Queries bring their own. */ today: () => localDay(Date.now()), breathe: () => new Promise(resolve => { setTimeout(resolve) }) })
onmessage = ({ data }: MessageEvent<Request>) => host.receive(data)
