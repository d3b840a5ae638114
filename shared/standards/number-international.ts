import { assemble, type ParsedNumber, type Parts } from './number-format.ts'

/** Parses a number of ISO, IEC, CISPR, IWA and their joint bodies from normalised text. */
export const parseInternational = (text: string): ParsedNumber | null => {
  const found = NUMBER.exec(text)
  if (!found) return null
  const [, body = '', words = '', number = '', iteration, year, month, tail = ''] = found
  const parts: Parts = { scope: 'international', prefix: body, number }
  for (const word of words.split(WORD_START)) if (word && !takeWord(word, parts)) return null
  if (iteration) {
    if (!parts.stage) return null
    parts.iteration = +iteration
  }
  if (year) parts.year = +year
  if (month) parts.month = +month
  if (!year && !iteration) takeDashYear(parts)
  if (parts.month !== undefined && (parts.month! < 1 || parts.month! > 12)) return null
  return !tail || readTail(tail, parts) ? assemble(parts) : null
}

const PART = String.raw`(?:[A-Z]?\d+[A-Z]?|[A-Z])`
const YEAR = String.raw`(?:19|20)\d{2}`
const NUMBER = new RegExp(String.raw`^(ISO|IEC|CISPR|IWA)((?:[/ ](?:HL7|[A-Z]+))*) ?(\d{1,6}(?:-${PART})*(?:/\d{1,2}(?=:|$))?)(?:\.(\d))?(?::(${YEAR})(?:-(\d{2}))?)?(?![0-9])(.*)$`, 's')
const WORD_START = /(?=[/ ])/

const TYPES = new Set(['TS', 'TR', 'PAS', 'GUIDE', 'R', 'ISP', 'DATA', 'TTA', 'SRD'])
const STAGES = new Set(['PWI', 'NP', 'AWI', 'WD', 'CD', 'CDV', 'DIS', 'FDIS', 'PRF', 'DTS', 'DTR', 'DPAS', 'DGUIDE', 'DISP', 'FDTS', 'FDTR'])

const takeWord = (token: string, parts: Parts): boolean => {
  const word = token.slice(1)
  if (TYPES.has(word)) {
    if (parts.type) return false
    parts.type = word
    return true
  }
  if (parts.type) return false
  if (STAGES.has(word)) {
    if (parts.stage) return false
    parts.stage = word
    const implied = /^F?D(TS|TR|PAS|GUIDE|ISP)$/.exec(word)
    if (implied) parts.type = implied[1]!
    return true
  }
  if (parts.stage || token.startsWith(' ')) return false
  parts.prefix += `/${word}`
  return true
}

/** `ISO 9001-2015`, as often written: no part of an international standard has a number that looks like a year. */
const takeDashYear = (parts: Parts): void => {
  const found = DASH_YEAR.exec(parts.number)
  if (!found) return
  parts.number = found[1]!
  parts.year = +found[2]
}
const DASH_YEAR = /^(.+)-(19[4-9]\d|20[0-4]\d)$/

const VARIANT = String.raw`(?:CSV|EXV-CMV|EXV-RLV|RLV|SER|EXV|CMV|PRV)`
const SUPPLEMENT = new RegExp(String.raw`^([/+])(?:(AWI|WD|CD|PRF|DIS) )?(AMD|AMENDMENT|COR|CORRIGENDUM|ADD|SUPPL|EXT|ISH) ?(\d{1,3})(?:\.(\d))?(?::(${YEAR}))?`)
const ENDING = new RegExp(String.raw`^(?: (${VARIANT})| ?(\([A-Z](?:/[A-Z])*\)))$`)
const INNER = new RegExp(String.raw`^ (${VARIANT})(?=/)`)
const ALL_PARTS = / ?\((?:ALL PARTS|所有部分)\)$/

/** `/AMD1:2015` becomes `/Amd 1:2015` as ISO writes it; a consolidation keeps its plus sign: it is another document. */
const readTail = (tail: string, parts: Parts): boolean => {
  let rest = tail.replace(ALL_PARTS, '')
  if (rest !== tail) parts.allParts = true
  let amendment = ''
  while (rest) {
    const inner = INNER.exec(rest)
    if (inner) {
      amendment += ` ${inner[1]}`
      rest = rest.slice(inner[0].length)
    }
    const found = SUPPLEMENT.exec(rest)
    if (!found) break
    amendment += supplement(found)
    rest = rest.slice(found[0].length)
  }
  if (amendment) parts.amendment = amendment.startsWith('/') ? amendment.slice(1) : amendment
  if (!rest) return true
  const ending = ENDING.exec(rest)
  if (!ending) return false
  parts.variant = ending[1] ?? ending[2]
  return true
}

const SUPPLEMENT_WORDS: Record<string, string> = { AMD: 'Amd ', AMENDMENT: 'Amd ', COR: 'Cor ', CORRIGENDUM: 'Cor ', ADD: 'Add ', SUPPL: 'Suppl ', EXT: 'Ext ', ISH: 'ISH' }

const supplement = ([, sign = '', stage, word = '', n = '', iteration, year]: RegExpExecArray): string => {
  const name = SUPPLEMENT_WORDS[word]
  return `${sign}${stage ? `${stage} ` : ''}${sign === '+' ? name.trimEnd().toUpperCase() : name}${+n}${iteration ? `.${iteration}` : ''}${year ? `:${year}` : ''}`
}
