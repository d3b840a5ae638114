// Rest days and make-up days out of an outside calendar.
import type { IsoDay } from '#shared/lib/dates.ts'
import type { IcsEvent, IcsSpan } from '#shared/readers/ics.ts'
import type { CalendarDay } from './booking.ts'
import { daysFrom, withDays } from './calendar-edit.ts'
import { dayOf } from './times.ts'

type Event = Pick<IcsEvent, 'title' | 'special'> & IcsSpan

/** `unsaid`: titles of events that don't say whether one works; nobody guesses. */
export type SpecialDays = { days: CalendarDay[]; unsaid: string[] }

/** Make-up days get the hours of the weekday `as`. Of two events for one day the later in the file counts. */
export const specialDays = (events: readonly Event[], as: number): SpecialDays => {
  const found: SpecialDays = { days: [], unsaid: [] }
  for (const event of events) {
    const kind = kindOf(event)
    const days = 'first' in event ? event : { first: dayOf(event.from), last: dayOf(Math.max(event.from, event.to - 1)) }
    if (kind === null) found.unsaid.push(event.title)
    else found.days = withDays(found.days, daysFrom(days.first, upTo(days), { kind, as: kind === 'work' ? as : null, name: nameOf(event.title) }))
  }
  return found
}

const kindOf = ({ title, special }: Event): CalendarDay['kind'] | null => {
  if (special === 'ALTERNATE-WORKDAY' || /班/.test(title)) return 'work'
  return special === 'WORK-HOLIDAY' || /休|放假|假期/.test(title) ? 'rest' : null
}

/** A year at most: an end far away is a slip of the file. */
const upTo = ({ first, last }: { first: IsoDay; last: IsoDay }): IsoDay => (daysFrom(first, last, { kind: 'rest', as: null, name: '' }).length > 366 ? first : last)

/** `国庆节（休）` is 国庆节. */
const nameOf = (title: string): string => title.replace(/[（(【[]?(?:补?班|上班|休息?|放假|假期)[）)】\]]?/g, '').replace(/[\s·:：-]+$/, '').trim().slice(0, 60)
