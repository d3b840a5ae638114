export const en = {
  home: {
    title: 'Today', own: 'My business',
    calmOwn: 'No tests booked, nothing waiting, no instruments due. What comes up shows here at once.',
    today: '{day} {weekday}',
    ways: 'Begin here',
    calm: 'Nothing to do right now',
    calmText: 'No bookings of today, nobody waiting, no instruments due. What comes up shows here at once.',
    none: 'None: {what}',
    and: ', ',
    countOf: '{label}: {n}',
    all: 'All {n}',
    trouble: 'Sync needs you',
    troubleRow: 'Conflicts, refusals and lost slots, each for you to decide',
    loading: 'Reading',
  },
}
