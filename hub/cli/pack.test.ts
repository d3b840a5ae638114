import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importCommand } from './import.ts'
import { packCommand } from './pack.ts'

let folder: string
let stdout: string
let stderr: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-pack-'))
  stdout = stderr = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => ((stdout += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => ((stderr += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)
const pack = async (...words: string[]): Promise<[code: number, answer: Record<string, unknown> | null]> => {
  stdout = stderr = ''
  const code = await packCommand.run(words)
  return [code, stdout ? (JSON.parse(stdout) as Record<string, unknown>) : null]
}
const catalogue = async (): Promise<string> => {
  writeFileSync(at('a.csv'), '标准号,名称,发布日期\nGB/T 2912.1-2009,甲醛,2009-06-11\n')
  expect(await importCommand.run([at('a.csv'), '--out', at('dir'), '--date', '2026-11-20'])).toBe(0)
  return at('dir')
}

describe('pinli pack', () => {
  it('makes a key for its owner alone, and never over another file', async () => {
    const [code, made] = await pack('keygen', '--out', at('key'))
    expect([code, made]).toEqual([0, { key: expect.stringMatching(/^[0-9a-f]{64}$/) as string, fingerprint: expect.stringMatching(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/) as string }])
    if (process.platform !== 'win32') expect(statSync(at('key')).mode & 0o777).toBe(0o600)
    expect([(await pack('keygen', '--out', at('key')))[0], stderr]).toEqual([1, expect.stringContaining('is there already and is not written over') as string])
  })

  it('builds, tells and verifies, and numbers one pack behind the other', async () => {
    const dir = await catalogue()
    const [, key] = await pack('keygen', '--out', at('key'))
    const told = { seq: 1, date: '2026-11-20', records: 1, publisher: '绍兴', key: key!['key'], fingerprint: key!['fingerprint'] }
    expect(await pack('build', dir, '--out', at('one.pack'), '--key', at('key'), '--publisher', '绍兴')).toEqual([0, { ...told, bytes: statSync(at('one.pack')).size }])
    expect(await pack('build', dir, '--out', at('two.pack'), '--key', at('key'), '--from', at('one.pack'))).toMatchObject([0, { seq: 2 }])
    expect(await pack('info', at('one.pack'))).toMatchObject([0, { ...told, sources: [{ name: 'a.csv', rows: 1 }] }])
    expect(await pack('verify', at('one.pack'), '--trust', String(told.key))).toEqual([0, { ok: true, ...told }])
  })

  it('says what is wrong with a pack', async () => {
    const dir = await catalogue()
    await pack('keygen', '--out', at('key'))
    await pack('build', dir, '--out', at('one.pack'), '--key', at('key'))
    expect([(await pack('verify', at('one.pack'), '--trust', '0'.repeat(64)))[0], stderr]).toEqual([1, expect.stringContaining('another key') as string])
    const bytes = readFileSync(at('one.pack'))
    bytes[bytes.length - 20] ^= 1
    writeFileSync(at('bad.pack'), bytes)
    expect([(await pack('info', at('bad.pack')))[0], (await pack('verify', at('bad.pack')))[0], stderr]).toEqual([0, 1, expect.stringContaining('damaged') as string])
    expect([(await pack('verify', at('a.csv')))[0], stderr]).toEqual([1, expect.stringContaining('no catalogue pack') as string])
  })

  it('warns of a pack that nobody signed, and refuses words it does not know', async () => {
    const dir = await catalogue()
    expect((await pack('build', dir, '--out', at('one.pack')))[1]).toMatchObject({ key: null, fingerprint: null })
    expect(stderr).toContain('not signed')
    for (const words of [['build', dir], ['build', '--out', at('x')], ['verify'], ['info', 'a', 'b'], ['keygen'], ['sign'], ['verify', at('one.pack'), '--deep']]) expect([words, (await pack(...words))[0]]).toEqual([words, 2])
    for (const words of [['build', folder, '--out', at('x')], ['build', dir, '--out', at('x'), '--key', at('a.csv')], ['info', at('none.pack')]]) expect([words, (await pack(...words))[0]]).toEqual([words, 1])
  })
})
