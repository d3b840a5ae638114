import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BackupEnd, type BackupHead, type BackupRow, readBackupFile, writeBackupFile } from './backup-file.ts'

const FIRST: BackupHead = { pinliBackup: 1, schema: 4, epoch: 'e', madeAt: '2026-10-09T00:00:00Z' }
const ROWS: BackupRow[] = [['complexes', '(1,"柯桥\u2028\n")'], ['users', '(1)'], ['users', '(2)']]
let folder: string
let path: string
let made: BackupEnd
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pinli-backup-file-'))
  path = join(folder, 'a.backup')
  made = await writeBackupFile(path, FIRST, Readable.from(ROWS) as AsyncIterable<BackupRow>)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = async (at: string): Promise<{ end: BackupEnd; first: BackupHead; rows: BackupRow[] }> => {
  const rows: BackupRow[] = []
  let first = FIRST
  const end = await readBackupFile(at, head => Promise.resolve(void (first = head)), row => Promise.resolve(void rows.push(row)))
  return { end, first, rows }
}

test('what is read is what was written', async () => {
  expect(made.counts).toEqual({ complexes: 1, users: 2 })
  expect(await read(path)).toEqual({ end: made, first: FIRST, rows: ROWS })
})

test('a backup that fails leaves the one before as it was', async () => {
  const failing = async function* (): AsyncGenerator<BackupRow> {
    yield ROWS[0]
    throw await Promise.resolve(new Error('on purpose'))
  }
  await expect(writeBackupFile(path, FIRST, failing())).rejects.toThrow('on purpose')
  expect((await read(path)).end).toEqual(made)
  expect(readdirSync(folder)).toEqual(['a.backup'])
})

const text = (bytes: Buffer): string => gunzipSync(bytes).toString()
test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ['broken off', bytes => bytes.subarray(0, bytes.length / 2), /unexpected end/],
  ['without its end', bytes => gzipSync(text(bytes).replace(/[^\n]*\n$/, '')), /breaks off/],
  ['with half a last line', bytes => gzipSync(text(bytes).slice(0, -9)), /breaks off/],
  ['with more behind its end', bytes => gzipSync(`${text(bytes)}["users","(3)"]\n`), /follows/],
  ['with a row less', bytes => gzipSync(text(bytes).replace('["users","(2)"]\n', '')), /changed/],
  ['with another row', bytes => gzipSync(text(bytes).replace('(2)', '(3)')), /changed/],
  ['of something else', () => gzipSync('{"a":1}\n'), /pinliBackup/],
  ['that is no gzip', () => Buffer.from('some other text'), /header/],
])('a file %s is refused', async (_, spoil, what) => {
  const spoilt = join(folder, 'spoilt')
  writeFileSync(spoilt, spoil(readFileSync(path)))
  await expect(read(spoilt)).rejects.toThrow(what)
  rmSync(spoilt)
})

test('a file that is not there is said', () => expect(read(join(folder, 'none'))).rejects.toThrow('ENOENT'))
