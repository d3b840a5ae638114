import { yuanOf } from '#shared/lib/money.ts'
import type { Booking, Informed, Subcontract } from '#shared/bookings/booking.ts'
import type { Extension } from '#shared/labs/lab.ts'
import type { Evidence } from '#shared/labs/scope.ts'
import type { ScopeColumn } from '#shared/labs/import/columns.ts'
import type { ReadProblem } from '#shared/readers/file.ts'
import type { Standing } from '#shared/bookings/standing.ts'
import { momentText, standingText } from '#shared/words/bookings.ts'
import { readProblemText } from '#shared/words/reading.ts'
import { extensionText, informedText, planText, subcontractText, wayText } from '#shared/words/agreed.ts'
import { evidenceText } from '#shared/words/scope.ts'
import { scopeColumnText } from '#shared/words/scope-import.ts'
import { i18n } from '../i18n.ts'

const locale = () => i18n.global.locale.value

/** Words of labs in the language of the interface, as templates need them. */
export const words = {
  evidence: (evidence: Evidence): string => evidenceText(evidence, locale()),
  column: (column: ScopeColumn): string => scopeColumnText(column, locale()),
  problem: (problem: ReadProblem): string => readProblemText(problem, locale()),
  extension: (of: Extension): string => extensionText(of, locale()),
  plan: (of: Informed['plan']): string => planText(of, locale()),
  way: (of: Informed['way']): string => wayText(of, locale()),
  informed: (of: Informed): string => informedText(of, locale()),
  subcontract: (of: Subcontract, booking: Pick<Booking, 'by'>): string => subcontractText(of, booking, locale()),
  standing: (of: Standing): string => standingText(of, locale()),
  moment: (at: number): string => momentText(at, locale()),
  /** 12050 -> `120.50`. */
  yuan: (fen: number): string => yuanOf(fen),
  /** 90 -> `1.5 小时`. */
  length: (minutes: number): string => (minutes < 60 ? i18n.global.t('labs.minutes', { n: minutes }) : i18n.global.t('labs.hours', { n: Math.round(minutes / 6) / 10 })),
}
