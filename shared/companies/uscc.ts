/** 统一社会信用代码 with its check character; GB 32100-2015, 4 and 5. */
export const isUscc = (code: string): boolean => usccFault(code) === null

/**
 * The first thing that is wrong with a code, null = nothing. `at` is the place from 1.
 * `length`: it has not 18 characters. `letter`: that character is in no code. `digit`: a digit must stand there. `check`: the last character doesn't belong to
 * the others.
 */
export type UsccFault = { why: 'length'; length: number } | { why: 'letter' | 'digit'; at: number; character: string } | { why: 'check'; character: string }

export const usccFault = (code: string): UsccFault | null => {
  if (code.length !== 18) return { why: 'length', length: code.length }
  for (let i = 0; i < 18; i++) {
    const character = code[i]
    if (!ALPHABET.includes(character)) return { why: 'letter', at: i + 1, character }
    if (i >= 2 && i < 8 && !/\d/.test(character)) return { why: 'digit', at: i + 1, character }
  }
  return code[17] === usccCheck(code) ? null : { why: 'check', character: code[17] }
}

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
