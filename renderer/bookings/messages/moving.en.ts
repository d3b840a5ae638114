/** A booking that is moved: dragged over the board, or as a step among others; and why a day takes none. */
export const moving = {
  drop: 'let go to confirm the new time',
  cant: 'Can’t be moved here: {why}',
  at: '“{name}”: {why}',
  whole: 'a booking of several parts moves in time alone, not to another resource',
  twice: 'this resource is in the same booking already',
  notOfTest: 'the directory does not do “{test}” on this resource, for that long or at that price',
  before: 'In its chain it waits for “{step}”, over at {at}: it begins then at the earliest.',
  behind: 'In its chain “{step}” begins at {at} and waits for this: it has to be over by then.',
  waited: 'Steps of its chain wait for this one: {steps}. They aren’t cancelled with it, keep their times and no longer wait for it.',
  due: { verification: 'verification', calibration: 'calibration', check: 'check' },
  overdueOne: { expired: 'the {kind} of {piece} was good until {day}', failed: '{piece} failed its {kind} on {day}', none: '{piece} has no {kind} certificate yet' },
  overdueUnseen: 'its instrument was good until {day}',
  overdue: 'Nothing new is booked on this day: {list}. A new certificate frees it; bookings that stand are left.',
}
