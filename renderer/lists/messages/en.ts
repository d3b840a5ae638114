/** What every import of a list says, whatever stands in it. */
export const en = {
  line: 'Line {n}', first: 'Only the first {n} are listed; save them as a file to see all.', save: 'Save as a file', savedAs: 'Saved to {where}',
}
