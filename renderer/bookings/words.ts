import { displayNumber } from '#shared/standards/number.ts'
import { i18n } from '../i18n.ts'
import type { BookingEntry } from './entries.ts'
import { yuanOf } from '#shared/lib/money.ts'
import type { Extension } from '#shared/labs/lab.ts'
import type { Evidence, ScopeAnswer } from '#shared/labs/scope.ts'
import { extensionText, informedText, subcontractText } from '#shared/words/agreed.ts'
import { evidenceText, scopeAnswerText } from '#shared/words/scope.ts'
import { closureText, daysText, momentText, overtimeText, spanText, standingHint, standingText, weekdayText } from '#shared/words/bookings.ts'
import type { BookedTest, Booking, ClosureKind, Informed, Subcontract } from '#shared/bookings/booking.ts'
import type { Standing } from '#shared/bookings/standing.ts'

const locale = () => i18n.global.locale.value

/** Words of bookings in the language of the interface, as templates need them. */
export const words = {
  scope: (answer: ScopeAnswer): string => scopeAnswerText(answer, locale()),
  evidence: (of: Evidence): string => evidenceText(of, locale()),
  extension: (of: Extension): string => extensionText(of, locale()),
  informed: (of: Informed): string => informedText(of, locale()),
  subcontract: (of: Subcontract, booking: Pick<Booking, 'by'>): string => subcontractText(of, booking, locale()),
  /** 12050 -> `¥120.50`, whole yuan without fen; null = to be asked. */
  price: (fen: number | null): string => (fen === null ? i18n.global.t('bookings.find.askPrice') : `¥${yuanOf(fen, true)}`),
  /** Of a test, which says why it is to be asked where the surcharge of overtime isn't told. */
  testPrice: ({ fen, overtime }: Pick<BookedTest, 'fen' | 'overtime'>): string => (fen === null && overtime?.percent === null && overtime.base !== null ? i18n.global.t('bookings.find.askOvertime') : words.price(fen)),
  /** `含加班 +50%`; '' where nothing was put on top. */
  surcharge: ({ fen, overtime }: Pick<BookedTest, 'fen' | 'overtime'>): string => (fen !== null && overtime?.percent ? i18n.global.t('bookings.find.surcharge', { percent: overtime.percent }) : ''),
  /** Of several, those without a price counted apart. */
  total: (bookings: readonly Booking[]): string => {
    const asks = bookings.filter(({ test }) => (test?.fen ?? null) === null).length
    return i18n.global.t(asks > 0 ? 'bookings.together.plusAsk' : 'bookings.together.total', { n: asks, price: words.price(bookings.reduce((sum, { test }) => sum + (test?.fen ?? 0), 0)) })
  },
  /** What is done, in one line: the test with its method, the piece, or what it is for. */
  what: ({ booking: { test, purpose }, piece }: BookingEntry): string => [test && `${test.parameter} · ${test.object} ${displayNumber(test.number)}`, piece].filter(Boolean).join(' · ') || purpose,
  standing: (of: Standing): string => standingText(of, locale()),
  closure: (kind: ClosureKind = 'out'): string => closureText(kind, locale()),
  hint: (of: Standing): string => standingHint(of, locale()),
  /** Why overtime waits for the staff's word. */
  overtime: (): string => overtimeText(locale()),
  moment: (at: number): string => momentText(at, locale()),
  span: ({ start, end }: Pick<Booking, 'start' | 'end'>): string => spanText(start, end, locale()),
  days: (days: readonly number[]): string => daysText(days, locale()),
  weekday: (day: number): string => weekdayText(day, locale()),
  /** 90 -> `1.5 小时`. */
  length: (minutes: number): string => (minutes < 60 ? i18n.global.t('bookings.minutes', { n: minutes }) : i18n.global.t('bookings.hours', { n: Math.round(minutes / 6) / 10 })),
}
