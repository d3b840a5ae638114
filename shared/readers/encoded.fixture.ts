import type { Encoding } from './file.ts'

/** Text as bytes of an encoding, for tests: the runtime only decodes, so that the table of pairs is turned round. */
export const encoded = (text: string, encoding: Encoding | 'big5' | 'shift_jis' | 'windows-1252'): Uint8Array => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new Uint8Array(['\uFEFF', ...text].flatMap(character => units(character, encoding === 'utf-16le')))
  const pairs = pairsOf(encoding)
  return new Uint8Array([...text].flatMap(character => (character < '\x80' ? [character.charCodeAt(0)] : pairs.get(character) ?? [0x3f])))
}

const units = (character: string, little: boolean): number[] =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i)).flatMap(unit => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))

const pairsOf = (encoding: string): Map<string, number[]> => {
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, number[]>()
  const add = (...bytes: number[]): void => {
    const character = decoder.decode(new Uint8Array(bytes))
    if ([...character].length === 1 && character !== '\uFFFD' && !pairs.has(character)) pairs.set(character, bytes)
  }
  for (let lead = 0x80; lead < 0xff; lead++) {
    add(lead)
    for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail)
  }
  return pairs
}
