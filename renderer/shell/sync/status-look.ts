import type { SyncStatus } from '../../sync/status.ts'
import type { IconName } from '../../ui/icons.ts'

export const LOOKS: Record<SyncStatus['is'], { icon: IconName; tone: '' | 'ok' | 'off' | 'busy' | 'bad' | 'warn' }> = {
  off: { icon: 'cloudoff', tone: 'off' },
  revoked: { icon: 'stop', tone: 'bad' },
  outdated: { icon: 'warning', tone: 'bad' },
  'not-yours': { icon: 'warning', tone: 'bad' },
  attention: { icon: 'warning', tone: 'warn' },
  clock: { icon: 'clock', tone: 'warn' },
  'logged-out': { icon: 'person', tone: 'off' },
  syncing: { icon: 'refresh', tone: 'busy' },
  paused: { icon: 'pause', tone: 'off' },
  offline: { icon: 'cloudoff', tone: 'off' },
  waiting: { icon: 'up', tone: 'busy' },
  'in-step': { icon: 'done', tone: 'ok' },
}

type Translate = (key: string, facts: Record<string, unknown>) => string

/** The state in a few words; what waits is always said. `moment` puts a time into words. */
export const statusText = (status: SyncStatus, t: Translate, moment: (ms: number) => string): string => {
  const waiting = status.waiting > 0 && status.is !== 'waiting' ? t('sync.andWaiting', { n: status.waiting }) : ''
  return t(`sync.is.${status.is}`, { n: status.is === 'attention' ? status.n : status.is === 'clock' ? Math.round(Math.abs(status.offset) / 60_000) : status.waiting, at: status.at === null ? '' : moment(status.at) }).trim() + shareOf(status) + waiting
}

/** How far it is; no more than it is, since a row that changed often is counted as often among those ahead. */
const shareOf = (status: SyncStatus): string => (status.is === 'syncing' && status.pages ? ` ${Math.floor((status.pages.taken / (status.pages.taken + status.pages.ahead)) * 100)} %` : '')
