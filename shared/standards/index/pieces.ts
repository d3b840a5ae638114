import { parseNumber } from '../number.ts'
import { isCjk } from './fold.ts'
import { compactNumber } from './number-keys.ts'
import { MAX_WORD, readTitle } from './titles.ts'

/** What a query asks, all of it to be met: a run of CJK; or what begins a number (written in one token or several), or else is words that begin words of a title. */
export type Piece = { kind: 'cjk'; units: number[] } | { kind: 'token'; numbers: string[]; words: string[] }

/** `isNumber` tells whether some number begins with a compact text. */
export const readPieces = (text: string, fold: Uint16Array, isNumber: (compact: string) => boolean): Piece[] => {
  const pieces: Piece[] = []
  for (const [run] of text.slice(0, MAX_TEXT).normalize('NFKC').replace(INVISIBLE, '').replace(HAN_DASH, '-').matchAll(RUN)) {
    if (isCjk(fold[run.charCodeAt(0)])) pieces.push({ kind: 'cjk', units: Array.from({ length: run.length }, (_, i) => fold[run.charCodeAt(i)]) })
    else pieces.push(...readStretch(run, fold, isNumber, ordinalBefore(pieces, fold)))
  }
  return pieces
}

/** Signs alone ask for nothing that could be found; an empty text asks for all. */
export const isOnlySigns = (text: string, pieces: readonly Piece[]): boolean => pieces.length === 0 && text.replace(INVISIBLE, '').trim() !== ''

/** A pasted title may be long; what lies behind this isn't read. */
const MAX_TEXT = 300

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
/** A Chinese one or a long vowel between digits was meant as a dash. */
const HAN_DASH = /(?<=\d)[\u4e00\u30fc\u2500](?=\d)/g
const CJK = String.raw`\u3005-\u3007\u3031-\u30fa\u30fc-\u30ff\u3105-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\ua4cf\ua960-\ua97c\uac00-\ud7fb\ud800-\udfff\uf900-\ufad9`
/** A run of CJK, or whatever stands between two and between title marks, quotes, commas. */
const RUN = new RegExp(String.raw`[${CJK}]+|[^${CJK}《》〈〉<>"“”,;、。|!?\[\]【】「」]+`, 'g')

const ordinalBefore = (pieces: Piece[], fold: Uint16Array): boolean => {
  const last = pieces.at(-1)
  return last?.kind === 'cjk' && last.units.at(-1) === fold['第'.charCodeAt(0)]
}

/** Greedy: the longest row of tokens with which a number begins is read as one number. */
const readStretch = (stretch: string, fold: Uint16Array, isNumber: (compact: string) => boolean, ordinal: boolean): Piece[] => {
  const tokens = stretch.split(/\s+/).filter(token => compactNumber(token).replace(/[.-]/g, '') || wordsOf(token, fold).length)
  const glued = ordinal && !/^\s/.test(stretch)
  const whole = !glued && (tokens.length > 1 || /[/(]/.test(stretch)) ? parseNumber(stretch) : null
  if (whole && isNumber(compactNumber(whole.canonical))) return [{ kind: 'token', numbers: [compactNumber(whole.canonical)], words: wordsOf(stretch, fold) }]
  const pieces: Piece[] = []
  for (let i = 0, end; i < tokens.length; i = end) {
    end = glued && i === 0 ? 1 : numberEnd(tokens, i, isNumber)
    const text = joined(tokens, i, end)
    pieces.push({ kind: 'token', numbers: glued && i === 0 ? [] : spellings(text, isNumber), words: wordsOf(tokens.slice(i, end).join(' '), fold) })
  }
  return pieces
}

const wordsOf = (text: string, fold: Uint16Array): string[] => readTitle(text, fold).words.map(word => word.slice(0, MAX_WORD))

const MAX_TOKENS = 6

/** End of the number that begins at a token, at least the next token. */
const numberEnd = (tokens: string[], from: number, isNumber: (compact: string) => boolean): number => {
  for (let end = Math.min(tokens.length, from + MAX_TOKENS); end > from + 1; end--) {
    if (!/[a-z]/i.test(tokens[from]) && !tokens.slice(from + 1, end).every(token => goesOn(tokens[from], token))) continue
    const text = joined(tokens, from, end)
    if (/\d/.test(text) && spellings(text, isNumber).length) return end
  }
  return from + 1
}

/** Digits alone don't follow digits: they would be another number. */
const goesOn = (first: string, token: string): boolean => YEAR.test(token) || SIGN_FIRST.test(token) || /[a-z]/i.test(token) || /[-:./]$/.test(first)

/** Whole or half typed. */
const YEAR = /^(?:1|19\d{0,2}|2|20\d{0,2})$/
const SIGN_FIRST = /^[-:./\u2010-\u2015\u2212]/

const MANDATE = /^([a-z]{2,4}\d{0,4})[tz](?=\d)/

/** A bare year behind a number gets its dash: `iso 9001 2015`. */
const joined = (tokens: string[], from: number, end: number): string => {
  let text = tokens[from]
  for (let i = from + 1; i < end; i++) text += YEAR.test(tokens[i]) && /\d$/.test(text) ? `-${tokens[i]}` : tokens[i]
  return text
}

/** Compact forms with which some number begins: as written, else without a full stop at the end, with the century of a two-digit year, or without a mandate letter that the number doesn't have. */
const spellings = (text: string, isNumber: (compact: string) => boolean): string[] => {
  const compact = compactNumber(text)
  if (!/[a-z0-9]/.test(compact)) return []
  const forms = [compact, compact.replace(/[.-]+$/, ''), compact.replace(/-([5-9]\d)$/, '-19$1'), compact.replace(MANDATE, '$1')]
  const canonical = /\d/.test(compact) && /[a-z]/.test(compact) ? parseNumber(text)?.canonical : undefined
  if (canonical) forms.push(compactNumber(canonical))
  const found = [...new Set(forms)].filter(isNumber)
  return found[0] === compact ? [compact] : found
}
