import { lastDay } from '#shared/lib/dates.ts'
import type { Hit } from '../query.ts'
import { SOURCE_WORDS, type Reference, type Standard } from '../standard.ts'
import { NONE, type StatusFacts } from '../status-facts.ts'

export type Links = { facts: StatusFacts; replacedBy: Hit['replacedBy']; successors: Reference[]; adoptedBy: string[] }

export const linkAll = (standards: readonly Standard[]): Links[] => {
  const byNumber = new Map(standards.map((standard, doc) => [standard.number, doc]))
  const links = standards.map((): Links => ({ facts: { word: -1, published: NONE, start: NONE, withdrawn: NONE, fullSuccessor: NONE, partSuccessor: NONE, flags: 0 }, replacedBy: null, successors: [], adoptedBy: [] }))
  standards.forEach((standard, doc) => {
    const { facts } = links[doc]
    facts.word = standard.word ? SOURCE_WORDS.indexOf(standard.word) : -1
    if (standard.published) facts.published = lastDay(standard.published)
    const start = standard.effective ?? standard.published
    if (start) facts.start = lastDay(start)
    if (standard.withdrawn) facts.withdrawn = lastDay(standard.withdrawn)
    for (const { number } of standard.adopts) {
      const other = byNumber.get(number)
      if (other !== undefined) links[other].adoptedBy.push(standard.number)
    }
    for (const { number, part } of standard.replaces) {
      const other = byNumber.get(number)
      if (other !== undefined) links[other].successors.push({ number: standard.number, part })
    }
  })
  return links
}
