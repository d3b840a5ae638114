import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Hit } from '../query.ts'
import type { Language, Reference, Standard } from '../standard.ts'
import { byteWriter } from './byte-writer.ts'
import type { CatalogueProblem } from './problem.ts'
import { bodyStart, openSegment, PREFIX, readHead, readHeader, writeSegment } from './segment.ts'
import { shownTitle } from './titles.ts'

/** All of a record that search itself doesn't need, and what other records say of it. The shown title stands in the hot part. */
export type ColdRow = {
  standard: Standard
  shown: Language | null
  replacedBy: Hit['replacedBy']
  /** Records that say they replace it, whether or not it names them itself. */
  successors: Reference[]
  adoptedBy: string[]
}

/** Rows by record number; a promise as long as they have to be read from the store. */
export type ColdReader = { rows(docs: ArrayLike<number>): ColdRow[] | Promise<ColdRow[]> }

export const packCold = (build: string, rows: readonly ColdRow[]): ArrayBuffer => {
  const writer = byteWriter()
  const encoder = new TextEncoder()
  const at = new Uint32Array(rows.length + 1)
  rows.forEach((row, doc) => {
    writer.put(encoder.encode(JSON.stringify(lean(row))))
    at[doc + 1] = writer.length
  })
  return writeSegment('cold', build, {}, { at, rows: writer.bytes() })
}

/** The whole cold part in memory. */
export const openCold = (buffer: ArrayBuffer, build: string): Result<{ rows(docs: ArrayLike<number>): ColdRow[] }, CatalogueProblem> => {
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

/** Short names, and nothing for what is empty: there are hundreds of thousands of these. */
type Lean = { s: Partial<Standard>; t?: Language; b?: Hit['replacedBy']; r?: Reference[]; a?: string[] }

const lean = ({ standard, shown, replacedBy, successors, adoptedBy }: ColdRow): Lean => {
  const s: Partial<Standard> = { ...standard, titles: { ...standard.titles } }
  if (shown) delete s.titles![shown]
  for (const name of LISTS) if (!s[name]!.length) delete s[name]
  return { s, ...(shown && { t: shown }), ...(replacedBy && { b: replacedBy }), ...(successors.length && { r: successors }), ...(adoptedBy.length && { a: adoptedBy }) }
}
const LISTS = ['replaces', 'replacedBy', 'adopts', 'ics', 'ccs'] as const

const decoder = new TextDecoder()

const parse = (bytes: Uint8Array): ColdRow => {
  const { s, t, b, r, a } = JSON.parse(decoder.decode(bytes)) as Lean
  for (const name of LISTS) s[name] ??= []
  return { standard: s as Standard, shown: t ?? null, replacedBy: b ?? null, successors: r ?? [], adoptedBy: a ?? [] }
}

/** The row of a record as it is packed, from what others say of it. */
export const coldRow = (standard: Standard, links: Omit<ColdRow, 'standard' | 'shown'>): ColdRow => ({ standard, shown: shownTitle(standard)?.language ?? null, ...links })
