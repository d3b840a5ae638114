import { expect, test } from 'vitest'
import { QUIET, qrOf } from '#shared/lib/qr.ts'
import { terminalQr } from './terminal-qr.ts'

test('a QR code in a terminal has the modules of the text, each line half as high, within its quiet zone', () => {
  const modules = qrOf('PL1:ZX:192.0.2.10:8443')
  const lines = terminalQr('PL1:ZX:192.0.2.10:8443').split('\n').slice(0, -1)
  // eslint-disable-next-line no-control-regex
  const drawn = lines.map(line => /^\x1b\[30;107m([ ▀▄█]+)\x1b\[0m$/.exec(line)![1])
  const rows = drawn.flatMap(line => ['▀█', '▄█'].map(half => [...line].map(one => half.includes(one))))
  expect(rows.slice(QUIET, QUIET + modules.length).map(row => row.slice(QUIET, QUIET + modules.length))).toEqual(modules)
  expect(rows.flat().filter(Boolean)).toHaveLength(modules.flat().filter(Boolean).length)
  expect([rows.length, rows[0].length]).toEqual([modules.length + 2 * QUIET + 1, modules.length + 2 * QUIET])
})
