import kanji from 'opencc-js/dict/JPShinjitaiCharacters'
import traditional from 'opencc-js/dict/TSCharacters'

/**
 * One entry for each UTF-16 unit: what it counts as in a search, 0 = it doesn't count (space, punctuation, symbol).
 * Case, width and accents fall together; traditional characters and Japanese forms become simplified ones
 * (標 -> 标, 検 -> 检). The table is built here once and goes into the segment, so that build and query use the same one.
 */
export const buildFold = (): Uint16Array => {
  const fold = new Uint16Array(0x10000)
  for (let unit = 0x20; unit < 0x10000; unit++) fold[unit] = isSurrogate(unit) ? unit : foldLetter(String.fromCharCode(unit))
  const simple = pairs(traditional)
  for (const [from, to] of simple) fold[from] = to
  // A Japanese form stands for its traditional one, which may have a simplified one.
  for (const [from, to] of pairs(kanji)) if (!simple.has(from) && !CHINESE_TOO.includes(String.fromCharCode(from))) fold[from] = simple.get(to) ?? to
  for (const [from, to] of pairs(FORMS)) fold[from] = to
  return fold
}

/** CJK: Han, kana, Hangul and the halves of rarer characters; the rest that counts forms words. */
export const isCjk = (folded: number): boolean => folded >= 0x3000
export const isWord = (folded: number): boolean => folded > 0 && folded < 0x3000

const COUNTS = /[\p{L}\p{N}]/u
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000

const foldLetter = (letter: string): number => {
  if (!COUNTS.test(letter)) return 0
  const plain = letter.normalize('NFKC')
  const settled = plain.length === 1 ? plain : letter
  const lower = settled.toLowerCase()
  const small = lower.length === 1 ? lower : settled
  const code = small.charCodeAt(0)
  // Latin loses its accents; kana keep their marks.
  return code < 0x300 || (code >= 0x1e00 && code < 0x2000) ? small.normalize('NFD').charCodeAt(0) : code
}

/** Only characters of one unit; the rest stay as they are. */
const pairs = (dictionary: string): Map<number, number> =>
  new Map(
    dictionary
      .split('|')
      .map(pair => pair.split(' '))
      .filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to)
      .map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
  )

/** Japanese forms that are characters of their own in Chinese. */
const CHINESE_TOO = '予弁欠缶芸糸沪'

/** Japanese forms whose traditional form in the table is a variant that leads no further. */
const FORMS = '鉱 矿|砿 矿|挙 举|闘 斗|郷 乡|渋 涩|隣 邻'
