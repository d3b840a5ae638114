import type { Standard } from '../standard.ts'
import { compareBytes, packDictionary } from './dictionary.ts'
import { packPostings } from './postings.ts'
import type { Section } from './segment.ts'
import { MAX_WORD, readTitle, SEARCHED } from './titles.ts'

/** Bigrams are (first << 16 | second); these stand beside a run's first and behind its last character. */
export const START = 1
export const END = 2

/** Lists of the records by CJK bigram, by word, by first word, and by the first one or two letters of a word. */
export const packText = (standards: readonly Standard[], fold: Uint16Array): Record<string, Section> => {
  const bigrams = new Map<number, number[]>()
  const words = new Map<string, number[]>()
  const firsts = new Map<string, number[]>()
  const short = new Map<string, number[]>()
  standards.forEach(({ titles }, doc) => {
    for (const language of SEARCHED) {
      const title = titles[language]
      if (!title) continue
      const { words: found, cjk, startsWith } = readTitle(title, fold)
      for (const each of found) {
        const word = each.slice(0, MAX_WORD)
        add(words, word, doc)
        add(short, word.slice(0, 1), doc)
        if (word.length > 1) add(short, word.slice(0, 2), doc)
      }
      if (startsWith === 'word') add(firsts, found[0].slice(0, MAX_WORD), doc)
      if (startsWith === 'cjk') add(bigrams, START * 0x10000 + cjk[0], doc)
      for (let i = 0; i < cjk.length; i++) if (cjk[i]) add(bigrams, cjk[i] * 0x10000 + (cjk[i + 1] || END), doc)
    }
  })
  const keys = Uint32Array.from(bigrams.keys()).sort()
  const sorted = [...words.keys()].sort(compareBytes)
  const starts = [...short.keys()].sort(compareBytes)
  const none: number[] = []
  return {
    'bigrams.keys': keys,
    ...packPostings('bigrams', standards.length, Array.from(keys, key => bigrams.get(key)!), keys.length),
    ...packDictionary('words', sorted),
    ...packPostings('words', standards.length, sorted.map(word => words.get(word)!), sorted.length),
    ...packPostings('firsts', standards.length, sorted.map(word => firsts.get(word) ?? none), sorted.length),
    'short.keys': Uint32Array.from(starts, shortKey),
    ...packPostings('short', standards.length, starts.map(start => short.get(start)!), starts.length),
  }
}

/** One or two units as one number, in the order of `compareBytes`. */
export const shortKey = (start: string): number => start.charCodeAt(0) * 0x10000 + (start.length > 1 ? start.charCodeAt(1) : 0)

const add = <K>(lists: Map<K, number[]>, key: K, doc: number): void => {
  const list = lists.get(key)
  if (!list) lists.set(key, [doc])
  else if (list[list.length - 1] !== doc) list.push(doc)
}
