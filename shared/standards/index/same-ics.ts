import { KINDS, type Kind } from '../standard.ts'
import type { Hit } from '../query.ts'
import { bitset, hasBit } from './bitset.ts'
import type { Record } from './records.ts'
import type { Searcher } from './search.ts'

const MOST = 10
const INTERNATIONAL = (['iso', 'iec'] satisfies Kind[]).map(kind => KINDS.indexOf(kind))

/** International standards under the same ICS codes, in force first, newest first. */
export const sameIcs = (searcher: Searcher, { doc: own, standard }: Record): Hit[] => {
  const { ics, kinds, records, today } = searcher.index
  const set = bitset(records)
  for (const code of standard.ics) {
    const [from] = ics.range(code)
    ics.or(set, from, ics.endOfEqual(code, from))
  }
  const docs: number[] = []
  for (const inForce of [true, false]) {
    for (let doc = 0; doc < records && docs.length < MOST; doc++) {
      if (doc !== own && hasBit(set, doc) && INTERNATIONAL.includes(kinds[doc]) && hasBit(today.inForce, doc) === inForce) docs.push(doc)
    }
  }
  const hits = searcher.hitsOf(docs)
  return Array.isArray(hits) ? hits : []
}
