import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toBase64 } from '#shared/crypto/base64.ts'
import { sealingKeyOf } from '#shared/crypto/sealed-to.ts'
import { fail, ok } from '#shared/lib/result.ts'
import { openParcel, type Parcel } from '#shared/sync/parcel.ts'
import { database as settings } from '../db/database.ts'
import { keepAtHub, random } from '../db/data-key.ts'
import { openDeskIn, type OpenDesk } from '../db/desk.ts'
import { deskAccounts } from '../db/desk-accounts.ts'
import { keepAccountOf } from '../db/device.ts'
import { newId } from '../db/new-id.ts'
import { packParcels } from '../db/parcels.ts'
import { runOn } from '../db/run.ts'
import { settleElsewhere } from '../db/settle.ts'
import { sendParcels } from './send-parcels.ts'
import type { HubSession } from './session.ts'

const secret = random(32)
const sent: { mids: number[]; token: string | null }[] = []
/** What the hub says to the next, 200 where nothing is left of it. */
let answers: [status: number, body: object][]
let left: OpenDesk
const login = { token: () => Promise.resolve(ok('kept-token')), logOut: vi.fn(() => Promise.resolve(true)) }
const loginOf = () => Promise.resolve(login as unknown as HubSession)
const here = newId()

const note = (text: string) => ({ name: 'standards.addNote' as const, args: { id: newId(), number: 'GB/T 1-2020', text } })
const leave = async (...texts: string[]): Promise<void> => {
  await runOn(left, texts.map(note))
  await packParcels(left)
}
const account = (loggedIn: boolean) => keepAccountOf(left.group, { login: 'wu', display: '吴', user: newId(), complexName: '柯桥综合体', roles: ['front'], companies: [], in: loggedIn })
const state = async () => (await deskAccounts()).map(({ waiting, packed }) => [waiting, packed])

beforeEach(async () => {
  sent.length = 0
  answers = []
  login.logOut.mockClear()
  await settings.settings.clear()
  await settleElsewhere(newId())
  const opened = await openDeskIn(settings, () => {})
  if (!opened.ok) throw new Error(opened.problem.code)
  left = opened.value
  await keepAtHub(settings, left.group, left.key, toBase64(sealingKeyOf(secret)))
  await account(true)
  vi.stubGlobal('fetch', (_: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    const { commands } = openParcel(secret, JSON.parse(body) as Parcel)!
    const mids = commands.map(({ mid }) => mid)
    sent.push({ mids, token: headers['authorization'] ?? null })
    const [status, said] = answers.shift() ?? [200, { lastMutationId: mids.at(-1), serverTime: 0 }]
    return Promise.resolve(new Response(JSON.stringify(said), { status }))
  })
})
afterEach(() => void vi.unstubAllGlobals())

test('goes in order by its owner’s own token, once, and counts no more', async () => {
  await leave('一', '二')
  await leave('三')
  expect(await state()).toEqual([[3, true]])
  expect(await sendParcels('https://hub', here, loginOf)).toBe(true)
  expect(sent).toEqual([[1, 2], [3]].map(mids => ({ mids, token: 'Bearer kept-token' })))
  expect((await state())[0][0]).toBe(0)
  expect(await sendParcels('https://hub', here, loginOf)).toBe(false)
  expect([sent.length, login.logOut.mock.calls.length]).toEqual([2, 0])
})

test('a line that broke in the middle goes on where it was', async () => {
  await leave('一')
  await leave('二')
  answers = [[200, { lastMutationId: 1, serverTime: 0 }], [503, { code: 'busy', retryAfter: 1 }]]
  expect([await sendParcels('https://hub', here, loginOf), await state()]).toEqual([true, [[1, true]]])
  await sendParcels('https://hub', here, loginOf)
  expect([sent.map(({ mids }) => mids), (await state())[0][0]]).toEqual([[[1], [2], [2]], 0])
})

test('what the hub refuses stays for its owner to see to', async () => {
  await leave('一')
  answers = [[409, { code: 'epoch-changed', epoch: 'e2', lastMutationId: 0 }]]
  expect([await sendParcels('https://hub', here, loginOf), await state()]).toEqual([false, [[1, false]]])
})

test('without a kept login, or for the desk that syncs by itself, nothing is sent', async () => {
  await leave('一')
  await sendParcels('https://hub', here, () => Promise.resolve(null))
  await sendParcels('https://hub', here, () => Promise.resolve({ ...login, token: () => Promise.resolve(fail({ code: 'logged-out' })) } as unknown as HubSession))
  await sendParcels('https://hub', left.group, loginOf)
  expect([sent, await state()]).toEqual([[], [[1, true]]])
})

test('whoever had logged out is logged out at the hub with the last of it, or when it takes no more', async () => {
  await leave('一')
  await account(false)
  answers = [[503, { code: 'busy', retryAfter: 1 }]]
  await sendParcels('https://hub', here, loginOf)
  expect(login.logOut).not.toHaveBeenCalled()
  await sendParcels('https://hub', here, loginOf)
  expect(login.logOut).toHaveBeenCalledOnce()
  await leave('二')
  answers = [[403, { code: 'not-yours' }]]
  await sendParcels('https://hub', here, loginOf)
  expect(login.logOut).toHaveBeenCalledTimes(2)
})
