// What is due, for the home page.
import { computed } from 'vue'
import type { Bucket } from '#shared/instruments/state.ts'
import type { Queue, Queued } from '../contribution.ts'
import { live } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { bucketPath, instrumentPath } from './paths.ts'
import { entriesOn, readRegister } from './register.ts'
import { today } from '../db/today.ts'

const SHOWN = 5

export const instrumentQueues = (): Queue[] => {
  const entries = live(() => {
    const day = today.value
    return async reads => entriesOn(await readRegister(reads), day)
  }, null)
  /** `own`: the labs' instruments, else those of companies. */
  const due = (bucket: Bucket, own: boolean) => computed((): Queued | null => {
    const found = entries.value?.filter(entry => entry.bucket === bucket && (entry.instrument.company === null) === own)
    const { t } = i18n.global
    return found ? { n: found.length, path: bucketPath(bucket, own), rows: found.slice(0, SHOWN).map(({ instrument: { id, number, name }, standing }) => ({ id, title: `${number} ${name}`, hint: standing.due ?? t('instruments.queue.never'), path: instrumentPath(id) })) } : null
  })
  return [
    { id: 'own', icon: 'gauge', label: 'instruments.queue.own', order: 50, tone: 'bad', roles: ['lab', 'admin'], found: due('overdue', true) },
    { id: 'overdue', icon: 'flag', label: 'instruments.queue.overdue', order: 60, tone: 'bad', roles: ['front', 'lab', 'admin', 'company'], found: due('overdue', false) },
    { id: 'soon', icon: 'calendar', label: 'instruments.queue.soon', order: 70, roles: ['front', 'lab', 'admin', 'company'], found: due('in30', false) },
  ]
}
