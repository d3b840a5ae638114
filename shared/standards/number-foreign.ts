import { assemble, type ParsedNumber, type Parts } from './number-format.ts'

/** Parses EN with or without a national body, ASTM, JIS and Japan's TR and TS from normalised text. */
export const parseForeign = (text: string): ParsedNumber | null => {
  if (text.startsWith('ASTM')) return astm(text)
  return jis(text) ?? european(text)
}

const ASTM = /^ASTM ?([A-G]) ?(\d{1,4}M?)(?:\/([A-G]) ?(\d{1,4}M))?(?:-(\d{4}|\d{2})([A-D])?)?(?:\((\d{4})\))?(?:E(\d))?$/

const astm = (text: string): ParsedNumber | null => {
  const found = ASTM.exec(text)
  if (!found) return null
  const [, letter, digits, twinLetter, twin, year, revision, reapproved, editorial] = found
  const number = `${letter}${digits}${twin ? `/${twinLetter}${twin}` : ''}`
  const full = year === undefined ? null : year.length === 4 ? +year : +year >= 50 ? 1900 + +year : 2000 + +year
  if (full !== null && (full < 1950 || full > 2049)) return null // the canonical form has two digits only
  if (year === undefined && (reapproved || editorial)) return null
  return assemble({
    scope: 'foreign',
    prefix: 'ASTM',
    number,
    year: full,
    revision: revision?.toLowerCase() ?? null,
    reapproved: reapproved ? +reapproved : null,
    variant: editorial ? `e${editorial}` : null,
  })
}

const JIS = /^(?:JIS ?([A-Z]) ?(\d{4,5})|(TR|TS) ([A-Z]) ?(\d{4,5}))((?:-\d+)*)(?::((?:19|20)\d{2}))?(?:\/(AMENDMENT|CORRIGENDUM) ?(\d+)(?::((?:19|20)\d{2}))?)?$/

const jis = (text: string): ParsedNumber | null => {
  const found = JIS.exec(text)
  if (!found) return null
  const [, letter, digits, report, reportLetter, reportDigits, ending, year, supplement, n, supplementYear] = found
  let number = `${(letter ?? reportLetter)} ${(digits ?? reportDigits)}${ending}`
  const dashYear = year ? null : /^(.+)-(19[4-9]\d|20[0-4]\d)$/.exec(number)
  if (dashYear) number = dashYear[1]!
  return assemble({
    scope: 'foreign',
    prefix: report ?? 'JIS',
    number,
    year: year ? +year : dashYear ? +dashYear[2] : null,
    amendment: supplement ? `${supplement} ${+n}${supplementYear ? `:${supplementYear}` : ''}` : null,
  })
}

const NATIONAL_BODIES = 'BS|DIN|NF|UNE|UNI|NEN|NBN|SS|DS|NS|SN|SFS|ÖNORM|ONORM|CSN|PN|STN|SIST|LST|EVS|MSZ|BDS|HRN|ELOT|ILNAS|I\\.S\\.'
const EN = new RegExp(
  String.raw`^(?:(${NATIONAL_BODIES}) )?(PREN|FPREN|EN)(?: (ISO/IEC|ISO|IEC|CISPR))? ?(\d{1,6}(?:-(?:[A-Z]?\d+[A-Z]?|[A-Z]))*)(?::((?:19|20)\d{2})(?:-(\d{2}))?)?((?:[+/]A(?:\d{1,2}|C\d{0,2})(?::(?:19|20)\d{2})?)*)$`,
)

const european = (text: string): ParsedNumber | null => {
  const found = EN.exec(text)
  if (!found) return null
  const [, body, word, taken, digits, year, month, amendment] = found
  const parts: Parts = { scope: 'regional', prefix: [body, 'EN', taken].filter(Boolean).join(' '), number: digits }
  if (word !== 'EN') parts.stage = word === 'PREN' ? 'prEN' : 'FprEN'
  if (year) parts.year = +year
  if (month) {
    if (+month < 1 || +month > 12) return null
    parts.month = +month
  }
  const dashYear = year ? null : /^(.+)-(19[4-9]\d|20[0-4]\d)$/.exec(digits)
  if (dashYear) {
    parts.number = dashYear[1]!
    parts.year = +dashYear[2]
  }
  if (amendment) parts.amendment = amendment.startsWith('/') ? amendment.slice(1) : amendment
  return assemble(parts)
}
