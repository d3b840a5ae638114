import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Hit } from '../query.ts'
import type { Language, Reference, Standard } from '../standard.ts'
import { byteWriter } from './byte-writer.ts'
import type { Links } from './links.ts'
import type { CatalogueProblem } from './problem.ts'
import { bodyStart, openSegment, PREFIX, readHead, readHeader, writeSegment, type SegmentFacts } from './segment.ts'
import { SEARCHED } from './titles.ts'

/** What a row of the list shows beyond status and title; the first part of a record's cold bytes. */
export type ColdHead = Pick<Standard, 'number' | 'kind' | 'recognised' | 'category' | 'published' | 'effective' | 'ics' | 'ccs'> & {
  shown: Language | null
  /** Searched titles besides the shown one, which stands in the hot part. */
  titles: Standard['titles']
  replaces: Hit['replaces']
  successor: Hit['replacedBy']
}

/** All of a record but its shown title, and what other records say of it. */
export type ColdRow = Omit<Links, 'facts'> & { standard: Standard; shown: Language | null }

/** Heads by record number; a promise as long as they have to be read from the store. */
export type ColdReader = { heads(docs: ArrayLike<number>): ColdHead[] | Promise<ColdHead[]> }

/** The whole cold part in memory. `classNames` as `buildSegment` was given them. */
export type MemoryCold = { heads(docs: ArrayLike<number>): ColdHead[]; rows(docs: ArrayLike<number>): ColdRow[]; classNames: unknown }

export const packCold = (build: string, facts: SegmentFacts, rows: readonly ColdRow[]): ArrayBuffer => {
  const writer = byteWriter()
  const encoder = new TextEncoder()
  // Head and rest of each record alternate.
  const at = new Uint32Array(rows.length * 2 + 1)
  rows.forEach((row, doc) => {
    const { head, rest } = split(row)
    writer.put(encoder.encode(JSON.stringify(head)))
    at[doc * 2 + 1] = writer.length
    writer.put(encoder.encode(JSON.stringify(rest)))
    at[doc * 2 + 2] = writer.length
  })
  return writeSegment('cold', build, facts, { at, rows: writer.bytes() })
}

export const openCold = (buffer: ArrayBuffer, build: string): Result<MemoryCold, CatalogueProblem> => {
  const segment = openSegment(buffer, 'cold')
  if (!segment.ok) return segment
  if (segment.value.build !== build) return otherBuild
  const at = segment.value.u32('at')
  const rows = segment.value.bytes('rows')
  const head = (doc: number): ColdHead => readColdHead(rows.subarray(at[doc * 2], at[doc * 2 + 1]))
  // One key's rows are mostly those of the key before.
  const lately = new Map<number, ColdHead>()
  const remembered = (doc: number): ColdHead => {
    let found = lately.get(doc)
    if (found) return found
    if (lately.size === REMEMBERED) lately.clear()
    lately.set(doc, (found = head(doc)))
    return found
  }
  return ok({ classNames: segment.value.facts['classNames'], heads: docs => Array.from(docs, remembered), rows: docs => Array.from(docs, doc => rowOf(head(doc), rows.subarray(at[doc * 2 + 1], at[doc * 2 + 2]))) })
}

/** The cold part by slices, for the first list before it is in memory. */
export const sliceCold = async (blob: Blob, build: string): Promise<Result<ColdReader, CatalogueProblem>> => {
  const read = async (from: number, to: number): Promise<ArrayBuffer> => blob.slice(from, to).arrayBuffer()
  const head = readHead(new Uint8Array(await read(0, PREFIX)), 'cold', blob.size)
  if (!head.ok) return head
  const header = readHeader(new Uint8Array(await read(PREFIX, PREFIX + head.value.headerBytes)), 'cold')
  if (!header.ok) return header
  if (header.value.build !== build) return otherBuild
  const body = bodyStart(head.value.headerBytes)
  const { at, rows } = header.value.sections
  if (!at || !rows) return fail({ code: 'CAT-damaged', part: 'cold', why: 'header' })
  const places = new Uint32Array(await read(body + at[0], body + at[0] + at[1]))
  const start = body + rows[0]
  return ok({ heads: docs => Promise.all(Array.from(docs, async doc => readColdHead(new Uint8Array(await read(start + places[doc * 2], start + places[doc * 2 + 1]))))) })
}

