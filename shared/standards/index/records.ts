import { ok, type Result } from '#shared/lib/result.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { ClassNames } from '../classification.ts'
import type { Standard } from '../standard.ts'
import { openCold, type ColdRow, type MemoryCold } from './cold.ts'
import { compactNumber } from './number-keys.ts'
import type { CatalogueProblem } from './problem.ts'
import { openSearcher, type Searcher } from './search.ts'

/** Complete records by number, once the cold part is in memory. */
export type Records = {
  find(number: string): Record | null
  /** Numbers of the held editions of a standard. */
  sameKey(key: string): string[]
  /** Names of ICS and CCS codes that a file brought. */
  classNames: ClassNames | undefined
}
export type Record = ColdRow & { doc: number }

export const openRecords = ({ index: { numbers } }: Searcher, cold: MemoryCold): Records => {
  const recordsAt = (from: number, to: number, wanted: (entry: number) => boolean): Record[] => {
    const docs = new Set<number>()
    for (let i = from; i < to; i++) if (wanted(i)) docs.add(numbers.doc[i])
    const all = [...docs]
    return cold.rows(all).map((row, i) => ({ doc: all[i], ...row }))
  }
  return {
    classNames: (cold.classNames as ClassNames | null) ?? undefined,
    find: number => {
      const text = compactNumber(number)
      const [from] = numbers.range(text)
      return recordsAt(from, numbers.endOfEqual(text, from), () => true).find(record => record.standard.number === number) ?? null
    },
    sameKey: key => {
      const text = compactNumber(key)
      return recordsAt(...numbers.range(text), entry => numbers.base[entry] === text.length)
        .filter(record => record.standard.key === key)
        .map(record => record.standard.number)
    },
  }
}

/** All that a built catalogue was built from; the records in static order, unpacked as they are asked for. */
export type Contents = { standards: Iterable<Standard>; classNames: ClassNames | null }

export const contentsOf = (hot: ArrayBuffer, cold: ArrayBuffer, day: IsoDay): Result<Contents, CatalogueProblem> => {
  const searcher = openSearcher(hot, day)
  if (!searcher.ok) return searcher
  const rows = openCold(cold, searcher.value.build)
  return rows.ok ? ok({ standards: { [Symbol.iterator]: () => unpack(searcher.value, rows.value) }, classNames: rows.value.classNames as ClassNames | null }) : rows
}

const AT_ONCE = 1_000

function* unpack(searcher: Searcher, cold: MemoryCold): Generator<Standard> {
  const { records } = searcher.index
  for (let from = 0; from < records; from += AT_ONCE) {
    const docs = Array.from({ length: Math.min(AT_ONCE, records - from) }, (_, i) => from + i)
    for (const [i, row] of cold.rows(docs).entries()) yield searcher.standard(from + i, row)
  }
}
