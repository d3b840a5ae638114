import type { CompanyTables } from '#shared/companies/company.ts'
import type { LabTables, Urgency } from '#shared/labs/lab.ts'
import type { ScopeFinding } from '#shared/labs/scope.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Surcharge } from './surcharge.ts'

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
  /** How many days ahead it can be asked for, and for how many minutes at most; null or none = no limit. */
  aheadDays?: number | null
  longestMin?: number | null
  /** How many minutes a company may have of it from Monday to Sunday. */
  weekMin?: number | null
  /** Giving a time back or moving it later than so many minutes before its start is late; none = a day. */
  lateMin?: number | null
  /** Its measuring instrument is due then; after that day nothing new is given, until a certificate frees it. */
  calibration?: { due: IsoDay }
  /** Where it stands; none = of no lab. */
  lab?: string | null
  site?: string | null
  kind?: ResourceKind | null
  /** Out of sight and of use; what speaks of it stays. */
  retired?: boolean | null
}

export const RESOURCE_KINDS = ['instrument', 'room', 'team'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

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
/** In these something is still to come of it. */
export const OPEN_STATUSES = ['waitlisted', 'held', 'confirmed', 'checked_in'] as const satisfies readonly BookingStatus[]

/** These occupy their time: no two of them overlap on a resource's lane. */
export const occupies = (status: BookingStatus | 'closed'): boolean => status === 'held' || status === 'confirmed' || status === 'checked_in' || status === 'closed'

/** One resource's time in a booking. */
export type Part = { resource: string; start: Instant; end: Instant }

/** What is to be done, as the directory said when it was booked; a later change of the directory changes none of it. */
export type BookedTest = {
  id: string
  lab: string
  object: string
  parameter: string
  /** Canonical number of the method. */
  number: string
  /** The value or range wanted, as written. */
  range: string | null
  sample: string | null
  urgency: Urgency
  /** Hundredths of a yuan, a surcharge of overtime in it; null = to be asked. */
  fen: number | null
  /** Its time lies beyond opening hours. */
  overtime?: Surcharge
  /** Working days from its end to the report. */
  days: number
  /** What the accredited scope says of it on the day on which it begins. */
  scope: ScopeFinding
  /** What the catalogue of the desk said of the method: a word of evidence, no rule. */
  seen: { status: string; catalogue: string } | null
  subcontract?: Subcontract
}

/** 分包·已同意: to whom, who of the customer's consented, and when; without a day it was when the test was booked. */
export type Subcontract = { to: string; consent: string; day?: IsoDay }

/** What the customer of a test was told will become of it where the scope doesn't bear it, and by what way. */
export const TOLD_PLANS = ['extend', 'unmarked', 'subcontract'] as const
export const TOLD_WAYS = ['phone', 'message', 'person', 'letter'] as const
/** `newer`: the edition in force that the word was about, null where no catalogue named one; `to`: whom of the customer's. */
export type Informed = { plan: (typeof TOLD_PLANS)[number]; way: (typeof TOLD_WAYS)[number]; newer: string | null; to: string | null; day: IsoDay; user: string; at: Instant }

export type Booking = {
  id: string
  complex: string
  company: string
  /** All of them or none. */
  resources: string[]
  /** The whole: from the first start to the last end of its parts. */
  start: Instant
  end: Instant
  /** In the order of `resources`, where they have times of their own; none = each has the whole time. */
  parts?: Part[]
  status: BookingStatus
  purpose: string
  test?: BookedTest
  /** Made by the desk, the same for all that was asked for together: the tests of a visit, the steps of a chain, the pieces of a batch. */
  batch?: string | null
  /** Bookings of its batch that had to be over before it, when they were asked for. */
  after?: string[]
  /** The measuring instrument of the company that is to be verified or calibrated. */
  instrument?: string | null
  /** Order among those who wait for a resource; kept afterwards. */
  waitSeq: number | null
  holdUntil: Instant | null
  /** The company, while this is a hold of its own (保留); such count against the limit. */
  holding: string | null
  /** Who asked, and the client that is passed over once it is revoked. */
  by: { user: string; client: string; at: Instant }
  /** Times that it had before, oldest first; `change` is the id of the move, `test` what it was where the move made it another. */
  moves: { change: string; start: Instant; end: Instant; resources: string[]; parts?: Part[]; test?: BookedTest; at: Instant; late?: boolean }[]
  /** Why it was rejected or cancelled. */
  reason: string | null
  /** Who ended it before its time, and whether that was late. */
  ended?: { at: Instant; user: string; late: boolean }
  /** Given beyond these rules, with staff's reason, which stays visible. */
  override?: { reason: string; user: string; at: Instant; of: Overridable[] }
  /** The customer has been told of this state and time. */
  told?: { status: BookingStatus; start: Instant; user: string; at: Instant }
  /** 告知: the last word to the customer about the scope of its test. */
  informed?: Informed
  /** It stays in line (留在候补): a person has seen that the time was lost and chose no other. */
  stays?: boolean
}

/** Rules that staff may pass over with a reason; room, closures and overdue calibration are none of them. */
export const OVERRIDABLE = ['resource-closed', 'too-far', 'too-long', 'share-used'] as const
export type Overridable = (typeof OVERRIDABLE)[number]

/** The parts of a booking, in the order of its resources. */
export const partsOf = ({ resources, start, end, parts }: Pick<Booking, 'resources' | 'start' | 'end' | 'parts'>): Part[] => parts ?? resources.map(resource => ({ resource, start, end }))

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
  /** Why it is closed, and for what; none = 停用. */
  reason?: string
  closure?: ClosureKind
  /** The event of an outside calendar that it follows; `gone`: the calendar ended it, not a person. */
  outside?: { uid: string; gone?: true }
}

/** 停用; 质控 and 自校 are the lab's own and are done also where the calibration is overdue. */
export const CLOSURE_KINDS = ['out', 'qc', 'calibration'] as const
export type ClosureKind = (typeof CLOSURE_KINDS)[number]

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

/** What a booking has to know of a measuring instrument. */
type Brought = { id: string; complex: string; company: string | null }

export type BookingTables = CompanyTables & LabTables & { instruments: Brought; resources: Resource; calendar_years: CalendarYear; bookings: Booking; booking_slots: BookingSlot; resource_busy: ResourceBusy }

/** No slot is longer with its buffers (31 days): a search by end can stop there. Longer closures are several slots. */
export const LONGEST = 31 * 24 * 3600_000

/** How many own holds a company may have on a resource. */
export const HOLDS = 3
