import type { zh } from './zh.ts'

export const en: typeof zh = {
  title: 'Laboratories', palette: 'scope tests CNAS CMA 实验室', tabs: 'About the laboratory', choose: 'Choose a laboratory', and: ', ', comma: ', ', untold: 'not told', until: 'Valid until', sites: 'Sites', noCertificate: 'No scope imported yet',
  readOnly: 'Kept by the lab or an administrator, to be read here',
  none: 'No laboratory yet', noneText: 'Enter one, import its scope and build its directory of tests; a booking then says whether a test is in scope.',
  add: 'Enter a laboratory', edit: 'Change', editOf: 'Change {name}', cancel: 'Cancel', save: 'Save', close: 'Close', undo: 'Undo', retire: 'Take out', saved: '{name} saved on this computer', unchanged: 'Nothing was changed', minutes: '{n} min', hours: '{n} h',
  tab: { scope: 'Scope', tests: 'Tests', resources: 'Resources' },
  col: { object: 'Object', parameter: 'Parameter', method: 'Method and year', range: 'Range', site: 'Site', answer: 'State on {day}', uses: 'Booked' },
  field: { object: 'Object', parameter: 'Parameter', method: 'Method and year', range: 'Range', sample: 'Sample', parts: 'Parts', prices: 'Prices and days', overtime: 'Overtime on top', scheme: 'Scheme', certificate: 'Certificate', site: 'Site', cmc: 'CMC', clause: 'Clause', from: 'Valid from', until: 'Valid until', resource: 'Resource', kind: 'Kind' },
  form: {
    name: 'Name', sites: 'Sites', address: 'Address', opening: 'Open', contact: 'Contact', nameless: 'Enter a name.',
    hint: { name: 'such as 示例检测中心', sites: 'several divided by commas; optional', address: 'optional', opening: 'such as 8:30–17:00; optional', contact: 'optional' },
  },
  urgency: { normal: 'Normal', urgent: 'Urgent', express: 'Express' },
  kind: { instrument: 'Instrument', room: 'Room', team: 'Team' },
  value: { retired: 'Out of use', stands: 'In use', then: ', then ', notAsked: 'Not applied for' },
  account: {
    last: 'Last import', read: '{read} rows = {kept} kept + {merged} merged + {refused} refused', before: 'Against the edition before: {added} new, {changed} changed, {same} the same, {gone} gone', never: 'No scope was imported yet',
  },
  scope: {
    none: 'The scope is empty', noneText: 'Import the annex of the certificate (.xlsx or .csv); every row is accounted for: kept, merged or refused.', filter: 'Filter by answer', find: 'Object, parameter, method', findShort: 'Find', nothing: 'No row fits', all: 'Show all', chosen: 'The chosen row',
    retire: 'Take this row out', retired: 'A row of the scope was taken out', correct: 'Correct this row', corrected: 'Corrected; the row before is out', correctHint: 'The row ends and the corrected one takes its place; bookings keep the answer that they were given.', allSites: 'All sites, or not stated',
    fault: { object: 'Enter an object.', parameter: 'Enter a parameter.', number: 'The method has no usable number; write it as “GB/T 2912.1-2009”.', from: 'Write the day as 2028-03-31.', until: 'Write the day as 2028-03-31, not before the first one.' },
  },
  pane: {
    editions: 'Editions of the method', standard: 'The standard', inForce: 'in force', replaced: 'replaced', listed: 'The scope lists this one', offered: 'The directory uses this one', notListed: 'In force from {day}, not in the scope', notListedAtAll: 'Not in the scope', unknown: 'The catalogue lacks this standard; its edition was not checked.',
    why: 'Grounds', extend: '{number} is in force and the scope lacks it; an extension is needed.', tests: 'Tests of the directory', noTests: 'No test of the directory uses this method.',
    uses: 'Bookings that rest on it', stillUsing: 'Bookings by the old edition', noUses: 'No open booking rests on it.', todo: 'What to do about them', keeps: 'A booking keeps the answer that it was given; moved to another day, it is asked again.',
    way: { extend: 'Apply for an extension', unmarked: 'Report without the mark', subcontract: 'Subcontract' }, wayText: { extend: 'they stay; granted before the report', unmarked: 'tell the customer first', subcontract: 'with the customer’s consent' },
  },
  todo: {
    extend: 'Note the application', note: 'Note application', change: 'Change application', noted: 'Noted and saved on this computer; the answer stays until it is granted and the new scope imported', extendHint: 'Only that it was applied for; the answer stays “Other edition”. Once granted, import the new scope.', body: 'Applied to', day: 'Applied on', number: 'Their number', numberHint: 'optional', forget: 'Take back', forgotten: 'The application was taken back',
    tell: 'Tell {n}', allTold: 'All told', tellTitle: 'Customers told: {what}', whom: 'Bookings whose customers were told', way: 'How', to: 'Who was told', toHint: 'of the customer’s; optional', toldOn: 'Told on', nobody: 'Nothing is ticked. Tick the bookings whose customers were told, or cancel.', markTold: 'Mark {n} as told', told: '{n} bookings marked as told, saved on this computer',
    askedOn: 'Applied {day}', onSlip: 'Subcontracting is marked on each slip, with who of the customer’s consented and when. The bookings above open theirs.', subcontracted: 'Subcontracted',
  },
  tests: {
    none: 'The directory is empty', noneText: 'Enter object, parameter, method, parts and price; bookings plan their time by it.', add: 'Add a test', acts: 'Actions', changeOf: 'Change {name}', retireOf: 'Take out {name}', retired: '{name} was taken out', saved: '{name} saved on this computer', changeHint: 'Counts for bookings from now on; those that stand keep their parts and price.',
    pick: 'Choose', resource: 'Resource', otherResource: 'A resource elsewhere', minutes: 'minutes', least: 'at least', most: 'at most', any: 'any', part: 'Part {n}', addPart: 'Add a part', removePart: 'Remove part {n}', yuan: 'yuan', days: 'working days', ask: 'on request',
    price: '{urgency} {yuan} yuan · {days} working days', newer: '{number} in force', stillUsing: '{n} booked by this edition', gapLeast: 'after {least} or more', gapNone: 'at once', gap: 'after {least} to {most}',
    hint: { object: 'such as 纺织品', parameter: 'such as 甲醛含量', method: 'such as GB/T 2912.1-2009', range: 'such as 20–3500 mg/kg; optional', sample: 'optional' },
    overtime: 'overtime +{percent}%',
    fault: { overtime: 'What overtime costs on top is whole per cent from 0 to 1000, or nothing.', object: 'Enter the object.', parameter: 'Enter the parameter.', method: 'The method names no usable standard; write it like GB/T 2912.1-2009.', part: 'This part needs a resource, each used once, 5 minutes to 28 days, and a longest gap not below the shortest.', price: 'A price is a number with at most two decimals; say in how many working days (0 to 365) the report comes.' },
  },
  resources: {
    none: 'No resource belongs here yet', noneText: 'Add instruments, rooms or teams on the page of resources, then bring them here.', page: 'Resources and hours', free: 'Resources of no laboratory', take: 'Bring here', taken: '{name} now belongs to {lab}', leave: 'Take away', leaveOf: 'Take away {name}', left: '{name} was taken away', lanes: 'Capacity', buffer: 'Buffer before/after min', approval: 'Approval', needed: 'Needed', notNeeded: 'Not needed',
    kindOf: 'Kind of {name}', siteOf: 'Site of {name}',
  },
  import: {
    open: 'Import scope', title: 'Import scope: {name}', pick: 'Choose a file', other: 'Another file', formats: '.xlsx or .csv, with its heads in the first line or below a title', heading: 'The whole certificate', headingHint: 'Counts for rows without such a cell; where a row has one, the row decides.', column: 'Column of the file', sample: 'Sample', target: 'Is', targetOf: '{column} is', ignore: 'ignored', empty: 'empty',
    missing: 'Still missing: {fields}. Choose a column for it.', wrongDay: 'Write days like 2028-03-31; the end is not before the beginning.', gone: '{n} rows that the file lacks go out of use. Only rows of the schemes that the file speaks of; the others stay.', carried: '{n} rows without object or parameter took it from the row above (merged cells).', sites: 'New sites: {names}', nothing: 'No row can be used; there is nothing to import.',
    refused: 'Refused', start: 'Import {n} rows', running: 'Importing', progress: '{done} / {total} batches', stop: 'Stop', done: 'The scope is imported and saved on this computer.', stopped: 'Stopped at {done} of {total} batches; what is in stays. Import the same file again to finish.', failed: 'Stopped at {done} of {total} batches: {why}',
  },
  example: {
    badge: 'Example', which: 'Which complex’s example', put: 'Put in an example', hint: 'Laboratory, resources, times and prices of an example are made up; one step removes them.', done: '{name} was put in, all of it marked 示例', remove: 'Remove the example', removed: 'The example was removed',
    kept: 'The example was removed; {n} stay: {names}', one: '{name} ({why})', why: { changed: 'changed', booked: 'booked {numbers}', used: 'needed by what stays', linked: 'an instrument names it' },
  },
  keys: { where: 'Laboratory', answer: 'One answer only', todo: 'Note an application or tell customers', edit: 'Change the laboratory', import: 'Import scope', test: 'Add a test' },
}