const REMEMBERED = 2_000

const otherBuild = fail({ code: 'CAT-damaged', part: 'cold', why: 'other-build' } satisfies CatalogueProblem)

/** Nothing is written for what is empty, usual, or stands elsewhere in the record: there are hundreds of thousands of these. */
type LeanHead = Omit<Partial<ColdHead>, 'replaces'> & { number: string; replaces?: [count: number, first: string] }
type Rest = { s: Partial<Standard>; p?: Reference[]; q?: Reference[]; a?: string[] }

const split = ({ standard, shown, successor, replaces, replacedBy, adoptedBy }: ColdRow): { head: LeanHead; rest: Rest } => {
  const { number, kind, recognised, category, published, effective, ics, ccs, titles, ...others } = standard
  const searched = Object.fromEntries(SEARCHED.flatMap(language => (language !== shown && titles[language] ? [[language, titles[language]]] : [])))
  const { fr } = titles
  const s: Partial<Standard> = { ...others, ...(fr && shown !== 'fr' && { titles: { fr } }) }
  for (const name of LISTS) if (!s[name]!.length) delete s[name]
  return {
    head: {
      number, kind,
      ...(!recognised && { recognised }),
      ...(shown && { shown }),
      ...(Object.keys(searched).length && { titles: searched }),
      ...(category !== undefined && { category }), ...(published !== undefined && { published }), ...(effective !== undefined && { effective }),
      ...(ics.length && { ics }), ...(ccs.length && { ccs }),
      ...(replaces.length && { replaces: [replaces.length, replaces[0].number] }),
      ...(successor && { successor }),
    },
    rest: {
      s,
      ...(!sameReferences(replaces, standard.replaces) && { p: replaces }),
      ...(!sameReferences(replacedBy, standard.replacedBy) && { q: replacedBy }),
      ...(adoptedBy.length && { a: adoptedBy }),
    },
  }
}
const LISTS = ['replaces', 'replacedBy', 'adopts'] as const

const decoder = new TextDecoder()

const readColdHead = (bytes: Uint8Array): ColdHead => {
  const head = JSON.parse(decoder.decode(bytes)) as Omit<ColdHead, 'replaces'> & { replaces: Hit['replaces'] | [number, string] | undefined }
  head.recognised ??= true
  head.shown ??= null
  head.titles ??= {}
  head.ics ??= []
  head.ccs ??= []
  head.successor ??= null
  const [count, first] = (head.replaces as [number, string] | undefined) ?? [0, null]
  head.replaces = { count, first }
  return head as ColdHead
}

const rowOf = (head: ColdHead, bytes: Uint8Array): ColdRow => {
  const { number, kind, recognised, category, published, effective, ics, ccs, shown, titles, successor } = head
  const { s, p, q, a } = JSON.parse(decoder.decode(bytes)) as Rest
  for (const name of LISTS) s[name] ??= []
  const facts = { number, kind, recognised, ics, ccs, ...(category !== undefined && { category }), ...(published !== undefined && { published }), ...(effective !== undefined && { effective }) }
  const standard = { ...s, ...facts, titles: { ...titles, ...s.titles } } as Standard
  return { standard, shown, successor, replaces: p ?? standard.replaces, replacedBy: q ?? standard.replacedBy, adoptedBy: a ?? [] }
}

const sameReferences = (a: readonly Reference[], b: readonly Reference[]): boolean => a.length === b.length && a.every((one, i) => one.number === b[i].number && one.part === b[i].part)
