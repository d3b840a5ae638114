import type { Hit } from '../query.ts'
import { resolveRelations } from '../relations.ts'
import type { Reference, Standard } from '../standard.ts'
import type { StatusFacts } from '../status-facts.ts'

/** What other records say of one; nothing of it depends on a day. */
export type Links = {
  facts: StatusFacts
  /** The full successor that is first in force. */
  successor: Hit['replacedBy']
  /** Both directions united over the whole catalogue; drafts are not among them. */
  replaces: Reference[]
  replacedBy: Reference[]
  adoptedBy: string[]
}

export const linkAll = (standards: readonly Standard[]): Links[] => {
  const relations = resolveRelations(standards)
  const adoptedBy = standards.map((): string[] => [])
  for (const { number, adopts } of standards) {
    for (const adopted of adopts) {
      const row = relations.position(adopted.number)
      if (row >= 0 && !adoptedBy[row].includes(number)) adoptedBy[row].push(number)
    }
  }
  return standards.map((_, row) => {
    const successor = relations.successor(row)
    return {
      facts: relations.facts(row),
      successor: successor && { number: successor.number, from: successor.from, held: successor.row >= 0 },
      replaces: relations.replaces(row),
      replacedBy: relations.replacedBy(row),
      adoptedBy: adoptedBy[row],
    }
  })
}
