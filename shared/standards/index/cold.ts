import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Hit } from '../query.ts'
import type { Language, Reference, Standard } from '../standard.ts'
import { byteWriter } from './byte-writer.ts'
import type { Links } from './links.ts'
import type { CatalogueProblem } from './problem.ts'
import { bodyStart, openSegment, PREFIX, readHead, readHeader, writeSegment, type SegmentFacts } from './segment.ts'

/** All of a record that search itself doesn't need, and what other records say of it. The shown title stands in the hot part. */
export type ColdRow = Omit<Links, 'facts'> & { standard: Standard; shown: Language | null }

/** Rows by record number; a promise as long as they have to be read from the store. */
export type ColdReader = { rows(docs: ArrayLike<number>): ColdRow[] | Promise<ColdRow[]> }

export const packCold = (build: string, facts: SegmentFacts, rows: readonly ColdRow[]): ArrayBuffer => {
  const writer = byteWriter()
  const encoder = new TextEncoder()
  const at = new Uint32Array(rows.length + 1)
  rows.forEach((row, doc) => {
    writer.put(encoder.encode(JSON.stringify(lean(row))))
    at[doc + 1] = writer.length
  })
  return writeSegment('cold', build, facts, { at, rows: writer.bytes() })
}

/** The whole cold part in memory. */
export type MemoryCold = { rows(docs: ArrayLike<number>): ColdRow[] }

export const openCold = (buffer: ArrayBuffer, build: string): Result<MemoryCold, CatalogueProblem> => {
  const segment = openSegment(buffer, 'cold')
  if (!segment.ok) return segment
  if (segment.value.build !== build) return otherBuild
  const at = segment.value.u32('at')
  const rows = segment.value.bytes('rows')
  return ok({ rows: docs => Array.from(docs, doc => parse(rows.subarray(at[doc], at[doc + 1]))) })
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
  return ok({ rows: docs => Promise.all(Array.from(docs, async doc => parse(new Uint8Array(await read(start + places[doc], start + places[doc + 1]))))) })
}

const otherBuild = fail({ code: 'CAT-damaged', part: 'cold', why: 'other-build' } satisfies CatalogueProblem)

/** Short names, and nothing for what is empty or stands on the record itself: there are hundreds of thousands of these. */
type Lean = { s: Partial<Standard>; t?: Language; n?: Hit['replacedBy']; p?: Reference[]; q?: Reference[]; a?: string[] }

const lean = ({ standard, shown, successor, replaces, replacedBy, adoptedBy }: ColdRow): Lean => {
  const s: Partial<Standard> = { ...standard, titles: { ...standard.titles } }
  if (shown) delete s.titles![shown]
  for (const name of LISTS) if (!s[name]!.length) delete s[name]
  return {
    s,
    ...(shown && { t: shown }),
    ...(successor && { n: successor }),
    ...(!sameReferences(replaces, standard.replaces) && { p: replaces }),
    ...(!sameReferences(replacedBy, standard.replacedBy) && { q: replacedBy }),
    ...(adoptedBy.length && { a: adoptedBy }),
  }
}
const LISTS = ['replaces', 'replacedBy', 'adopts', 'ics', 'ccs'] as const

const decoder = new TextDecoder()

const parse = (bytes: Uint8Array): ColdRow => {
  const { s, t, n, p, q, a } = JSON.parse(decoder.decode(bytes)) as Lean
  for (const name of LISTS) s[name] ??= []
  const standard = s as Standard
  return { standard, shown: t ?? null, successor: n ?? null, replaces: p ?? standard.replaces, replacedBy: q ?? standard.replacedBy, adoptedBy: a ?? [] }
}

const sameReferences = (a: readonly Reference[], b: readonly Reference[]): boolean => a.length === b.length && a.every((one, i) => one.number === b[i].number && one.part === b[i].part)
