// What is due, for the home page.
import type { Bucket } from '#shared/instruments/state.ts'
import type { Queue, Queued } from '../contribution.ts'
import { live } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { bucketPath, instrumentPath } from './paths.ts'
import { entriesOn, readRegister } from './register.ts'
import { today } from './today.ts'

const SHOWN = 5

/** `own`: the labs' instruments, else those of companies. */
const due = (bucket: Bucket, own: boolean): Queue['use'] => () => live(() => {
  const day = today.value
  return async (reads): Promise<Queued> => {
    const found = entriesOn(await readRegister(reads), day).filter(entry => entry.bucket === bucket && (entry.instrument.company === null) === own)
    const { t } = i18n.global
    return { n: found.length, path: bucketPath(bucket, own), rows: found.slice(0, SHOWN).map(({ instrument: { id, number, name }, standing }) => ({ id, title: `${number} ${name}`, hint: standing.due ?? t('instruments.queue.never'), path: instrumentPath(id) })) }
  }
}, null)

export const instrumentQueues: Queue[] = [
  { id: 'own', icon: 'gauge', label: 'instruments.queue.own', order: 50, tone: 'bad', roles: ['lab', 'admin'], use: due('overdue', true) },
  { id: 'overdue', icon: 'flag', label: 'instruments.queue.overdue', order: 60, tone: 'bad', roles: ['front', 'lab', 'admin', 'company'], use: due('overdue', false) },
  { id: 'soon', icon: 'calendar', label: 'instruments.queue.soon', order: 70, roles: ['front', 'lab', 'admin', 'company'], use: due('in30', false) },
]
