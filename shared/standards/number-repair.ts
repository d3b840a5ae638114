import { CHINESE_HEAD } from './number-normalise.ts'

/** What had to be mended in a number as written; the order is the order of display. */
export const REPAIRS = ['wide', 'space', 'slash', 'case', 'letter', 'year', 'separator', 'remark'] as const
/** full width; space missing; slash missing (`GBT`); lower case; letter for digit (O for 0); two-digit year; `-` or `:` before the year; text around it cut off. */
export type Repair = (typeof REPAIRS)[number]

/** What the way from `raw` to the canonical number mended beyond kinds of dash and spare spaces. */
export const repairsBetween = (raw: string, normal: string, canonical: string): Repair[] => {
  const found: Repair[] = []
  if (WIDE.test(raw)) found.push('wide')
  const compact = normal.toUpperCase()
  const settled = canonical.toUpperCase()
  if (!compact.includes(' ') || (NO_SPACE.test(compact) && !NO_SPACE.test(settled))) found.push('space')
  if (/^[A-Z]+\/[TZ]/.test(compact) && !/^\s*[^\s\d/\\]+\s*[/\\／∕⁄]/.test(raw)) found.push('slash')
  if (/^[^0-9０-９]*[a-z]/.test(raw) && !/guide/i.test(raw)) found.push('case')
  if (TWO_DIGITS.test(compact) && !TWO_DIGITS.test(settled)) found.push('year')
  if (settled.includes(':') ? !compact.includes(':') && /-\d{4}/.test(compact) && /:\d{4}/.test(settled) : CHINESE_COLON.test(compact)) found.push('separator')
  return found
}

const WIDE = /[\uff01-\uff0c\uff0e-\uff5e]/
const NO_SPACE = /^[A-Z/]*[A-Z]\d/
const TWO_DIGITS = /[-:]\d{2}(?!\d)(?!.*\d{4})/
const CHINESE_COLON = /^(?!ISO|IEC|CISPR|IWA|JIS|T[RS] )[A-Z0-9/]+ ?[\d.]+:\d{4}/

/** Readings to try when the grammar doesn't know a normalised text, with what each of them mends. */
export const mendings = (normal: string): { text: string; repairs: Repair[] }[] => {
  const out: { text: string; repairs: Repair[] }[] = []
  const digits = withDigits(normal)
  if (digits !== normal) out.push({ text: digits, repairs: ['letter'] })
  const bare = withoutRemark(normal)
  if (bare !== normal && bare) {
    out.push({ text: bare, repairs: ['remark'] })
    const both = withDigits(bare)
    if (both !== bare) out.push({ text: both, repairs: ['letter', 'remark'] })
  }
  return out
}

/**
 * Letters for digits, after the family: `29I2.1-2OO9`. Abroad a letter may end a number or a part (`IEC 60417O`), so only those
 * between two digits are taken for one.
 */
const withDigits = (text: string): string => {
  const between = text.replace(/(?<=\d)O+(?=\d)/g, zeros).replace(/(?<=\d)[IL](?=\d)/g, '1')
  return CHINESE_HEAD.test(text) ? between.replace(/(?<=\d[.-]?)O+|O+(?=\d)/g, zeros).replace(/(?<=\d)[IL](?=[.:-]|$)/g, '1') : between
}
const zeros = (run: string): string => '0'.repeat(run.length)

/** Cuts a title or remark behind the number and quotes or brackets around it. */
const withoutRemark = (text: string): string =>
  text
    .replace(/^[^A-Z]*(?=[A-Z])/, '')
    .replace(/[ \u3400-\u9fff\u3040-\u30ff]*[\u3400-\u9fff\u3040-\u30ff].*$/s, '')
    .replace(/[\s"'“”‘’[\]【】「」(:,;。、]+$/, '')
