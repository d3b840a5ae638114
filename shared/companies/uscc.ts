/** 统一社会信用代码 with its check character; GB 32100-2015, 4 and 5. */
export const isUscc = (code: string): boolean => usccFault(code) === null

/**
 * The first thing that is wrong with a code, null = nothing. `at` is the place from 1.
 * `length`: it has not 18 characters. `letter`: that character is in no code. `authority`: no authority registers under it. `region`: a letter, or no such
 * province; a county that was abolished stays good. `check`: the last character doesn't belong to the others.
 */
export type UsccFault = { why: 'length'; length: number } | { why: 'letter' | 'authority' | 'region'; at: number; character: string } | { why: 'check'; character: string }

export const usccFault = (code: string): UsccFault | null => {
  if (code.length !== 18) return { why: 'length', length: code.length }
  const letter = [...code].findIndex(character => !ALPHABET.includes(character))
  if (letter >= 0) return { why: 'letter', at: letter + 1, character: code[letter] }
  if (!AUTHORITIES.includes(code[0])) return { why: 'authority', at: 1, character: code[0] }
  const region = code.slice(2, 8).search(/\D/)
  if (region >= 0) return { why: 'region', at: region + 3, character: code[region + 2] }
  if (!PROVINCES.has(code.slice(2, 4))) return { why: 'region', at: 3, character: code.slice(2, 4) }
  return code[17] === usccCheck(code) ? null : { why: 'check', character: code[17] }
}

/** 机构编制, 外交, 司法行政, 文化, 民政, 旅游, 宗教, 工会, 市场监管, 军委改革编制, 农业, 其他. */
const AUTHORITIES = '123456789ANY'

/** 10 = registered nationally. */
const PROVINCES = new Set('10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '))

/** Whether characters 9 to 17 are an organisation code with its own check character (GB 11714). Old codes may fail: a warning, no error. */
export const orgCheckFits = (code: string): boolean => code[16] === orgCheck(code.slice(8, 16))

/** The check character of eight characters of an organisation code, letters counting from A = 10. */
export const orgCheck = (body: string): string => {
  const sum = [...body].reduce((all, character, i) => all + parseInt(character, 36) * ORG_WEIGHTS[i], 0)
  return '0123456789X'[(11 - (sum % 11)) % 11]
}

const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The four parts of a code: from which place to which, from 1. */
export const USCC_PARTS = { authority: [1, 2], region: [3, 8], body: [9, 17], check: [18, 18] } as const
export type UsccPart = keyof typeof USCC_PARTS

/** Where a fault lies: its places from 1, and the part that they are in; null = in no place of its own. */
export const usccPlaces = (fault: UsccFault): { part: UsccPart; places: number[] } | null => {
  if (fault.why === 'length') return null
  if (fault.why === 'check') return { part: 'check', places: [18] }
  const part = (Object.keys(USCC_PARTS) as UsccPart[]).find(one => fault.at <= USCC_PARTS[one][1])!
  return { part, places: [...fault.character].map((_, i) => fault.at + i) }
}

/** `places`, from 1, are those that change. */
export type UsccRepair = { code: string; places: number[] }

/**
 * The one code that a slip of the pen explains and whose check character fits; null = none, or more than one. Tried are letters that no
 * code has and digits that look like them (O 0, I 1, S 5, Z 2), B and 8, and two neighbours swapped. Of 17 swaps one fits by chance too
 * often: there the organisation code has to fit by its own check as well.
 */
export const usccRepair = (code: string): UsccRepair | null => {
  if (code.length !== 18 || isUscc(code)) return null
  const read = code.replace(/[OISZ]/g, letter => LOOKS_LIKE[letter])
  const tries = new Set<string>([read].filter(isUscc))
  for (let i = 0; i < 18; i++) {
    const [here, next] = [read[i], read[i + 1]]
    if (here === 'B' || here === '8') tries.add(read.slice(0, i) + (here === 'B' ? '8' : 'B') + read.slice(i + 1))
    if (read === code && next !== undefined && next !== here) {
      const swapped = read.slice(0, i) + next + here + read.slice(i + 2)
      if (orgCheckFits(swapped)) tries.add(swapped)
    }
  }
  const found = [...tries].filter(isUscc)
  return found.length === 1 ? { code: found[0], places: [...code].flatMap((character, i) => (character === found[0][i] ? [] : [i + 1])) } : null
}
const LOOKS_LIKE: { [letter: string]: string } = { O: '0', I: '1', S: '5', Z: '2' }

/** A code as it is kept: without blanks and hyphens, capital, full width as half. */
export const plainUscc = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** The check character that belongs to the first 17. */
export const usccCheck = (code: string): string => {
  let sum = 0
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += ALPHABET.indexOf(code[i]) * weight
  return ALPHABET[(31 - (sum % 31)) % 31]
}

/** Letters that look like digits or like others (I, O, S, V, Z) are not used. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
