// Which column of a file feeds which field: suggested by name, then by how the values look; a person may change it.
import type { Column } from './file.ts'

/** Column name -> field, or null = not imported. */
export type Mapping<Field extends string> = { [column: string]: Field | null }

/** A field that a file may have. `names` are how columns for it are called, the likeliest first. */
export type Target<Field extends string> = {
  field: Field
  names: string[]
  /** Says whether a sample value looks like this field; only asked where no column has the name. */
  looksLike?: (sample: string) => boolean
}

/** Each field gets at most one column, each column at most one field. */
export const suggestMapping = <Field extends string>(columns: Column[], targets: Target<Field>[]): Mapping<Field> => {
  const mapping: Mapping<Field> = Object.fromEntries(columns.map(column => [column.name, null]))
  const free = new Set(columns)
  const take = (target: Target<Field>, column: Column | undefined): boolean => {
    if (!column) return false
    mapping[column.name] = target.field
    free.delete(column)
    return true
  }
  const byName = (how: (name: string, wanted: string) => boolean) => (target: Target<Field>): boolean =>
    take(target, firstMatch(target.names, wanted => [...free].find(column => how(nameKey(column.name), nameKey(wanted)))))
  const rest = [byName((name, wanted) => name === wanted), byName((name, wanted) => HAN.test(wanted) && wanted.length > 1 && name.startsWith(wanted))]
    .reduce((open, attempt) => open.filter(target => !attempt(target)), targets)
  for (const target of rest) {
    const { looksLike } = target
    if (looksLike) take(target, [...free].find(column => column.samples.length > 0 && column.samples.every(looksLike)))
  }
  return mapping
}

/** A mapping that a person chose before goes over the suggestion, as far as the columns are still called the same. */
export const recallMapping = <Field extends string>(suggested: Mapping<Field>, remembered: Mapping<Field>, fields: ReadonlySet<string>): Mapping<Field> => {
  const recalled = Object.fromEntries(Object.entries(suggested).map(([column, field]) => {
    const chosen = Object.hasOwn(remembered, column) ? remembered[column] : undefined
    return [column, chosen === undefined || (chosen !== null && !fields.has(chosen)) ? field : chosen]
  }))
  return recalled
}

/** Case, width, spaces, brackets and the like don't matter in a column's name. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')

/** Only these are told apart safely by their beginning: `adoptsFlag` isn't `adopts`. */
const HAN = /^\p{Script=Han}+$/u

const firstMatch = <T, R>(list: T[], find: (item: T) => R | undefined): R | undefined => {
  for (const item of list) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
