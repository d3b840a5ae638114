import { dayNumber, type IsoDay } from '#shared/lib/dates.ts'
import type { OwnStandard } from './own.ts'
import { deriveStatus, FACT, NONE, type Derived, type StatusFacts } from './status.ts'
import { datesOf, type Dates } from './succession.ts'

/** The status of an own standard on a day: by its dates, and by those of the own one among `all` that replaces it first. */
export const ownStatus = (own: OwnStandard, all: readonly OwnStandard[], day: IsoDay): Derived => {
  const facts: StatusFacts = { word: -1, ...daysOf(own), fullSuccessor: NONE, partSuccessor: NONE }
  for (const { start, flags } of all.filter(({ replaces }) => replaces === own.number).map(daysOf)) {
    if (start === NONE) facts.flags |= FACT.SUCCESSOR_UNDATED
    else if (facts.fullSuccessor === NONE || start < facts.fullSuccessor) {
      facts.fullSuccessor = start
      facts.flags = (facts.flags & ~(FACT.SUCCESSOR_MONTH | FACT.SUCCESSOR_YEAR)) | (flags & FACT.START_MONTH ? FACT.SUCCESSOR_MONTH : 0) | (flags & FACT.START_YEAR ? FACT.SUCCESSOR_YEAR : 0)
    }
  }
  return deriveStatus(facts, dayNumber(day), dayNumber(day))
}

const daysOf = ({ published, effective, withdrawn }: OwnStandard): Dates => datesOf({ ...(published !== null && { published }), ...(effective !== null && { effective }), ...(withdrawn !== null && { withdrawn }) })
