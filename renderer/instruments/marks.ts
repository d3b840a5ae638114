import type { EventKind, Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentStanding } from '#shared/instruments/state.ts'

/** What may be noted of an instrument as it stands, the likeliest first. What a booking says is changed on its slip. */
export const marksFor = ({ is, failed, booked, booking }: Pick<InstrumentStanding, 'is' | 'failed' | 'booked' | 'booking'>): EventKind[] => {
  if (is === 'scrapped') return []
  if (is === 'stopped' && !failed) return ['resume', 'scrap']
  if (is === 'exempt') return ['require', 'stop', 'scrap']
  const away: EventKind[] = booking?.status === 'checked_in' ? [] : is === 'sent' ? ['return'] : booking ? ['send'] : booked === null ? ['book', 'send'] : ['send', 'return']
  return failed ? [...away, 'scrap'] : [...away, 'stop', 'exempt', 'scrap']
}

/** Whether it can be booked: a company's that stands in use and has no booking. */
export const isBookable = ({ company }: Pick<Instrument, 'company'>, { is, failed, booking }: Pick<InstrumentStanding, 'is' | 'failed' | 'booking'>): boolean =>
  company !== null && booking === null && is !== 'scrapped' && is !== 'exempt' && (is !== 'stopped' || failed)
