import { parseNumber } from './number.ts'
import type { Standard } from './standard.ts'

/** Who replaces whom. Ids below the number of rows are rows, the others are numbers that only references name. */
export type Graph = {
  position: (number: string) => number
  number: (id: number) => string
  successors: (row: number) => readonly Edge[]
  predecessors: (row: number) => readonly Edge[]
}
/** `id` = the other standard; `part` = only parts are replaced, when either side says so. */
export type Edge = { id: number; part: boolean }

/**
 * Unites what both sides say. Left out: self-replacement, a base "replaced" by its own amendment, whatever replaces a draft (it becomes
 * the standard or dies), the wrong half of a contradiction.
 */
export const gatherEdges = (rows: readonly Standard[]): Graph => {
  const ids = new Map<string, number>()
  const numbers: string[] = []
  for (let row = 0; row < rows.length; row++) {
    ids.set(rows[row].number, row)
    numbers.push(rows[row].number)
  }
  const twins = twinFinder(rows)
  const idOf = (number: string): number => {
    let id = ids.get(number)
    if (id !== undefined) return id
    const twin = twins(number)
    id = twin ?? numbers.push(number) - 1
    ids.set(number, id)
    return id
  }

  const successors = emptyLists(rows)
  const predecessors = emptyLists(rows)
  const add = (older: number, newer: number, part: boolean): void => {
    if (older === newer || rows[older]?.word === 'draft' || isOwnAmendment(numbers[older], numbers[newer])) return
    const known = successors[older]?.find(edge => edge.id === newer)
    if (!known) {
      ;(successors[older] ??= []).push({ id: newer, part })
      ;(predecessors[newer] ??= []).push({ id: older, part })
    } else if (part && !known.part) {
      known.part = true
      predecessors[newer]!.find(edge => edge.id === older)!.part = true
    }
  }
  for (let row = 0; row < rows.length; row++) {
    const { replaces, replacedBy } = rows[row]
    for (const { number, part } of replaces) add(idOf(number), row, part)
    for (const { number, part } of replacedBy) add(row, idOf(number), part)
  }
  settleContradictions(rows, successors, predecessors)

  return {
    position: number => {
      const id = ids.get(number) ?? -1
      return id < rows.length ? id : -1
    },
    number: id => numbers[id],
    successors: row => successors[row] ?? NO_EDGES,
    predecessors: row => predecessors[row] ?? NO_EDGES,
  }
}

const NO_EDGES: readonly Edge[] = []
const isOwnAmendment = (base: string, other: string): boolean => other.length > base.length && other.startsWith(base) && /^(?:[/+]| (?:CSV|CMV|RLV|EXV|SER))/.test(other.slice(base.length))

/** Where two replace each other, only the way from the earlier to the later one stays; neither where that can't be told. */
const settleContradictions = (rows: readonly Standard[], successors: Lists, predecessors: Lists): void => {
  const both: [number, number][] = []
  for (let one = 0; one < rows.length; one++) {
    for (const { id: other } of successors[one] ?? NO_EDGES) if (other > one && successors[other]?.some(({ id }) => id === one)) both.push([one, other])
  }
  const remove = (older: number, newer: number): void => {
    successors[older] = successors[older]!.filter(({ id }) => id !== newer)
    predecessors[newer] = predecessors[newer]!.filter(({ id }) => id !== older)
  }
  for (const [one, other] of both) {
    if (!isLater(rows[other], rows[one])) remove(one, other)
    if (!isLater(rows[one], rows[other])) remove(other, one)
  }
}
type Lists = (Edge[] | undefined)[]

/** As many places as there can be ids, so that the arrays stay dense. */
const emptyLists = (rows: readonly Standard[]): Lists => new Array<Edge[] | undefined>(rows.reduce((n, row) => n + 1 + row.replaces.length + row.replacedBy.length, 0)).fill(undefined)

const isLater = (one: Standard | undefined, other: Standard | undefined): boolean => {
  if (!one || !other) return false
  const [start, otherStart] = [one.effective ?? one.published, other.effective ?? other.published]
  if (start && otherStart && start !== otherStart) return start > otherStart
  return (one.year ?? 0) > (other.year ?? 0)
}

/** GB/T 3102.11-1993 was GB 3102.11-1993 when most references to it were written: mandate aside, key and year name one edition. */
const twinFinder = (rows: readonly Standard[]): ((number: string) => number | undefined) => {
  let byEdition: Map<string, number> | undefined
  return number => {
    if (!CHINESE.test(number)) return undefined
    if (!byEdition) {
      byEdition = new Map()
      for (let row = 0; row < rows.length; row++) {
        const { number: own, key, year } = rows[row]
        if (year === null || !own.endsWith(`-${year}`) || !CHINESE.test(own)) continue
        const edition = `${key}-${year}`
        byEdition.set(edition, byEdition.has(edition) ? -1 : row)
      }
    }
    const parsed = parseNumber(number)
    if (!parsed || parsed.year === null || parsed.amendment !== null) return undefined
    const row = byEdition.get(`${parsed.key}-${parsed.year}`)
    return row === -1 ? undefined : row
  }
}
const CHINESE = /^(?!ISO|IEC|JIS|BS|EN)[A-Z]{2,3}\d*(?:\/[TZ])? /
