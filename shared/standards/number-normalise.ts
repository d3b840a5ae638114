/** Codes of sector standards; their agencies' names date from about 2005 and are not shown. */
export const SECTOR_CODES = (
  'AQ BB CB CH CJ CY DA DB DL DZ EJ FZ GA GD GH GM GY HB HG HJ HS HY JB JC JG JR JT JY LB LD LS LY MH MR MT MZ NB NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY ' +
  'TB TD TJ TY WB WH WJ WM WS WW XB XF YB YC YD YJ YS YY YZ ZY CJJ JGJ JTG JTS JTJ'
).split(' ')

/** A family of Chinese numbers at the start of a normalised text. */
export const CHINESE_HEAD = new RegExp(`^(?:(?:GB[ZJ]?|GJB|GSB|JJ[GF]|DB\\d*|DBJ\\d*|${SECTOR_CODES.join('|')})[\\d/ (]|[TQ]/)`)

/**
 * Brings the spellings of one number together: width, dashes, spaces, case, a title in 《》 cut off, `GBT` -> `GB/T`.
 * Idempotent. Doesn't ask whether the text is a number at all.
 */
export const normaliseNumber = (text: string): string => {
  if (ASCII.test(text)) return settle(text)
  let now = widen(text)
  for (let round = 0; round < 4; round++) {
    const next = settle(widen(now))
    if (next === now) break
    now = next
  }
  return now
}

const ASCII = /^[\x20-\x7e]*$/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]|(?<=\d)[\u4e00\u30fc\u2500](?=\d)/g
const SLASHES = /[\u2044\u2215]/g

const widen = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').replace(SLASHES, '/').replace(/\u2236/g, ':')

const TITLE = /[《<].*$/s
const SPACES = /\s+/g
const AROUND_SIGNS = / ?([/:+-])[ /:+-]*/g
const AROUND_DOT = /(?<=\d) ?\. ?(?=\d)/g
const LEADING = /^[\s,;:。、.]+/
const TRAILING = /[\s.,;:。、]+$/
const BARE_T = new RegExp(`^(GBZ?|DBJ?(?:\\d{4}|\\d{2})|DBJ|${SECTOR_CODES.join('|')})[ _-]?T(?= ?\\d)`)

const settle = (text: string): string =>
  text
    .replace(TITLE, '')
    .replace(SPACES, ' ')
    .replace(AROUND_SIGNS, oneSign)
    .replace(AROUND_DOT, '.')
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .toUpperCase()
    .replace(BARE_T, '$1/T')

/** A run such as `——` or ` - ` is one sign; different signs side by side are left as they are. */
const oneSign = (run: string, sign: string): string => {
  const signs = run.replaceAll(' ', '')
  return signs === sign || signs === sign.repeat(signs.length) ? sign : signs
}
