import { database } from '../../db/database.ts'
import type { Request } from './protocol.ts'
import { createSearchHost } from './search-host.ts'

/** The day on this computer; queries bring their own. */
const today = (): string => {
  const date = new Date()
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

const host = createSearchHost({ database, say: reply => postMessage(reply), now: () => performance.now(), today, breathe: () => new Promise(resolve => { setTimeout(resolve) }) })
onmessage = ({ data }: MessageEvent<Request>) => host.receive(data)
