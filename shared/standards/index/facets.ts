import { YEAR_BANDS, type Facets, type Filters } from '../query.ts'
import { KINDS, STATUSES } from '../standard.ts'
import { andInto, bitset, countBits, fillAll, setBit, type Bitset } from './bitset.ts'
import { CCS_BIT, CLASS_WORDS } from './columns.ts'
import type { Index } from './open.ts'

export type Group = keyof Filters
const GROUPS: Group[] = ['status', 'kind', 'year', 'ics', 'ccs']

/** Narrows a set by the filters and counts what each further choice would leave. */
export const createFacets = (index: Index): { narrow(set: Bitset, filters: Filters): { total: number; facets: Facets } } => {
  const { records, today, classes } = index
  const cells = new Uint32Array(STATUSES.length * KINDS.length * YEAR_BANDS.length)
  const members = classes.members.length / CLASS_WORDS
  const classCounts = new Uint32Array(members)
  const lastWord = records & 31 ? (1 << (records & 31)) - 1 : 0xffffffff
  let whole = { day: '', cells: new Uint32Array(0), classes: new Uint32Array(0) }

  /** The records of a group's choices; null = none chosen. */
  const chosen = (group: Group, filters: Filters): Bitset | null => {
    const choices: readonly string[] = filters[group] ?? []
    if (!choices.length) return null
    const set = bitset(records)
    if (group === 'ics' || group === 'ccs') {
      const bits = choices.map(choice => (group === 'ics' ? +choice : CCS_BIT + choice.charCodeAt(0) - 65))
      const wanted = Uint8Array.from({ length: members }, (_, i) => (bits.some(bit => hasMember(classes.members, i, bit)) ? 1 : 0))
      for (let doc = 0; doc < records; doc++) if (wanted[classes.of[doc]]) setBit(set, doc)
      return set
    }
    const column = group === 'status' ? today.statuses : group === 'kind' ? index.kinds : index.years
    const positions = new Set(choices.map(choice => (ORDER[group] as readonly string[]).indexOf(choice)))
    for (let doc = 0; doc < records; doc++) if (positions.has(column[doc])) setBit(set, doc)
    return set
  }

  /** One pass over the set bits: a cell for status, kind and year band, a class for ICS and CCS. */
  const countSet = (set: Bitset, inverted: boolean): void => {
    cells.fill(0)
    classCounts.fill(0)
    const { cells: cellOf } = today
    const classOf = classes.of
    const flip = inverted ? 0xffffffff : 0
    for (let w = 0; w < set.length; w++) {
      let rest = (set[w] ^ flip) & (w === set.length - 1 ? lastWord : 0xffffffff)
      const base = w * 32
      while (rest !== 0) {
        const doc = base + 31 - Math.clz32(rest & -rest)
        rest &= rest - 1
        cells[cellOf[doc]]++
        classCounts[classOf[doc]]++
      }
    }
  }

  /** Of more than half of all records the rest is counted and taken from the whole. */
  const count = (set: Bitset): number => {
    const total = countBits(set)
    if (total * 2 <= records) {
      countSet(set, false)
      return total
    }
    if (whole.day !== today.day) {
      countSet(fillAll(bitset(records), records), false)
      whole = { day: today.day, cells: cells.slice(), classes: classCounts.slice() }
    }
    countSet(set, true)
    for (let i = 0; i < cells.length; i++) cells[i] = whole.cells[i] - cells[i]
    for (let i = 0; i < members; i++) classCounts[i] = whole.classes[i] - classCounts[i]
    return total
  }

  return {
    narrow: (set, filters) => {
      const masks = GROUPS.map(group => chosen(group, filters))
      const facets = emptyFacets()
      // A group with choices is counted under the other groups' choices only.
      GROUPS.forEach((group, i) => {
        if (!masks[i]) return
        const others = set.slice()
        masks.forEach((mask, j) => mask && j !== i && andInto(others, mask))
        count(others)
        report(group, facets, cells, classCounts, classes.members)
      })
      for (const mask of masks) if (mask) andInto(set, mask)
      const total = count(set)
      GROUPS.forEach((group, i) => !masks[i] && report(group, facets, cells, classCounts, classes.members))
      return { total, facets }
    },
  }
}

const ORDER = { status: STATUSES, kind: KINDS, year: YEAR_BANDS } as const

const emptyFacets = (): Facets => ({ status: STATUSES.map(() => 0), kind: KINDS.map(() => 0), year: YEAR_BANDS.map(() => 0), ics: {}, ccs: {} })

const report = (group: Group, facets: Facets, cells: Uint32Array, classCounts: Uint32Array, members: Uint32Array): void => {
  if (group === 'ics' || group === 'ccs') return reportClasses(group, facets, classCounts, members)
  const years = YEAR_BANDS.length
  const kinds = KINDS.length
  for (let cell = 0; cell < cells.length; cell++) {
    const count = cells[cell]
    if (count === 0) continue
    if (group === 'year') facets.year[cell % years] += count
    else if (group === 'kind') facets.kind[Math.floor(cell / years) % kinds] += count
    else facets.status[Math.floor(cell / (years * kinds))] += count
  }
}

const byMember = new Uint32Array(CLASS_WORDS * 32)

const reportClasses = (group: 'ics' | 'ccs', facets: Facets, classCounts: Uint32Array, members: Uint32Array): void => {
  byMember.fill(0)
  const first = group === 'ics' ? 0 : CCS_BIT / 32
  const last = group === 'ics' ? CCS_BIT / 32 : CLASS_WORDS
  for (let i = 0; i < classCounts.length; i++) {
    const count = classCounts[i]
    if (count === 0) continue
    for (let w = first; w < last; w++) {
      for (let rest = members[i * CLASS_WORDS + w]; rest !== 0; rest &= rest - 1) byMember[w * 32 + 31 - Math.clz32(rest & -rest)] += count
    }
  }
  for (let bit = first * 32; bit < last * 32; bit++) {
    const count = byMember[bit]
    if (count === 0) continue
    if (group === 'ics') facets.ics[String(bit).padStart(2, '0')] = count
    else facets.ccs[String.fromCharCode(65 + bit - CCS_BIT)] = count
  }
}

const hasMember = (members: Uint32Array, i: number, bit: number): boolean => bit >= 0 && bit < CLASS_WORDS * 32 && (members[i * CLASS_WORDS + (bit >>> 5)] & (1 << (bit & 31))) !== 0
