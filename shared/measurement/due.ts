import { type Result, fail, ok } from '#shared/lib/result.ts'
import { addMonths, dayNumber, type IsoDay, isLooseDate, isoOf } from '#shared/lib/dates.ts'

/** `due`: the day itself. `dayBefore`: the last day on which the instrument may still be used, as many labels print it. */
export type DueLabel = 'due' | 'dayBefore'

export type DueProblem = { code: 'bad-date'; date: string } | { code: 'bad-interval'; months: number }

/** The longest interval that is taken for meant, in months. */
const LONGEST = 600

/** When an instrument is due again: the day of its last certificate and whole months, clamped to the month's end: 2024-01-31 and 1 is 2024-02-29. */
export const dueDay = (lastDate: IsoDay, months: number, label: DueLabel = 'due'): Result<IsoDay, DueProblem> => {
  if (lastDate.length !== 10 || !isLooseDate(lastDate)) return fail({ code: 'bad-date', date: lastDate })
  if (!Number.isInteger(months) || months < 1 || months > LONGEST) return fail({ code: 'bad-interval', months })
  const due = addMonths(lastDate, months)
  return ok(label === 'due' ? due : isoOf(dayNumber(due) - 1))
}
