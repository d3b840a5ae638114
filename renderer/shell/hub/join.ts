// A desk joins a hub: look at its certificate, let two people compare it, give the code.
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { HubPlace, HubProblem } from '#shared/desktop.ts'
import { enrolReply, health, type EnrolReply } from '#shared/sync/login.ts'
import { readJoinText } from '#shared/sync/join-text.ts'
import type { ScanProblem } from '#shared/words/hub.ts'
import { keepDevice } from '../../db/device.ts'
import { hubPackKey } from '../../db/publishers.ts'
import { writeSetting } from '../../db/settings.ts'
import { hubDoor } from '../../desktop.ts'
import { type AskProblem, readAnswer } from '../../sync/ask-hub.ts'
import { makeDeviceKey } from '../../sync/device-key.ts'

export type JoinProblem = HubProblem | ScanProblem | AskProblem
/** `name` is what it says of itself, which proves nothing. `scanned`: its fingerprint is the scanned one, so it counts as compared; `code` came with it. */
export type FoundHub = HubPlace & { name: string; scanned: { code: string | null } | null }

/** `written`: an address, or a text that was scanned or pasted (`join-text.ts`). */
export const findHub = async (written: string): Promise<Result<FoundHub, JoinProblem>> => {
  const scanned = readJoinText(written)
  if (scanned?.ok === false) return scanned
  const asked = await hubDoor!.ask({ path: '/health', address: scanned?.value.address ?? written })
  if (!asked.ok) return asked
  const { status, body, ...place } = asked.value
  if (scanned && scanned.value.fingerprint !== place.fingerprint) return fail({ code: 'scan-differs' })
  const read = readAnswer(health, status, body)
  return read.ok ? ok({ ...place, name: read.value.hub, scanned: scanned && { code: scanned.value.code } }) : read
}

/** After it the hub knows this computer by its key. `name` is how administrators see it. */
export const joinHub = async ({ address, fingerprint }: HubPlace, code: string, name: string): Promise<Result<EnrolReply, JoinProblem>> => {
  const { key, open } = await makeDeviceKey()
  const asked = await hubDoor!.ask({ path: '/enrol', address, fingerprint, body: JSON.stringify({ code, name, key: open }) })
  if (!asked.ok) return fail(asked.problem)
  const read = readAnswer(enrolReply, asked.value.status, asked.value.body)
  if (!read.ok) return read
  await keepDevice({ id: read.value.device, letter: read.value.letter, hub: read.value.hub, complex: read.value.complex, key }, '')
  await writeSetting(hubPackKey, read.value.packKey)
  return read
}
