import { isCjk, isWord } from './fold.ts'
import type { Language, Standard } from '../standard.ts'

/** Languages in which titles are searched. French titles are shown only: they would double the words and nobody here types them. */
export const SEARCHED = ['zh', 'ja', 'en'] as const satisfies Language[]

/** The title that stands in the list and heads the page; null = the catalogue has none. */
export const shownTitle = (standard: Pick<Standard, 'titles'>): Title | null => titlesOf(standard)[0] ?? null

/** All titles, the shown one first. */
export const titlesOf = ({ titles }: Pick<Standard, 'titles'>): Title[] =>
  SHOWN.flatMap(language => {
    const text = titles[language]
    return text ? [{ language, text }] : []
  })
type Title = { language: Language; text: string }
const SHOWN = ['zh', 'ja', 'en', 'fr'] as const satisfies Language[]

/** What of a title counts in a search: its words, and its CJK runs in one row of folded units where 0 ends a run. */
export type Tokens = { words: string[]; cjk: number[]; startsWith: 'word' | 'cjk' | null }

/** Space and punctuation don't part CJK (纺织品 甲醛 = 纺织品甲醛); they part words, and words part CJK. */
export const readTitle = (title: string, fold: Uint16Array): Tokens => {
  const words: string[] = []
  const cjk: number[] = []
  let word = ''
  let startsWith: Tokens['startsWith'] = null
  for (let i = 0; i < title.length; i++) {
    const unit = fold[title.charCodeAt(i)]
    if (isWord(unit)) {
      word += String.fromCharCode(unit)
      startsWith ??= 'word'
      continue
    }
    if (word) words.push(word)
    if (word && cjk.length) cjk.push(0)
    word = ''
    if (isCjk(unit)) {
      cjk.push(unit)
      startsWith ??= 'cjk'
    }
  }
  if (word) words.push(word)
  return { words, cjk, startsWith }
}

/** Words longer than this are cut, in titles and in queries alike. */
export const MAX_WORD = 40
