/** What every import of a list says, whatever stands in it. */
export const en = {
  line: 'Line {n}', first: 'Only the first {n} are listed; save them as a file to see all.', save: 'Save as a file', savedAs: 'Saved to {where}',
  choose: 'Choose a file', other: 'Another file', looking: 'Looking at {name}', reading: 'Reading {name}', drop: 'Drop to choose it', rows: '{n} rows', rowsAbout: 'about {n} rows', column: 'Column', sample: 'Sample', target: 'Goes to', targetOf: '“{column}” goes to', skip: 'not imported', empty: 'empty in the first rows', preview: 'The first rows would be', next: 'Next',
  back: 'Back', running: 'Registering, {done} of {total}', stop: 'Stop', leave: 'You may go to another page, it goes on.', again: 'Another list',
}
