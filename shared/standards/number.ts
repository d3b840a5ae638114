import { parseChinese } from './number-cn.ts'
import { parseForeign } from './number-foreign.ts'
import type { ParsedNumber } from './number-format.ts'
import { parseInternational } from './number-international.ts'
import { CHINESE_HEAD, normaliseNumber } from './number-normalise.ts'
import { mendings, repairsBetween, type Repair } from './number-repair.ts'
import type { Adoption, Kind } from './standard.ts'

/** Takes a number of any family apart, whatever its spelling; null = the grammar doesn't know it. */
export const parseNumber = (text: string): ParsedNumber | null => parseNormal(normaliseNumber(text))

/** As printed: a Chinese year stands behind a one-em dash, `GB/T 2912.1—2009`; other numbers keep their own signs. */
export const displayNumber = (canonical: string): string => (CHINESE_HEAD.test(canonical) ? canonical.replace(YEAR_DASH, '—') : canonical)

export type Identity = {
  /** Canonical number, the identity of an edition. */
  number: string
  key: string
  /** False: the grammar doesn't know it; `number` is the normalised text. */
  recognised: boolean
  year: number | null
  kind: Kind
  /** What the number itself says of adoption: `GB/T 19001-2016/ISO 9001:2015`. */
  adopts: Adoption[]
  mended: boolean
  repairs: Repair[]
}

/** The identity of a row by its number as written; null = there is no usable number (empty, 无, a placeholder). */
export const identify = (text: string): Identity | null => {
  const normal = normaliseNumber(text)
  if (FORMULA.test(text) || FORMULA.test(normal) || !isUsable(normal)) return null
  const parsed = parseNormal(normal)
  if (parsed) return identityOf(parsed, text === parsed.canonical ? [] : repairsBetween(text, normal, parsed.canonical))
  for (const { text: mended, repairs } of mendings(normal)) {
    const again = parseNormal(mended)
    if (again) return identityOf(again, [...repairsBetween(text, mended, again.canonical), ...repairs])
  }
  const { key, year } = withoutYear(normal)
  return { number: normal, key, recognised: false, year, kind: kindOfUnknown(normal), adopts: [], mended: false, repairs: [] }
}

const parseNormal = (text: string): ParsedNumber | null => {
  const family = text.charCodeAt(0)
  // I and C lead the international bodies; C also some Chinese sectors.
  if (family === 73 || text.startsWith('CISPR')) return parseInternational(text)
  return parseChinese(text, parseCounterpart) ?? parseForeign(text)
}

const parseCounterpart = (text: string): ParsedNumber | null => parseInternational(text) ?? parseForeign(text)

const identityOf = (p: ParsedNumber, repairs: Repair[]): Identity => ({
  number: p.canonical,
  key: p.key,
  recognised: true,
  year: p.year,
  kind: kindOf(p),
  adopts: p.counterpart === null ? [] : [{ number: p.counterpart, degree: p.degree }],
  mended: repairs.length > 0,
  repairs,
})

const kindOf = (p: ParsedNumber): Kind => {
  switch (p.scope) {
    case 'national':
      if (p.prefix === 'JJG' || p.prefix === 'JJF') return 'metrology'
      if (p.mandate === null || p.prefix === 'GJB') return 'other'
      return p.mandate === 'mandatory' ? 'gb' : p.mandate === 'recommended' ? 'gbt' : 'gbz'
    case 'sector':
      return p.prefix.startsWith('JJ') ? 'metrology' : 'sector'
    case 'international':
      return p.prefix.startsWith('ISO') || p.prefix === 'IWA' ? 'iso' : 'iec'
    case 'foreign':
      return p.prefix === 'ASTM' ? 'astm' : 'jis'
    default:
      return p.scope
  }
}

const kindOfUnknown = (text: string): Kind => KIND_STARTS.find(([start]) => start.test(text))?.[1] ?? 'other'
const KIND_STARTS: [RegExp, Kind][] = [
  [/^GB\/T\b/, 'gbt'],
  [/^GB\/Z\b/, 'gbz'],
  [/^GB\b/, 'gb'],
  [/^JJ[GF]\b/, 'metrology'],
  [/^T\//, 'group'],
  [/^Q\//, 'enterprise'],
  [/^DB\d/, 'local'],
  [/^(?:ISO|IWA)\b/, 'iso'],
  [/^(?:IEC|CISPR)\b/, 'iec'],
  [/^OIML\b/, 'oiml'],
  [/^(?:JIS\b|T[RS] [A-Z] ?\d)/, 'jis'],
  [/^ASTM\b/, 'astm'],
  [/^(?:ETSI|EN|[A-Z]{2,5} EN|CEN|CENELEC)\b/, 'regional'],
]

const YEAR_DASH = /-(?=\d{4}(?:$|[/(]))/g

const withoutYear = (text: string): { key: string; year: number | null } => {
  const found = /:((?:19|20)\d{2})(?:-\d{2})?|-((?:19|20)\d{2})(?=$| |\/)| \(((?:19|20)\d{2})-\d{2}\)$/.exec(text)
  if (!found) return { key: text, year: null }
  return { key: normaliseNumber(text.slice(0, found.index) + text.slice(found.index + found[0].length)), year: +(found[1] ?? found[2] ?? found[3]) }
}

const isUsable = (text: string): boolean => text.length <= 120 && /[A-Z0-9]/.test(text) && !PLACEHOLDER.test(text)
/** A workbook's formula that came as text, such as a link. */
const FORMULA = /^\s*[=＝]/
const PLACEHOLDER = /^(?:N\/?A|NULL|NONE|NIL|NO|UNDEFINED|NAN|TBD|#.*|[A-Z]{1,4}(?:\/[TZ])?)$/
