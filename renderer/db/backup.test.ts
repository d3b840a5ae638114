import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import type { Problem, Result } from '#shared/lib/result.ts'
import { backUp, openBackup, readBackup, restoreBackup, tryBackup } from './backup.ts'
import { wrapKept } from './data-key.ts'
import { openDatabase } from './database.ts'
import { openDeskIn, type OpenDesk } from './desk.ts'
import { deskReads } from './live.ts'
import { newId } from './new-id.ts'
import { runOn } from './run.ts'

const fine = <T, P extends Problem>(result: Result<T, P>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
let names = 0
beforeEach(() => {
  Dexie.dependencies.indexedDB = globalThis.indexedDB = new IDBFactory()
})
const fresh = async (): Promise<OpenDesk> => fine(await openDeskIn(openDatabase(`backup-${++names}`), () => {}))
const note = (text: string) => ({ name: 'standards.addNote' as const, args: { id: newId(), number: 'GB/T 1-2020', text } })
const company = (phone: string) => ({ name: 'companies.register' as const, args: { id: newId(), name: '示例甲', uscc: null, address: null, contact: null, phone } })
const texts = async (desk: OpenDesk): Promise<string[]> => (await deskReads(desk).list('standard_notes')).map(({ text }) => text).sort()
const opened = async (desk: OpenDesk, bytes: Uint8Array) => fine(await openBackup(desk, fine(await readBackup(bytes)), null))

test('what a desk did comes back on another one, tried first without a trace, and not twice', async () => {
  const desk = await fresh()
  fine(await runOn(desk, [note('一'), note('二'), company('13800000001')]))
  const bytes = await backUp(desk, 1000)
  expect(new TextDecoder().decode(bytes)).not.toContain('13800000001')
  const other = await fresh()
  fine(await runOn(other, [note('三')]))
  const copy = await opened(other, bytes)
  const wanted = { steps: 3, lacking: 3, added: 3, changed: 0 }
  expect(await tryBackup(other, copy)).toEqual(wanted)
  expect(await texts(other)).toEqual(['三'])
  expect(await restoreBackup(other, copy)).toEqual(wanted)
  expect(await texts(other)).toEqual(['一', '三', '二'])
  expect((await deskReads(other).list('companies')).map(({ phone }) => phone)).toEqual(['13800000001'])
  expect(await tryBackup(other, await opened(other, bytes))).toEqual({ steps: 3, lacking: 0, added: 0, changed: 0 })
})

test('the desk that made it lacks nothing, whatever it has done since', async () => {
  const desk = await fresh()
  fine(await runOn(desk, [note('一')]))
  const bytes = await backUp(desk, 1000)
  fine(await runOn(desk, [note('二')]))
  expect(await tryBackup(desk, await opened(desk, bytes))).toEqual({ steps: 1, lacking: 0, added: 0, changed: 0 })
})

test('what was changed since stays, and what the backup changes is counted', async () => {
  const desk = await fresh()
  const written = company('1')
  fine(await runOn(desk, [written]))
  const early = await backUp(desk, 1000)
  fine(await runOn(desk, [{ name: 'companies.patch', args: { id: written.args.id, fields: { phone: { old: '1', new: '2', conflict: newId() } } } }]))
  const late = await backUp(desk, 2000)
  const other = await fresh()
  expect(await restoreBackup(other, await opened(other, early))).toMatchObject({ lacking: 1, added: 1 })
  expect(await tryBackup(other, await opened(other, late))).toEqual({ steps: 2, lacking: 1, added: 0, changed: 1 })
})

test('a file that is none, one that was cut or changed, and one of another account are refused', async () => {
  const desk = await fresh()
  fine(await runOn(desk, [note('一')]))
  const bytes = await backUp(desk, 1000)
  const refused = async (of: Uint8Array) => ((await readBackup(of)) as { problem?: { code: string } }).problem?.code
  expect(await refused(new TextEncoder().encode('PK\u0003'))).toBe('backup-unknown')
  expect(await refused(bytes.slice(0, -40))).toBe('backup-damaged')
  const changed = bytes.slice()
  changed[bytes.length >> 1] ^= 1
  expect(await refused(changed)).toBe('backup-damaged')
  const joined = await fresh()
  await joined.store.transaction(async t => t.setMeta({ ...(await t.meta()), epoch: 'e1' }))
  expect(await openBackup(await fresh(), fine(await readBackup(await backUp(joined, 1))), null)).toEqual({ ok: false, problem: { code: 'backup-not-yours' } })
})

test('one made after a login asks for the passphrase of then, and takes no other', async () => {
  const desk = await fresh()
  fine(await runOn(desk, [company('13800000001')]))
  await wrapKept(desk.kept, desk.group, '一句够长的口令', desk.key, undefined)
  const backup = fine(await readBackup(await backUp(desk, 1000)))
  const other = await fresh()
  const locked = (tried: boolean) => ({ ok: false, problem: { code: 'backup-locked', tried } })
  expect(await openBackup(other, backup, null)).toEqual(locked(false))
  expect(await openBackup(other, backup, '另一句')).toEqual(locked(true))
  expect(await tryBackup(other, fine(await openBackup(other, backup, '一句够长的口令')))).toMatchObject({ lacking: 1, added: 1 })
  // Its own desk has the key.
  expect((await openBackup(desk, backup, null)).ok).toBe(true)
})
