import { methodOf } from '#shared/labs/method.ts'
import type { ArgsOf, Wanted } from '../../db/run.ts'
import { type Example, type ExampleId, examples } from './directory.ts'

type Lab = Omit<ArgsOf<'labs.add'>, 'id' | 'complex'>
type Resource = Omit<ArgsOf<'resources.add'>, 'id' | 'complex' | 'lab' | 'site'>
type Test = Omit<ArgsOf<'labs.addTest'>, 'id' | 'complex' | 'lab'>
type Row = Omit<ArgsOf<'labs.takeScope'>['rows'][number], 'id' | 'site'>

/** What the starter directory says, as the commands take it; parts name their resource by `idOf`. Held against what stands when it is removed. */
export const contentOf = ({ lab, resources, tests }: Example, idOf: (resource: string) => string): { lab: Lab; resources: Resource[]; tests: Test[]; rows: Row[] } => ({
  lab: { name: lab, address: null, opening: '08:30–17:00', contact: null, example: true },
  resources: resources.map(one => ({ ...one, open: true, hours: HOURS, granuleMin: 30, beforeMin: 0, holdMin: 120 })),
  tests: tests.map(({ object, parameter, number, parts, sample, prices }) => ({
    object, parameter, number, range: null, sample,
    parts: parts.map(([resource, minutes]) => ({ resource: idOf(resource), minutes, after: { least: 0, most: null } })),
    prices: prices.map(([urgency, days, yuan]) => ({ urgency, days, fen: yuan * 100 })),
  })),
  rows: tests.filter(({ listed }) => listed).map(({ object, parameter, number }) => ({ scheme: 'CNAS', certificate: '示例', object, parameter, number: methodOf(number)!.number, clause: null, range: null, cmc: null, from: null, until: null })),
})

/** Monday to Friday, a break at noon. */
const HOURS = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }])

/** All of the directory in one go. */
export const putExample = (which: ExampleId, newId: () => string): { lab: string; wanted: Wanted[] } => {
  const example = examples[which]
  const [id, site] = [newId(), newId()]
  const ids = new Map(example.resources.map(({ name }) => [name, newId()]))
  const { lab, resources, tests, rows } = contentOf(example, name => ids.get(name)!)
  return {
    lab: id,
    wanted: [
      { name: 'labs.add', args: { id, ...lab } },
      { name: 'labs.addSite', args: { id: site, lab: id, name: example.site, address: null } },
      ...resources.map((one): Wanted => ({ name: 'resources.add', args: { id: ids.get(one.name)!, ...one, lab: id, site } })),
      { name: 'labs.takeScope', args: { id, rows: rows.map(row => ({ id: newId(), site, ...row })), ended: [], account: null } },
      ...tests.map((one): Wanted => ({ name: 'labs.addTest', args: { id: newId(), lab: id, ...one } })),
    ],
  }
}
