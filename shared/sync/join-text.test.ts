import fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrOf } from '#shared/lib/qr.ts'
import { joinText, readJoinText } from './join-text.ts'

const of = (alphabet: string, length: number) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
const label = fc.string({ unit: fc.constantFrom(...'abz09-'), minLength: 1, maxLength: 20 })
const host = fc.oneof(fc.ipV4(), fc.ipV6().map(ip => `[${ip.toLowerCase()}]`), fc.array(label, { minLength: 1, maxLength: 4 }).map(parts => parts.join('.')))
const place = fc.record({
  address: fc.tuple(host, fc.integer({ min: 1, max: 65_535 })).map(([name, port]) => `${name}:${port}`),
  fingerprint: of('0123456789abcdef', 64),
  code: fc.option(fc.tuple(...[1, 2, 3].map(() => of('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 4))).map(parts => parts.join('-'))),
})
const example = { address: '192.0.2.10:8443', fingerprint: '3f'.repeat(32), code: '7K4P-92QM-3TVC' }

test('what is written is read again, whatever the case and width of its letters', () =>
  fc.assert(fc.property(place, fc.constantFrom((text: string) => text, (text: string) => ` ${text.toLowerCase()}\n`, (text: string) => text.replace(/[!-~]/g, one => String.fromCharCode(one.charCodeAt(0) + 0xfee0))), (meant, typed) => {
    expect(readJoinText(typed(joinText(meant)))).toEqual({ ok: true, value: meant })
    expect(readJoinText(joinText({ ...meant, address: `https://${meant.address}` }))).toEqual({ ok: true, value: meant })
  })))

test('one that is broken off, but for its code, is damaged and never another place', () =>
  fc.assert(fc.property(place, fc.nat({ max: 400 }), (meant, at) => {
    const text = joinText(meant)
    const cut = text.slice(0, 7 + (at % (text.length - 7)))
    const read = readJoinText(cut)
    expect(read).toEqual(meant.code !== null && cut === joinText({ ...meant, code: null }) ? { ok: true, value: { ...meant, code: null } } : { ok: false, problem: { code: 'scan-damaged' } })
  })))

test('whatever is scanned gives an address, a text of ours or a word, and never throws', () =>
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string().map(text => `PL1:ZX:${text}`)), text => {
    const read = readJoinText(text)
    if (read?.ok) expect(readJoinText(joinText(read.value))).toEqual(read)
  })))

test.each([
  ['an address', '192.0.2.10:8443', null],
  ['a page', 'https://example.org/', null],
  ['a sample', 'PL1:YP:01JD3ZK', 'scan-other'],
  ['a later form', 'PL2:ZX:anything', 'scan-newer'],
  ['no such port', joinText({ ...example, address: '192.0.2.10:65536' }), 'scan-damaged'],
  ['no port', joinText({ ...example, address: '192.0.2.10' }), 'scan-damaged'],
  ['another address in it', joinText({ ...example, address: 'user@192.0.2.10:8443' }), 'scan-damaged'],
  ['something behind it', `${joinText(example)}/more`, 'scan-damaged'],
  ['a code that is none', joinText({ ...example, code: '7K4P' }), 'scan-damaged'],
])('%s', (_, text, problem) => expect(readJoinText(text)).toEqual(problem === null ? null : { ok: false, problem: { code: problem } }))

test('as a QR code it stays small enough for a slip', () => expect(qrOf(joinText({ ...example, address: '192.168.100.200:65535' })).length).toBeLessThanOrEqual(37))
