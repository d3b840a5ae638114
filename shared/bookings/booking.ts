import type { CompanyTables } from '#shared/companies/company.ts'
import type { IsoDay } from '#shared/lib/dates.ts'

/** Milliseconds since 1970, UTC. Spans are half-open: `[start, end)`. */
export type Instant = number

/** What can be booked: an instrument, a room, an expert. */
export type Resource = {
  id: string
  complex: string
  name: string
  /** How many can be served at once. */
  lanes: number
  /** A booking of it has to be confirmed by the staff. */
  approval: boolean
  /** Companies may see and book it. */
  open: boolean
  hours: OpeningHours[]
  /** Times are multiples of so many minutes, in local time. */
  granuleMin: number
  /** Minutes that it needs before and after every booking. */
  beforeMin: number
  afterMin: number
  /** How many opening hours, in minutes, something is held for. */
  holdMin: number
  /** The last day on which what it measures with may be used; none where no instrument is linked. Written by the records of instruments. */
  calibration?: { due: IsoDay } | undefined
}

/** `day` 1 = Monday to 7 = Sunday; minutes since midnight in Asia/Shanghai, `from < to <= 1440`. */
export type OpeningHours = { day: number; from: number; to: number }

/** `rest`: nothing is open. `work` (调休上班): open with the hours of the weekday `as`, 1 = Monday. Any other day goes by its weekday. */
export type CalendarDay = { day: IsoDay; name: string } & ({ kind: 'rest'; as: null } | { kind: 'work'; as: number })

/** What a complex has entered of a year; a year without days is not known yet. */
export type CalendarYear = { id: string; complex: string; year: number; days: CalendarDay[] }

/**
 * place -> confirmed, or held where the resource needs approval (待批, no `holdUntil`), or waitlisted; promotion -> held until then;
 * held -> confirmed | rejected | expired | cancelled; confirmed -> checked_in | no_show | cancelled; checked_in -> done | cancelled;
 * waitlisted -> held | confirmed | cancelled | expired.
 */
export const BOOKING_STATUSES = ['waitlisted', 'held', 'confirmed', 'rejected', 'expired', 'cancelled', 'checked_in', 'no_show', 'done'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** These occupy their time: no two of them overlap on a resource's lane. */
export const occupies = (status: BookingStatus | 'closed'): boolean => status === 'held' || status === 'confirmed' || status === 'checked_in' || status === 'closed'

export type Booking = {
  id: string
  complex: string
  company: string
  /** All of them or none. */
  resources: string[]
  start: Instant
  end: Instant
  status: BookingStatus
  purpose: string
  /** Order among those who wait for a resource; kept afterwards. */
  waitSeq: number | null
  holdUntil: Instant | null
  /** The company, while this is a hold of its own (保留); such count against the limit. */
  holding: string | null
  /** Who asked, and the client that is passed over once it is revoked. */
  by: { user: string; client: string; at: Instant }
  /** Times that it had before, oldest first; `change` is the id of the move. */
  moves: { change: string; start: Instant; end: Instant; resources: string[]; at: Instant }[]
  /** Why it was rejected or cancelled. */
  reason: string | null
  /** It stays in line (留在候补): a person has seen that the time was lost and chose no other. */
  stays?: boolean
}

/** One resource's part of a booking, or time in which it is closed. Carries the exclusion. */
export type BookingSlot = {
  id: string
  complex: string
  company: string | null
  booking: string | null
  resource: string
  /** 1 is the first; 0 = none yet (waiting) or all of them (closed). */
  lane: number
  /** With the resource's buffers. */
  from: Instant
  to: Instant
  kind: 'booking' | 'closed'
  status: BookingStatus | 'closed'
  /** The resource, while it waits for it. */
  waitingFor: string | null
  waitSeq: number | null
  /** Why it is closed. */
  reason?: string
}

/** The same time without names, for desks that may not see whose it is. Every check reads this. Freed time stays as `free`. */
export type ResourceBusy = {
  id: string
  complex: string
  resource: string
  lane: number
  from: Instant
  to: Instant
  kind: 'busy' | 'waiting' | 'closed' | 'free'
  open: boolean
}

export type BookingTables = CompanyTables & { resources: Resource; calendar_years: CalendarYear; bookings: Booking; booking_slots: BookingSlot; resource_busy: ResourceBusy }

/** No slot is longer with its buffers (31 days): a search by end can stop there. Longer closures are several slots. */
export const LONGEST = 31 * 24 * 3600_000

/** How many own holds a company may have on a resource. */
export const HOLDS = 3
