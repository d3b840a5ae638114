/** Names come without their prefix; `attributes` is the text between name and end, for `attribute`. An empty element opens and closes. */
export type XmlHandler = { open(name: string, attributes: string): void; close(name: string): void; text(text: string): void }

/**
 * As much of XML as workbooks use, as a stream: elements, attributes, text, CDATA. Declarations, comments and document types are
 * passed over, so that no entity can be defined. Text comes in pieces. Markup that isn't closed makes `end` answer false.
 */
export class XmlReader {
  readonly #handler: XmlHandler
  #text = ''
  #broken = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  push(more: string): void {
    if (this.#broken) return
    const text = this.#text + more
    let at = 0
    for (;;) {
      const open = text.indexOf('<', at)
      if (open < 0) {
        at = this.#plain(text, at)
        break
      }
      const close = markupEnd(text, open)
      if (close < 0) {
        this.#broken = text.length - open > LONGEST_MARKUP
        break
      }
      if (open > at) this.#handler.text(unescapeXml(text.slice(at, open)))
      this.#markup(text, open, close)
      at = close
    }
    this.#text = text.slice(at)
  }

  end(): boolean {
    return !this.#broken && this.#text.trim() === ''
  }

  /** Text whose end hasn't come goes on at once, up to an entity that may still be cut; answers with where that begins. */
  #plain(text: string, from: number): number {
    const entity = text.lastIndexOf('&')
    const to = entity >= from && entity > text.length - LONGEST_ENTITY ? entity : text.length
    if (to > from) this.#handler.text(unescapeXml(text.slice(from, to)))
    return to
  }

  #markup(text: string, open: number, close: number): void {
    const kind = text.charCodeAt(open + 1)
    if (kind === 0x21) {
      if (text.startsWith('<![CDATA[', open)) this.#handler.text(text.slice(open + 9, close - 3))
    } else if (kind === 0x2f) this.#handler.close(localName(text.slice(open + 2, close - 1).trim()))
    else if (kind !== 0x3f) {
      const empty = text.charCodeAt(close - 2) === 0x2f
      const inner = text.slice(open + 1, empty ? close - 2 : close - 1)
      const space = inner.search(/\s/)
      const name = localName(space < 0 ? inner : inner.slice(0, space))
      this.#handler.open(name, space < 0 ? '' : inner.slice(space))
      if (empty) this.#handler.close(name)
    }
  }
}

const LONGEST_ENTITY = 12
const LONGEST_MARKUP = 1024 * 1024

/** Value of an attribute by its local name, or null. */
export const attribute = (attributes: string, name: string): string | null => {
  let at = attributes.indexOf(`${name}=`)
  while (at > 0 && !/[\s:]/.test(attributes[at - 1])) at = attributes.indexOf(`${name}=`, at + 1)
  if (at < 0) return null
  const quote = attributes[at + name.length + 1]
  const end = attributes.indexOf(quote, at + name.length + 2)
  return end < 0 ? null : unescapeXml(attributes.slice(at + name.length + 2, end))
}

/** Entities, and the form `_x000D_` in which workbooks keep control characters. */
export const unescapeXml = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => (name ? NAMED[name.toLowerCase()] : characterOf(hex ? parseInt(hex, 16) : Number(decimal), all))) : text

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const characterOf = (code: number, otherwise: string): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise)

/** Position behind the markup that opens at `open`, or -1 while it isn't complete. */
const markupEnd = (text: string, open: number): number => {
  const [opening, closing] = text.startsWith('<!--', open) ? ['<!--', '-->'] : text.startsWith('<![CDATA[', open) ? ['<![CDATA[', ']]>'] : ['<', '>']
  if (opening === '<' && text.length - open < 9 && '<![CDATA['.startsWith(text.slice(open))) return -1
  const end = text.indexOf(closing, open + opening.length)
  return end < 0 ? -1 : end + closing.length
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
