import type { zh } from './zh.ts'

export const en: typeof zh = {
  title: 'Benchmarking', untold: 'not told', save: 'Save', cancel: 'Cancel', change: 'Change', undo: 'Undo', comma: ', ',
  reference: {
    kind: 'Kind', national: 'National', sector: 'Sector', local: 'Local', group: 'Group', international: 'International', foreign: 'Foreign', forerunner: 'Forerunner', target: 'Target',
    add: 'Add a reference', edit: 'Change the reference', remove: 'Remove this column', replaced: 'replaced', own: 'own', unlisted: 'not in catalogue', limits: '{n} limits', newer: 'Replaced by {number}; check each limit', leave: 'Keep it and say so', left: 'Kept, although there is {number}', leftSaid: 'Noted: {number} is known, the old edition stays',
    field: { number: 'Standard', clause: 'Class, grade or clause', name: 'Name of the column' }, hint: { number: 'such as GB 18401-2010', clause: 'such as class B or table 2, optional', name: 'where there is no standard, such as Own 2027' },
    fault: { nameless: 'Enter the number of a standard, or a name for the column.', many: 'A set has at most {most} references. Remove one first.' },
  },
  direction: { max: 'Less is better', min: 'More is better', range: 'Range', target: 'Target', text: 'Words' },
  kind: { basic: 'Basic', core: 'Core', innovation: 'Novel' }, kindLong: { basic: 'Basic: mandatory, not graded', core: 'Core: graded', innovation: 'Innovation: beyond the standard' },
  comparison: { full: 'Full', rounded: 'Rounded' },
  rule: { simple: 'Simple', guard: 'w = U' }, ruleLong: { simple: 'Simple acceptance w = 0', guard: 'Guard band w = U' },
  state: { draft: 'Draft', used: 'In use', ended: 'Ended' },
  col: { indicator: 'Indicator', method: 'Method', direction: 'Dir.', limit: 'Limit as printed', comparison: 'Value', rule: 'Rule', kind: 'Kind' },
  set: {
    title: 'Indicator sets', words: 'limits references GB 18401 指标集', none: 'There is no indicator set yet', noneText: 'A set holds the indicators of a kind of product, their methods and the limits of each reference; a company’s values are held against it. Begin with the starter set: GB 18401-2010.', readOnly: 'Kept by the staff of the complex.',
    add: 'New set', copy: 'Copy as a new set', copyName: '{name} (copy)', rename: 'Rename', putStarter: 'Put in the starter set GB 18401-2010', starterPut: 'The starter set is in, and in use', choose: 'Choose a set', counts: '{indicators} indicators, {references} references, edition {edition}', chosen: 'The chosen limit',
    references: 'References', editions: 'Editions', edition: 'Edition {n}', uses: 'used by {n} benchmarks', source: 'Where the limits come from', limits: 'Indicators and limits', find: 'Find', nothing: 'No indicator matches', all: 'Show all',
    noReference: 'No reference yet; add one first, such as the national standard.', noIndicator: 'No indicator yet.', publish: 'Publish edition {n}', published: 'Edition {n} is published and in use from now on', next: 'Draft the next edition', toDraft: 'Go to the draft', unread: '{n} limits can’t be read yet; this is the first. Mend them, then publish.', nothingYet: 'Without indicators and references it can’t be published.',
    name: 'Name', nameHint: 'such as Knitted T-shirts (next to skin)', nameless: 'Enter a name.', dialog: { new: 'New indicator set', copy: 'Copy as a new set', name: 'Rename' },
  },
  indicator: {
    title: 'This indicator', add: 'Add an indicator', edit: 'Change the indicator', remove: 'Remove it', removed: '{name} is removed', none: 'No indicator yet', noneText: 'Add one, or copy the starter set.', unit: 'Unit', noUnit: 'no unit', noMethod: 'method open',
    field: { name: 'Name', nameEn: 'English name', unit: 'Unit', method: 'Method' }, hint: { name: 'such as 甲醛含量', nameEn: 'for reports in English, optional', unit: 'such as mg/kg or 级; blank = none', method: 'such as GB/T 2912.1-2009, optional' },
    fault: { name: 'Enter a name.', twice: 'There is one of that name and method. Change one of the two.', many: 'A set has at most {most} indicators. Divide it into two.' },
  },
  limit: { title: 'This limit', clause: 'Clause', method: 'Other method', sameMethod: 'the indicator’s', none: 'No such item in this column', noneText: 'Blank: this reference has no such item.', unread: ' (can’t be read)', asText: 'Compared as words: met or not.', read: 'Read as: {what}' },
  answer: { set: 'Indicator set {name}', benchmark: 'Benchmark {name}', value: 'Value' },
  keys: { where: 'Indicator sets', publish: 'Publish the draft, or draft the next edition', unread: 'Next limit that can’t be read', indicator: 'Add an indicator', rename: 'Rename', toLimit: 'From the list to the limit' },
}
