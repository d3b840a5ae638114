import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { CatalogueProblem, SegmentKind } from './problem.ts'

/**
 * One buffer of named sections. Layout, little endian: magic (8 bytes), format, length of the whole, length of the
 * header (each uint32), header (JSON, UTF-8), then the sections, each aligned to 8. A reader takes the sections that
 * it knows by name, so that later ones (pinyin, overlays) can be added. Opening makes views and parses the header only.
 */
export type Segment = {
  kind: SegmentKind
  /** Hot and cold of one build share it. */
  build: string
  facts: SegmentFacts
  bytes(name: string): Uint8Array
  u16(name: string): Uint16Array
  u32(name: string): Uint32Array
  i32(name: string): Int32Array
}

/** Small plain data of the header, such as the catalogue's meta. */
export type SegmentFacts = { [name: string]: unknown }

export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array

export const FORMAT = 1

export const writeSegment = (kind: SegmentKind, build: string, facts: SegmentFacts, sections: Record<string, Section>): ArrayBuffer => {
  const places: Places = {}
  let end = 0
  for (const [name, section] of Object.entries(sections)) {
    places[name] = [end, section.byteLength]
    end = align(end + section.byteLength)
  }
  const header = new TextEncoder().encode(JSON.stringify({ kind, build, facts, sections: places } satisfies Header))
  const start = align(PREFIX + header.length)
  const buffer = new ArrayBuffer(start + end)
  const all = new Uint8Array(buffer)
  all.set(MAGIC)
  new Uint32Array(buffer, MAGIC.length, 3).set([FORMAT, buffer.byteLength, header.length])
  all.set(header, PREFIX)
  for (const [name, section] of Object.entries(sections)) all.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start + places[name][0])
  return buffer
}

export const openSegment = (buffer: ArrayBuffer, kind: SegmentKind): Result<Segment, CatalogueProblem> => {
  const head = readHead(new Uint8Array(buffer, 0, Math.min(buffer.byteLength, PREFIX)), kind, buffer.byteLength)
  if (!head.ok) return head
  const header = readHeader(new Uint8Array(buffer, PREFIX, head.value.headerBytes), kind)
  if (!header.ok) return header
  const { build, facts, sections } = header.value
  const start = align(PREFIX + head.value.headerBytes)
  for (const [offset, length] of Object.values(sections)) if (start + offset + length > buffer.byteLength) return fail({ code: 'CAT-damaged', part: kind, why: 'header' })
  const place = (name: string): [number, number] => {
    const found = sections[name]
    if (!found) throw new Error(`Segment has no section ${name}`)
    return [start + found[0], found[1]]
  }
  return ok({
    kind,
    build,
    facts,
    bytes: name => view(Uint8Array, buffer, place(name)),
    u16: name => view(Uint16Array, buffer, place(name)),
    u32: name => view(Uint32Array, buffer, place(name)),
    i32: name => view(Int32Array, buffer, place(name)),
  })
}

/** For a reader that has only slices: the bytes before the header, then the header itself. */
export const readHead = (prefix: Uint8Array, kind: SegmentKind, size: number): Result<{ headerBytes: number }, CatalogueProblem> => {
  if (prefix.length < PREFIX || MAGIC.some((byte, i) => prefix[i] !== byte)) return fail({ code: 'CAT-damaged', part: kind, why: 'not-a-segment' })
  const [format = 0, length = 0, headerBytes = 0] = new Uint32Array(prefix.slice(MAGIC.length, PREFIX).buffer)
  if (format > FORMAT) return fail({ code: 'CAT-newer', version: format, known: FORMAT })
  if (length !== size || PREFIX + headerBytes > size) return fail({ code: 'CAT-damaged', part: kind, why: 'cut-off' })
  return ok({ headerBytes })
}

export const readHeader = (bytes: Uint8Array, kind: SegmentKind): Result<Header, CatalogueProblem> => {
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes)) as Header
    return header.kind === kind ? ok(header) : fail({ code: 'CAT-damaged', part: kind, why: 'not-a-segment' })
  } catch {
    return fail({ code: 'CAT-damaged', part: kind, why: 'header' })
  }
}

/** Where the sections begin. */
export const bodyStart = (headerBytes: number): number => align(PREFIX + headerBytes)

export type Header = { kind: SegmentKind; build: string; facts: SegmentFacts; sections: Places }
type Places = { [name: string]: [offset: number, length: number] }

const MAGIC = [0x50, 0x69, 0x6e, 0x6c, 0x69, 0x53, 0x65, 0x67] // PinliSeg
export const PREFIX = 20

const align = (n: number): number => (n + 7) & ~7

const view = <T>(Type: { new (buffer: ArrayBuffer, offset: number, length: number): T; BYTES_PER_ELEMENT: number }, buffer: ArrayBuffer, [offset, length]: [number, number]): T =>
  new Type(buffer, offset, length / Type.BYTES_PER_ELEMENT)
