import { readBytes } from './bytes.ts'
import { LOOK } from './caps.ts'
import { csvParser, guessDelimiter } from './csv.ts'
import { CsvRecords } from './csv-records.ts'
import { ByteEvidence, markedEncoding } from './encoding.ts'
import type { Format, InputFile } from './file.ts'
import { findHeader } from './header.ts'
import { jsonArrayParser } from './json-array.ts'
import { jsonLinesParser } from './json-lines.ts'
import type { Found } from './found.ts'
import { Unreadable } from './unreadable.ts'

/** A text file, perhaps packed by gzip. It is scanned up to a limit, so that encoding and count rest on more than its first lines. */
export const lookAtText = async (file: InputFile, gzip: boolean, signal: AbortSignal | undefined): Promise<Found> => {
  const { evidence, head, complete, share } = await scanBytes(file, gzip, signal)
  const marked = markedEncoding(head)
  const wide = marked === 'utf-16le' || marked === 'utf-16be'
  if (evidence.bytes === 0) throw new Unreadable({ code: 'empty-file', file: file.name })
  if (!wide && (evidence.controls > 0 || isPdf(head))) throw new Unreadable({ code: 'unknown-format', file: file.name })
  const encoding = marked ?? evidence.encoding()
  if (!encoding) throw new Unreadable({ code: 'wrong-encoding', file: file.name })

  const whole = complete && evidence.bytes === head.length
  const text = new TextDecoder(encoding).decode(head, { stream: !whole })
  if (text.trim() === '') throw new Unreadable({ code: 'empty-file', file: file.name })
  const parse = <T>(parser: { push(text: string): T[]; end(): T[] }, limit = text.length): T[] => {
    const rows = parser.push(text.slice(0, limit))
    return whole && limit >= text.length ? [...rows, ...parser.end()] : rows
  }
  const estimate = (inHead: number): number => Math.round((inHead * evidence.bytes) / head.length / share)
  const lines = complete ? evidence.lineCount : estimate(text.split('\n').length - 1)

  const format = guessFormat(text)
  const common = { format, gzip, encoding, sheet: null, otherSheets: [] }
  if (format === 'csv') {
    const delimiter = guessDelimiter(text)
    const { headerLine, columns } = findHeader(parse(new CsvRecords(delimiter), LOOK.csv))
    const above = headerLine === null ? 0 : text.split('\n', headerLine).filter(line => line.trim() !== '').length
    const rows = { count: Math.max(0, lines - above - evidence.quotedBreaks), exact: complete && evidence.quotedBreaks === 0 }
    return { ...common, delimiter, headerLine, columns, head: parse(csvParser(delimiter, columns, headerLine), LOOK.csv), rows }
  }
  const found = parse(format === 'ndjson' ? jsonLinesParser() : jsonArrayParser(file.name))
  const rows = whole ? { count: found.length, exact: true } : format === 'ndjson' ? { count: lines, exact: complete } : { count: estimate(found.length), exact: false }
  return { ...common, delimiter: null, headerLine: null, columns: null, head: found, rows }
}

/** `share` = how much of the file was seen, 1 = all; `head` = its first unpacked bytes. */
const scanBytes = async (file: InputFile, gzip: boolean, signal: AbortSignal | undefined) => {
  const evidence = new ByteEvidence()
  const parts: Uint8Array[] = []
  let kept = 0
  let taken = 0
  let complete = true
  for await (const chunk of readBytes(file, gzip, { signal, onBytes: bytes => (taken = bytes) })) {
    evidence.push(chunk)
    if (kept < LOOK.head) parts.push(chunk.subarray(0, LOOK.head - kept))
    kept = Math.min(LOOK.head, kept + chunk.length)
    if (evidence.bytes > LOOK.bytes) {
      complete = false
      break
    }
  }
  const head = new Uint8Array(kept)
  let at = 0
  for (const part of parts) {
    head.set(part, at)
    at += part.length
  }
  return { evidence, head, complete, share: complete ? 1 : Math.min(1, taken / file.size) }
}

const isPdf = (head: Uint8Array): boolean => head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46

/** By the first characters; `{` may begin lines of objects or one object around an array. */
const guessFormat = (text: string): Exclude<Format, 'xlsx'> => {
  const start = text.trimStart()
  if (start.startsWith('[')) return 'json'
  if (!start.startsWith('{')) return 'csv'
  const lines = start.split('\n', 20).filter(line => line.trim() !== '')
  const objects = lines.map(objectIn)
  if (lines.length === 1 && objects[0]) return wrapsRows(objects[0], lines[0].length) ? 'json' : 'ndjson'
  return objects[0] || objects.filter(Boolean).length * 2 >= lines.length ? 'ndjson' : 'json'
}

const objectIn = (line: string): object | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** A single object whose text is mostly one array of objects is a wrapping, not a row. */
const wrapsRows = (object: object, length: number): boolean =>
  Object.values(object).some(value => Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && JSON.stringify(value).length * 2 > length)
