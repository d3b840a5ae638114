import { describe, expect, it } from 'vitest'
import { encoded } from './encoded.fixture.ts'
import { ByteEvidence, markedEncoding } from './encoding.ts'

const guess = (bytes: Uint8Array, size = bytes.length) => {
  const evidence = new ByteEvidence()
  for (let at = 0; at < bytes.length; at += size) evidence.push(bytes.subarray(at, at + size))
  return evidence.encoding()
}

const CHINESE = '标准号,名称\nGB/T 2912.1-2009,纺织品 甲醛的测定 第1部分：游离和水解的甲醛（水萃取法）\nGB 18401-2010,国家纺织产品基本安全技术规范\n'
const TRADITIONAL = '編號,名稱\nGB/T 2912.1-2009,紡織品甲醛的測定第一部分遊離和水解的甲醛水萃取法\nGB 18401-2010,國家紡織產品基本安全技術規範機器人'
const JAPANESE = '規格番号,名称\nJIS A 0001:1999,建築のベーシックモデュール\nJIS A 0002:1999,建築モデュール用語\n'
const FRENCH = 'numéro,titre\nISO 1,Spécification géométrique des produits — Température de référence normalisée à côté\n'

describe('encoding', () => {
  it.each([1, 2, 3, 1000])('tells UTF-8 and GB 18030 in pieces of %i bytes', size => {
    expect(guess(encoded(CHINESE, 'utf-8'), size)).toBe('utf-8')
    expect(guess(encoded(CHINESE, 'gb18030'), size)).toBe('gb18030')
    expect(guess(encoded('a,b\n1,2\n', 'utf-8'), size)).toBe('utf-8')
  })

  it('knows a rare character of four bytes', () => {
    expect(guess(new Uint8Array([...encoded(CHINESE, 'gb18030'), 0x81, 0x39, 0xef, 0x30, 0x0a]))).toBe('gb18030')
  })

  it.each([['big5', TRADITIONAL], ['shift_jis', JAPANESE], ['windows-1252', FRENCH]] as const)('takes %s for neither', (encoding, text) => {
    expect(guess(encoded(text, encoding))).toBeNull()
  })

  it('stays with UTF-8 when a few places are damaged', () => {
    const bytes = encoded(CHINESE.repeat(20), 'utf-8')
    bytes[bytes.indexOf(0xe7)] = 0xff
    expect(guess(bytes)).toBe('utf-8')
  })

  it('counts lines and line breaks in quotes', () => {
    const evidence = new ByteEvidence()
    evidence.push(encoded('a,b\n\n"x\ny",1\r\n \nz', 'utf-8'))
    expect([evidence.lineCount, evidence.quotedBreaks]).toEqual([4, 1])
  })

  it('knows byte order marks', () => {
    expect(['\uFEFFa'].map(text => markedEncoding(new TextEncoder().encode(text)))).toEqual(['utf-8'])
    expect(markedEncoding(encoded('a', 'utf-16le'))).toBe('utf-16le')
    expect(markedEncoding(encoded('a', 'utf-16be'))).toBe('utf-16be')
    expect(markedEncoding(encoded('a', 'utf-8'))).toBeNull()
  })
})
