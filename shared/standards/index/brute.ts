// For tests alone: what a search must give, told record by record without any index.
import { dayNumber } from '#shared/lib/dates.ts'
import { YEAR_BANDS, type Facets, type Filters, type Query } from '../query.ts'
import { resolveRelations } from '../relations.ts'
import { KINDS, STATUSES, type Standard, type Status } from '../standard.ts'
import { statusOn } from '../status.ts'
import { yearBand } from './columns.ts'
import { buildFold, isCjk, isWord } from './fold.ts'
import { numberKeys, type NumberKey } from './number-keys.ts'
import { byRank } from './order.ts'
import { isOnlySigns, readPieces, type Piece } from './pieces.ts'
import { MAX_WORD, readTitle, SEARCHED } from './titles.ts'

/** `rows` in static order; `bucket` counts tiers by four (exact number, number prefix, title start, elsewhere), in force before the rest by two, near number prefixes before far ones by one. */
export type Truth = { total: number; facets: Facets; rows: { number: string; bucket: number }[]; status: Map<string, Status> }

type Row = { standard: Standard; rank: number; keys: NumberKey[]; words: string[]; firsts: string[]; runs: string[] }
type Hit = { all: boolean; exact: boolean; prefix: boolean; start: boolean; near: boolean; whole: boolean }

export const bruteForce = (standards: readonly Standard[], catalogueDate: string): ((query: Query) => Truth) => {
  const fold = buildFold()
  const ranked = byRank(standards)
  const relations = resolveRelations(ranked)
  const rows = ranked.map((standard, rank): Row => {
    const titles = SEARCHED.flatMap(language => standard.titles[language] ?? [])
    const read = titles.map(title => readTitle(title, fold))
    return {
      standard,
      rank,
      keys: numberKeys(standard),
      words: read.flatMap(title => title.words.map(word => word.slice(0, MAX_WORD))),
      firsts: read.flatMap(title => (title.startsWith === 'word' ? [title.words[0].slice(0, MAX_WORD)] : [])),
      runs: titles.map(title => letters(title, fold)),
    }
  })
  const isNumber = (text: string): boolean => rows.some(row => row.keys.some(key => key.text.startsWith(text)))

  return query => {
    const day = dayNumber(query.day)
    const statusOf = (row: Row): Status => STATUSES[statusOn(relations.facts(row.rank), day, dayNumber(catalogueDate))]
    const pieces = readPieces(query.text, fold, isNumber)
    const met = rows.map(row => ({ row, hit: meet(row, pieces), status: statusOf(row) }))
    const asked = isOnlySigns(query.text, pieces) ? [] : met.some(({ hit }) => hit.all) ? met.filter(({ hit }) => hit.all) : met.filter(({ hit }) => hit.whole)
    const fits = ({ row, status }: (typeof met)[number], without?: keyof Filters): boolean =>
      (Object.entries(query.filters) as [keyof Filters, string[] | undefined][]).every(([group, choices]) => group === without || !choices?.length || valuesOf(row.standard, status, group).some(value => choices.includes(value)))
    const found = asked.filter(one => fits(one))
    const counts = (group: keyof Filters): Map<string, number> => {
      const all = new Map<string, number>()
      for (const one of asked) if (fits(one, group)) for (const value of new Set(valuesOf(one.row.standard, one.status, group))) all.set(value, (all.get(value) ?? 0) + 1)
      return all
    }
    const listed = (group: keyof Filters, order: readonly string[]): number[] => order.map(value => counts(group).get(value) ?? 0)
    return {
      total: found.length,
      facets: { status: listed('status', STATUSES), kind: listed('kind', KINDS), year: listed('year', YEAR_BANDS), ics: Object.fromEntries(counts('ics')), ccs: Object.fromEntries(counts('ccs')) },
      rows: found.map(({ row, hit, status }) => ({ number: row.standard.number, bucket: (hit.exact ? 0 : hit.prefix ? 4 : hit.start ? 8 : 12) + (status === 'current' || status === 'partly' ? 0 : 2) + (!hit.exact && hit.prefix && !hit.near ? 1 : 0) })),
      status: new Map(found.map(({ row, status }) => [row.standard.number, status])),
    }
  }
}

const letters = (title: string, fold: Uint16Array): string =>
  Array.from({ length: title.length }, (_, i) => fold[title.charCodeAt(i)])
    .map(unit => (isCjk(unit) ? String.fromCharCode(unit) : isWord(unit) ? ' ' : ''))
    .join('')

const valuesOf = (standard: Standard, status: Status, group: keyof Filters): string[] => {
  switch (group) {
    case 'status':
      return [status]
    case 'kind':
      return [standard.kind]
    case 'year':
      return [yearBand(standard.published)]
    case 'ics':
      return standard.ics.map(code => code.slice(0, 2))
    case 'ccs':
      return standard.ccs.map(code => code.slice(0, 1))
  }
}

const meet = (row: Row, pieces: readonly Piece[]): Hit => {
  const hits = pieces.map(piece => meetPiece(row, piece))
  const any = (tier: keyof Hit): boolean => hits.some(hit => hit[tier])
  return { all: hits.every(hit => hit.all), exact: any('exact'), prefix: any('prefix'), start: hits.length > 0 && hits[0].start, near: any('near'), whole: any('whole') }
}

const meetPiece = (row: Row, piece: Piece): Hit => {
  if (piece.kind === 'cjk') {
    const run = String.fromCharCode(...piece.units)
    return { all: row.runs.some(text => text.includes(run)), exact: false, prefix: false, start: row.runs.some(text => text.startsWith(run)), near: false, whole: false }
  }
  const prefix = piece.numbers.some(text => row.keys.some(key => key.text.startsWith(text)))
  const exact = piece.numbers.some(text => row.keys.some(key => key.text === text || (key.text.startsWith(text) && key.base === text.length)))
  const whole = piece.numbers.some(text => row.keys.some(key => key.text === text))
  const near = piece.numbers.some(text => row.keys.some(key => key.text === text || key.text.startsWith(`${text}-`) || key.text.startsWith(`${text}.`)) && /\d/.test(text))
  const words = piece.words.length > 0 && piece.words.every(word => row.words.some(each => each.startsWith(word)))
  return { all: prefix || words, exact, prefix, start: words && row.firsts.some(first => first.startsWith(piece.words[0])), near, whole }
}
