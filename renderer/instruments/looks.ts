import type { InstrumentKind } from '#shared/instruments/instrument.ts'
import type { InstrumentState } from '#shared/instruments/state.ts'
import type { IconName } from '../ui/icons.ts'

export const KIND_ICON: Record<InstrumentKind, IconName> = { verification: 'shield', calibration: 'target', check: 'refresh' }
export const STATE_ICON: Record<InstrumentState, IconName> = { overdue: 'flag', soon: 'clock', booked: 'calendar', sent: 'truck', inUse: 'done', limited: 'half', stopped: 'pause', exempt: 'check', scrapped: 'stop' }
