import type { LooseDate } from '#shared/lib/dates.ts'
import { gatherEdges } from './relation-edges.ts'
import { nextEditions } from './editions.ts'
import type { Reference, Standard } from './standard.ts'
import type { StatusFacts } from './status-facts.ts'
import { datesOf, isRevision, settleFacts } from './succession.ts'

/** The graph of replacements of a whole catalogue; rows by their position in it. */
export type Resolved = {
  /** Position of a canonical number; -1 = not in the catalogue. */
  position: (number: string) => number
  /** Both directions united: what either side says, without self-replacement, own amendments and contradictions. */
  replaces(row: number): Reference[]
  /** Named successors. Drafts and undated projects are not among them, see `revisions`. */
  replacedBy(row: number): Reference[]
  /** Numbers of drafts and undated projects that are to replace it (修订中). */
  revisions(row: number): string[]
  /** The full successor that is first in force. */
  successor(row: number): Successor | null
  facts(row: number): StatusFacts
}
/** `row` -1 = not held, `from` null = not dated, `inferred` = no source names it. */
export type Successor = { number: string; row: number; from: LooseDate | null; inferred: boolean }

/**
 * Resolves all references in one pass over rows and references; their numbers are canonical.
 *
 * IEC says only that an edition was replaced. There, and for any row with that word and no successor named, the next edition of the
 * same standard counts: a body that calls an edition replaced means its own later edition. Rows without that word get nothing
 * inferred: an older edition may stay in force beside a newer one.
 */
export const resolveRelations = (rows: readonly Standard[]): Resolved => {
  const graph = gatherEdges(rows)
  const dates = rows.map(datesOf)
  const next = nextEditions(rows)
  const settled = rows.map((_, row) => settleFacts(row, rows, dates, graph, next))
  const revision = (id: number): boolean => isRevision(id, rows, dates, graph)
  const reference = (id: number, part: boolean): Reference => ({ number: graph.number(id), part })

  return {
    position: graph.position,
    replaces: row => graph.predecessors(row).map(edge => reference(edge.id, edge.part)),
    replacedBy: row => graph.successors(row).flatMap(edge => (revision(edge.id) ? [] : [reference(edge.id, edge.part)])),
    revisions: row => graph.successors(row).flatMap(edge => (revision(edge.id) ? [graph.number(edge.id)] : [])),
    successor: row => {
      const { id, inferred } = settled[row].successor
      if (id === -1) return null
      const held = rows[id]
      return { number: graph.number(id), row: held ? id : -1, from: held?.effective ?? held?.published ?? null, inferred }
    },
    facts: row => settled[row].facts,
  }
}
