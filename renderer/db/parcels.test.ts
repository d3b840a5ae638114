import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { toBase64 } from '#shared/crypto/base64.ts'
import { sealingKeyOf } from '#shared/crypto/sealed-to.ts'
import { ok } from '#shared/lib/result.ts'
import { openParcel } from '#shared/sync/parcel.ts'
import { database as settings } from './database.ts'
import { groupsWithKey, keepAtHub, random } from './data-key.ts'
import { openDeskIn, type OpenDesk } from './desk.ts'
import { deskAccounts } from './desk-accounts.ts'
import { keepAccountOf } from './device.ts'
import { eraseDesk } from './erase.ts'
import type { MirrorFile } from './mirror.ts'
import { newId } from './new-id.ts'
import { dropParcels, packParcels } from './parcels.ts'
import { runOn } from './run.ts'
import { settleElsewhere } from './settle.ts'
import { noteLine } from './sync-facts.ts'

const secret = random(32)
const to = toBase64(sealingKeyOf(secret))
const person = (display: string) => ({ login: display, display, user: newId(), complexName: '柯桥综合体', roles: ['front'], companies: [], in: true })

/** Somebody's work on this computer, open as the present one. */
const start = async (display: string): Promise<OpenDesk> => {
  await settleElsewhere(newId())
  const opened = await openDeskIn(settings, () => {})
  if (!opened.ok) throw new Error(opened.problem.code)
  await keepAccountOf(opened.value.group, person(display))
  await keepAtHub(settings, opened.value.group, opened.value.key, to)
  return opened.value
}
const write = async (desk: OpenDesk, ...texts: string[]): Promise<void> => {
  expect((await runOn(desk, texts.map(text => ({ name: 'standards.addNote' as const, args: { id: newId(), number: 'GB/T 1-2020', text } })))).ok).toBe(true)
}
const parcelsOf = async ({ database }: OpenDesk) => {
  const held = await database.meta.get('parcels')
  return held?.k === 'parcels' ? held : null
}
const answered = (desk: OpenDesk): Promise<void> =>
  desk.store.transaction(async t => {
    for (const entry of await t.entries('waiting')) await t.putEntry({ ...entry, state: 'answered', before: [], touches: [] })
  })
const left = async () => (await deskAccounts()).map(({ account, waiting, packed }) => [account?.display, waiting, packed])

beforeEach(async () => void (await settings.settings.clear()))

describe('what waits on a shared desk', () => {
  test('is packed for the hub alone, each step once, in order', async () => {
    const desk = await start('甲')
    await write(desk, '一', '二')
    await packParcels(desk)
    await write(desk, '三')
    await packParcels(desk)
    await packParcels(desk)
    const { boxes } = (await parcelsOf(desk))!
    expect(boxes.map(({ upTo }) => upTo)).toEqual([2, 3])
    const { group } = desk
    const { client, epoch } = await desk.store.transaction(t => t.meta())
    const opened = boxes.map(({ box }) => openParcel(secret, { group, box })!)
    expect(opened.map(request => [request.group, request.client, request.epoch, request.commands.map(({ mid, args }) => [mid, (args as { text: string }).text])])).toEqual([
      [group, client, epoch, [[1, '一'], [2, '二']]],
      [group, client, epoch, [[3, '三']]],
    ])
    for (const [key, whose] of [[random(32), group], [desk.key, group], [secret, newId()]] as const) expect(openParcel(key, { group: whose, box: boxes[0].box })).toBeNull()
    expect(JSON.stringify(boxes)).not.toContain('一')
  })

  test('is packed anew under another client, and goes once nothing waits', async () => {
    const desk = await start('甲')
    await write(desk, '一')
    await packParcels(desk)
    const meta = (await desk.database.meta.get('desk'))!
    await desk.database.meta.put({ ...meta, client: newId() } as typeof meta)
    await packParcels(desk)
    expect((await parcelsOf(desk))!.boxes).toHaveLength(1)
    await dropParcels(desk)
    expect(await parcelsOf(desk)).not.toBeNull()
    await answered(desk)
    await dropParcels(desk)
    expect(await parcelsOf(desk)).toBeNull()
  })

  test('is counted for everybody without a key, less what the hub has said to have', async () => {
    const one = await start('甲')
    await write(one, '一', '二', '三')
    await packParcels(one)
    const two = await start('乙')
    await write(two, '四')
    expect(await left()).toEqual([['甲', 3, true], ['乙', 1, false]])
    const { client } = await one.store.transaction(t => t.meta())
    await noteLine(one.database, { sent: { client, mid: 2 } })
    expect(await left()).toEqual([['甲', 1, true], ['乙', 1, false]])
    await noteLine(one.database, { sent: { client: newId(), mid: 2 } })
    expect((await left())[0]).toEqual(['甲', 3, true])
  })

  test('of a revoked desk goes whole, whose ever it is; a browser is another device for each', async () => {
    const one = await start('甲')
    await write(one, '一')
    const two = await start('乙')
    await eraseDesk({ ...two, file: null })
    expect(await left()).toEqual([['甲', 1, false]])
    const replaced: [string, number][] = []
    const file = { replace: (group: string, records: unknown[]) => Promise.resolve((replaced.push([group, records.length]), ok(null))) } as unknown as MirrorFile
    const three = await start('丙')
    await eraseDesk({ ...three, file })
    expect([await groupsWithKey(settings), replaced.sort()]).toEqual([[], [[one.group, 0], [three.group, 0]].sort()])
    expect(await one.database.outbox.count()).toBe(0)
  })
})
