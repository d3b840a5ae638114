import { type Result, fail, ok } from '#shared/lib/result.ts'
import { readRows } from '#shared/readers/read.ts'
import { mergeStandard } from '../merge.ts'
import type { Standard } from '../standard.ts'
import { Accounts } from './accounts.ts'
import type { ImportOptions, ImportOutcome, ImportProblem } from './outcome.ts'
import { hasField, isClassList } from './suggest.ts'
import { classTaker, standardTaker, type Taken } from './take.ts'

/**
 * Reads catalogues into standards. Every row ends as kept, merged or refused. Nothing is stored here: on a problem or when it is
 * cancelled (`signal`, looked at between batches) only the problem is left.
 */
export const importCatalogue = async ({ files, base = [], signal, onProgress }: ImportOptions): Promise<Result<ImportOutcome, ImportProblem>> => {
  const accounts = new Accounts()
  const taken: Taken = { standards: new Map(), classNames: { ics: {}, ccs: {} }, untitled: [] }
  const sources: ImportOutcome['sources'] = []
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0)
  let bytesBefore = 0
  for (const { file, look, mapping } of files) {
    const ofClasses = isClassList(mapping)
    if (!ofClasses && !hasField(mapping, 'number')) return fail({ code: 'no-number-column', file: file.name, columns: look.columns.map(column => column.name) })
    const take = (ofClasses ? classTaker : standardTaker)(mapping, file.name, taken, accounts)
    const before = accounts.tallies.read
    let bytes = 0
    for await (const batch of readRows(file, look, { signal, onBytes: done => (bytes = done) })) {
      if (!batch.ok) return batch
      for (const row of batch.value) {
        accounts.tallies.read++
        take(row)
      }
      onProgress?.({ file: file.name, bytes: bytesBefore + bytes, totalBytes, ...accounts.news() })
    }
    bytesBefore += file.size
    sources.push({ name: file.name, rows: accounts.tallies.read - before })
  }
  inheritTitles(taken, accounts)
  const { read, refused } = accounts.tallies
  const classNames = Object.keys(taken.classNames.ics).length + Object.keys(taken.classNames.ccs).length > 0 ? taken.classNames : null
  if (taken.standards.size === 0 && !classNames) return fail({ code: 'nothing-kept', read, refused })
  addBase(taken.standards, base)
  if (taken.standards.size === 0) return fail({ code: 'only-class-names' })
  return ok({ standards: [...taken.standards.values()], classNames, tallies: accounts.tallies, sources, refused: accounts.refused, repairs: accounts.repairs })
}

/** A row without a title takes that of the row it relates to, which may itself have taken it from another. */
const inheritTitles = ({ standards, untitled }: Taken, accounts: Accounts): void => {
  const waiting = new Map(untitled.map(each => [each.number, each]))
  const titlesOf = (number: string, seen: string[]): Standard['titles'] | null => {
    const standard = standards.get(number)
    if (!standard || seen.includes(number)) return null
    if (Object.keys(standard.titles).length > 0) return standard.titles
    for (const from of waiting.get(number)?.from ?? []) {
      const titles = titlesOf(from, [...seen, number])
      if (titles) return titles
    }
    return null
  }
  for (const { number, file, line, counted } of waiting.values()) {
    const standard = standards.get(number)!
    const titles = Object.keys(standard.titles).length === 0 ? titlesOf(number, []) : null
    if (!titles) continue
    standard.titles = { ...titles }
    accounts.mend([{ kind: 'title-related', field: 'title', from: '', to: Object.values(titles)[0] ?? '' }], { file, line, number }, counted)
  }
}

/** What the catalogue held before fills the gaps of what was read now, and keeps what wasn't. */
const addBase = (standards: Map<string, Standard>, base: Standard[]): void => {
  for (const standard of base) {
    const held = standards.get(standard.number)
    standards.set(standard.number, held ? mergeStandard(held, standard) : standard)
  }
}
