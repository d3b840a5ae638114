/**
 * First letters of the pinyin of Han characters, lower case; letters and digits as they are, anything else is left out:
 * `示例针织 A1` -> `slzza1`. A character with several readings counts by the one under which it is sorted.
 */
export const initialsOf = (text: string): string => {
  let found = ''
  for (const character of text.toLowerCase()) found += /[a-z0-9]/.test(character) ? character : (KNOWN.get(character) ?? remember(character))
  return found
}

const KNOWN = new Map<string, string>()

const remember = (character: string): string => {
  const initial = /\p{Script=Han}/u.test(character) ? initialOf(character) : ''
  KNOWN.set(character, initial)
  return initial
}

const initialOf = (character: string): string => {
  for (let i = FIRSTS.length - 1; i >= 0; i--) if (BY_PINYIN.compare(FIRSTS[i], character) <= 0) return LETTERS[i]
  return ''
}

/** The order of the language itself, as every engine of the product carries it. */
const BY_PINYIN = new Intl.Collator('zh-u-co-pinyin')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in that order. */
const FIRSTS = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀']
