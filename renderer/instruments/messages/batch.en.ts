/** Booking many at once. */
export const batch = {
  title: 'Batch booking', tab: 'Batch {company}', start: 'Batch-book {n}', startAll: 'Batch-book the week, {n}', ownOnly: 'The lab’s own instruments are not booked here. Choose those of companies.', chosen: '{n} chosen, {can} can be booked', add: 'Add', again: 'Plan anew', again2: 'Hand changes are gone; planned anew',
  units: '{n}', of: '{name}, {n}',
  which: 'Choose a company first', whichText: 'A batch is of one company.', ready: '{n} chosen', due: '{n} due within 90 days, {all} in all', nobody: 'No instruments of companies yet', nobodyText: 'Once instruments of companies are in the register, they can be booked in a batch.', gone: 'No such company on this computer', register: 'Register',
  pieces: 'Instruments', list: 'By kind and instrument', none: 'Clear all', all: 'Tick all', late: '{n} overdue', earliest: 'first {day}', noCertificate: 'No certificate', rest: '{n} more', fold: 'Fold', cannotTitle: 'Can’t be booked', test: 'Done by', anyTest: 'Automatic', otherTest: 'Other tests of the directory', noLab: 'No test in the directory; choose one',
  cannot: {
    stopped: 'Out of use; can be booked once resumed', scrapped: 'Scrapped', exempt: 'Exempt, need not be booked', sent: 'Sent away; can be booked once back', booked: 'Booked already', 'no-test': 'No such test in the directory; choose one on the left', 'too-long': 'Longer than its resources allow; book it alone', 'no-time': 'No room within eight weeks', 'not-on-site': 'Nobody comes on site for it',
    'out-of-range': 'Out of range: {wanted} wanted, {offered} offered',
  },
  plan: 'Plan', byHand: 'By hand', first: 'Overdue and soon due come first', grid: 'Plan by day and place, {days} days, {places} places', daily: '{n} a day', comes: 'On site, {n} a day', capacity: 'Capacity a day', booked: '{n} booked', empty: 'Empty', restDay: '{day} rest day', makeUp: 'Work', closed: 'Closed', busy: '{n} taken', free: '{n} left', full: 'Full', away: 'Away from factory', affected: '{n} days affected',
  hint: { block: 'Block', day: 'Day', split: 'Split', panes: 'Panes', follows: 'The price follows' },
  moved: '{what} moved to {day}', noRoom: 'No day with room for {what} there', splitDone: '{what} split in two', single: 'One piece can’t be split',
  schemes: 'Schemes', scheme: { earliest: 'Earliest', cheapest: 'Cheapest', 'on-site': 'One visit' }, days: '{n} days affected', nothing: 'Not possible', only: 'Room for {n} only', askPrice: 'Ask for price', plusAsk: '{n} to be asked',
  cost: 'Cost', costOf: 'Schemes and cost', report: 'Certificates by {day}', total: 'Total', each: '{name} {n} × {fen}', eachAsk: '{name}, {n}',
  offline: 'Works without a network', offlineText: 'Tentative first; the hub answers piece by piece', submit: 'Submit {n}', lost: 'The time of {n} was just taken or closed. Plan anew, then submit.', noTests: 'No test in the directory does any of these', noTestsText: 'Enter verification and calibration in a lab’s directory: the instrument’s name as object, 检定 or 校准 as parameter. Or choose a test for a group on the left.', toLabs: 'Labs',
  purpose: '{kind} {number} {name}',
  done: {
    gone: 'No such batch on this computer', goneText: 'It may not be synced yet, or isn’t yours.', sent: 'Submitted {at}', waits: 'the hub answers piece by piece', answered: 'the hub has answered each', total: '{n} in all, one answer each', all: '{n}: {list}', part: '{n} {what}', is: { confirmed: 'Confirmed', tentative: 'Tentative', approval: 'Awaiting approval', held: 'Held', waiting: 'Waiting', lost: 'Taken', ended: 'Ended', refused: 'Refused' },
    refused: '{n} were refused; the sync centre says why.', toSync: 'Sync centre', stays: 'Stays in line, no. {n}; held by the rules once there is room.', open: 'Slip', list: 'Answers', next: 'What’s next', choose: 'New time for {number}', wait: '{number} waits, or move it', nothing: 'Nothing to do.', told: 'Company has been told', tellAll: 'Note {n} as told', toldAll: 'Noted as told', fees: 'Cost', confirmed: '{n} confirmed', rest: '{n} others', ics: 'Export .ics', print: 'Print slips', savedIcs: '{n} written to {path}', file: 'Batch {company}', where: 'Place', when: 'Time', number: 'Number', answer: 'Answer', price: 'Price', code: 'No.', name: 'Instrument', kind: 'Kind', hintOpen: 'Open', hintPick: 'Another time in a card', unknown: 'Not told',
    paper: 'Batch booking', paperNote: 'Bring instruments, manuals and the last certificates. What is tentative is still to be confirmed.',
  },
  keys: { where: 'Batch booking', block: 'Choose a block', day: 'Move it to another day with room', split: 'Split a block', scheme: 'Choose a scheme', again: 'Plan anew', submit: 'Submit all', open: 'Batch booking from calendar or register', print: 'Print slips' },
}
