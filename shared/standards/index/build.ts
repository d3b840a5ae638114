import type { CatalogueMeta } from '../catalogue.ts'
import type { Standard } from '../standard.ts'
import { packFacets, packIcs, packNumbers, packTitles } from './columns.ts'
import { packCold } from './cold.ts'
import { packFacts } from './facts.ts'
import { buildFold } from './fold.ts'
import { linkAll } from './links.ts'
import { byRank } from './order.ts'
import { writeSegment } from './segment.ts'
import { packText } from './text-lists.ts'
import { shownTitle } from './titles.ts'

/** `classNames`: names of ICS and CCS codes that a file brought; they are kept beside the records. */
type Source = { standards: readonly Standard[]; meta: CatalogueMeta; classNames?: unknown }

/**
 * Builds a catalogue's segment: `hot` is what search needs at once, `cold` the rest of each record.
 * Numbers must be distinct; titles are searched as they are given. `onStep` hears of each of its steps.
 */
export const buildSegment = ({ standards, meta, classNames }: Source, onStep: (done: number, total: number) => void = () => {}): { hot: ArrayBuffer; cold: ArrayBuffer } => {
  let steps = 0
  const step = <T>(made: T): T => {
    onStep(++steps, STEPS)
    return made
  }
  const ranked = step(byRank(standards))
  const links = step(linkAll(ranked))
  const fold = buildFold()
  const build = `${meta.built} ${ranked.length}`
  const hot = writeSegment('hot', build, { meta }, {
    fold,
    ...step(packTitles(ranked, fold)),
    ...step(packNumbers(ranked)),
    ...step(packText(ranked, fold)),
    ...step(packFacets(ranked)),
    ...step(packIcs(ranked)),
    ...step(packFacts(links.map(link => link.facts))),
  })
  const cold = step(packCold(build, { classNames: classNames ?? null }, ranked.map((standard, doc) => ({ standard, shown: shownTitle(standard)?.language ?? null, ...links[doc] }))))
  return { hot, cold }
}

const STEPS = 9
