// Words of a batch in the language of the interface, as templates need them.
import { clockOf, dayOf, midnightOf, weekday } from '#shared/bookings/times.ts'
import type { BatchGroup, Cannot } from '#shared/instruments/batch/pieces.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { yuanOf } from '#shared/lib/money.ts'
import { weekdayText } from '#shared/words/bookings.ts'
import { i18n } from '../../i18n.ts'

const locale = () => i18n.global.locale.value

/** `10-09 五`. */
export const dayText = (day: IsoDay): string => `${day.slice(5)} ${weekdayText(weekday(midnightOf(day)), locale())}`
export const momentText = (at: number): string => `${dayText(dayOf(at))} ${clockOf(at)}`
/** `¥7,620.00`; whole yuan without a fraction where `whole` asks for it. */
export const price = (fen: number, whole = false): string => `¥${yuanOf(fen, whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`
export const priceOf = (fen: number, asks: number, n: number): string => (n > 0 && asks === n ? i18n.global.t('instruments.batch.askPrice') : price(fen, true) + (asks > 0 ? ` ${i18n.global.t('instruments.batch.plusAsk', { n: asks })}` : ''))
export const groupText = ({ kind, name }: Pick<BatchGroup, 'kind' | 'name'>): string => `${name} ${i18n.global.t(`instruments.kind.${kind}`)}`
/** `weeks`: how far was looked. */
export const cannotText = (cannot: Cannot, weeks: number): string => {
  const { t } = i18n.global
  if (cannot.why === 'out-of-range') return t('instruments.batch.cannot.out-of-range', { wanted: cannot.wanted, offered: cannot.offered })
  return cannot.why === 'no-time' ? t('instruments.batch.cannot.no-time', { weeks }) : t(`instruments.batch.cannot.${cannot.why}`)
}
