import type { EventKind } from '#shared/instruments/instrument.ts'
import type { InstrumentStanding } from '#shared/instruments/state.ts'

/** What may be noted of an instrument as it stands, the likeliest first. */
export const marksFor = ({ is, failed, booked }: Pick<InstrumentStanding, 'is' | 'failed' | 'booked'>): EventKind[] => {
  if (is === 'scrapped') return []
  if (is === 'stopped' && !failed) return ['resume', 'scrap']
  if (is === 'exempt') return ['require', 'stop', 'scrap']
  const away: EventKind[] = is === 'sent' ? ['return'] : booked === null ? ['book', 'send'] : ['send', 'return']
  return failed ? [...away, 'scrap'] : [...away, 'stop', 'exempt', 'scrap']
}
