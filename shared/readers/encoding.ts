import type { Encoding } from './file.ts'

/**
 * Gathers, over all the bytes it is shown, what speaks for UTF-8 or GB 18030, and counts lines that hold anything.
 * GB 18030 gives a meaning to nearly every pair of bytes, also to Big5 and to Latin-1: what tells real Chinese text is
 * that its pairs lie in the area of GB 2312 (both bytes from A1 on), which a foreign encoding hits about every second time.
 */
export class ByteEvidence {
  bytes = 0
  /** Lines with a byte that is no blank, and how many line breaks lie between quotation marks. */
  lines = 0
  quotedBreaks = 0
  controls = 0
  #content = false
  #quoted = false
  #utf8 = { right: 0, wrong: 0, pending: 0 }
  #gb = { inner: 0, outer: 0, wrong: 0, lead: 0 }

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]
      if (byte > 0x22 && byte < 0x80 && this.#utf8.pending === 0 && this.#gb.lead === 0) {
        this.#content = true
        continue
      }
      this.#line(byte)
      this.#asUtf8(byte)
      this.#asGb(byte)
    }
  }

  /** Lines so far, with one that isn't ended yet. */
  get lineCount(): number {
    return this.lines + (this.#content ? 1 : 0)
  }

  /** Null = neither. UTF-8 with a few damaged places is still UTF-8: only those rows can't be read. */
  encoding(): Encoding | null {
    const { right, wrong } = this.#utf8
    if (wrong <= right * 0.02) return 'utf-8'
    const pairs = this.#gb.inner + this.#gb.outer
    return pairs > 0 && this.#gb.inner >= pairs * 0.85 && this.#gb.wrong <= pairs * 0.02 ? 'gb18030' : null
  }

  #line(byte: number): void {
    if (byte === 0x0a) {
      if (this.#content) this.lines++
      if (this.#quoted) this.quotedBreaks++
      this.#content = false
    } else if (byte === 0x22) {
      this.#quoted = !this.#quoted
      this.#content = true
    } else if (byte > 0x20) this.#content = true
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a)) this.controls++
  }

  #asUtf8(byte: number): void {
    const state = this.#utf8
    if (state.pending > 0) {
      if ((byte & 0xc0) === 0x80) {
        if (--state.pending === 0) state.right++
        return
      }
      state.pending = 0
      state.wrong++
    }
    if (byte < 0x80) return
    if (byte >= 0xc2 && byte <= 0xdf) state.pending = 1
    else if (byte >= 0xe0 && byte <= 0xef) state.pending = 2
    else if (byte >= 0xf0 && byte <= 0xf4) state.pending = 3
    else state.wrong++
  }

  #asGb(byte: number): void {
    const state = this.#gb
    if (state.lead === 0) {
      if (byte > 0x80 && byte < 0xff) state.lead = byte
      else if (byte === 0x80 || byte === 0xff) state.wrong++
      return
    }
    const { lead } = state
    state.lead = 0
    if (byte >= 0xa1 && byte <= 0xfe && lead >= 0xa1 && lead <= 0xf7) state.inner++
    else if ((byte >= 0x40 && byte !== 0x7f && byte !== 0xff) || (byte >= 0x30 && byte <= 0x39)) state.outer++
    else state.wrong++
  }
}

/** The encoding that a byte order mark declares. */
export const markedEncoding = (head: Uint8Array): Encoding | null =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null

/** Bytes that aren't text of the encoding become U+FFFD, by which the rows with them are known. */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  const last = decoder.decode()
  if (last) yield last
}

export const DAMAGED = '\uFFFD'
