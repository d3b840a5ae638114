import { CCS_NAMES, ICS_NAMES } from './classification-names.ts'

/** Names beyond ours, from a classification list that a user imported. */
export type ClassNames = { ics: Record<string, { zh?: string; en?: string }>; ccs: Record<string, { zh?: string }> }

/** ICS, on a standard and in the tree alike: field, group, sub-group. */
export const ICS_CODE = /^\d{2}(?:\.\d{3}(?:\.\d{2})?)?$/
/** CCS on a standard; stored without the space that some sources print. I and O are not used. */
export const CCS_CODE = /^[A-HJ-NP-Z]\s?\d{2}$/
/** CCS in the tree: a letter, a group such as `A65/74`, a class. A few standards carry a group, too. */
export const CCS_TREE_CODE = /^[A-HJ-NP-Z](?:\d{2}(?:\/\d{2})?)?$/

/** From the field down: `25.120.10` -> 25, 25.120, 25.120.10. Expects an ICS code. */
export const icsPath = (code: string): string[] => (code.length <= 2 ? [code] : code.length <= 6 ? [code.slice(0, 2), code] : [code.slice(0, 2), code.slice(0, 6), code])

/** From the letter down, with the group where its range is known: `W04` -> W, W00/09, W04. Expects a CCS code. */
export const ccsPath = (code: string, extra?: ClassNames): string[] => {
  const letter = code.charAt(0)
  if (code.length === 1) return [letter]
  if (code.length > 3) return [letter, code]
  const group = groupsOf(letter, OWN) .concat(extra ? groupsOf(letter, extra.ccs) : []).find(range => +code.slice(1) >= +range.slice(1, 3) && +code.slice(1) <= +range.slice(4))
  return group === undefined ? [letter, code] : [letter, group, code]
}

/** null where no list at hand names the code; English is missing oftener than Chinese for CCS, the reverse for ICS. */
export const icsName = (code: string, extra?: ClassNames): { zh?: string; en?: string } | null => {
  const own = ICS_NAMES[code]
  const more = extra?.ics[code]
  return own || more ? { ...more, ...own } : null
}

export const ccsName = (code: string, extra?: ClassNames): { zh?: string; en?: string } | null => {
  const own = CCS_NAMES[code]
  const more = extra?.ccs[code]
  return own || more ? { ...more, ...own } : null
}

/** Of many names those that the paths of one standard need. */
export const namesOnPaths = ({ ics, ccs }: { ics: readonly string[]; ccs: readonly string[] }, all: ClassNames | undefined): ClassNames => {
  const pick = <N>(names: Record<string, N>, codes: string[]): Record<string, N> => Object.fromEntries(codes.flatMap(code => (names[code] === undefined ? [] : [[code, names[code]]])))
  return all ? { ics: pick(all.ics, ics.flatMap(icsPath)), ccs: pick(all.ccs, ccs.flatMap(code => ccsPath(code, all))) } : { ics: {}, ccs: {} }
}

/** The first level of each tree, in order: 40 fields, 24 letters. */
export const ICS_FIELDS: readonly string[] = Object.keys(ICS_NAMES).filter(code => code.length === 2).sort()
export const CCS_LETTERS: readonly string[] = Object.keys(CCS_NAMES).filter(code => code.length === 1).sort()

type CcsList = Record<string, unknown>
const OWN: CcsList = CCS_NAMES
const groupsByList = new WeakMap<CcsList, Map<string, string[]>>()

const groupsOf = (letter: string, list: CcsList): string[] => {
  let groups = groupsByList.get(list)
  if (!groups) {
    groups = new Map()
    for (const code of Object.keys(list)) {
      if (!/^[A-Z]\d{2}\/\d{2}$/.test(code)) continue
      const same = groups.get(code.charAt(0))
      if (same) same.push(code)
      else groups.set(code.charAt(0), [code])
    }
    groupsByList.set(list, groups)
  }
  return groups.get(letter) ?? []
}
