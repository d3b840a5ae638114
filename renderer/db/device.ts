import { z } from 'zod'
import { database } from './database.ts'
import { hubPackKey } from './publishers.ts'
import { readSetting, type Setting, writeSetting } from './settings.ts'

/**
 * What this computer is to its hub. `key` signs its logins and never leaves the browser's store. A browser tab has none: it is another
 * device for each who logs in there.
 */
export type Device = { id: string; letter: string | null; hub: string; complex: { id: string; name: string } | null; key: CryptoKey | null }

const DEVICE = 'device'

export const readDevice = async (login: string): Promise<Device | null> => {
  const [own, browser] = await database.settings.bulkGet([DEVICE, `${DEVICE}:${login}`])
  return ((own ?? browser)?.value as Device | undefined) ?? null
}
export const keepDevice = async (device: Device, login: string): Promise<void> => void (await database.settings.put({ key: device.key ? DEVICE : `${DEVICE}:${login}`, value: device }))

const account = z.object({ login: z.string(), display: z.string(), user: z.string(), complexName: z.string(), roles: z.array(z.string()), companies: z.array(z.string()).default([]), in: z.boolean() })

/** Who logged in last, for the screens; `companies`: those for which they speak; `in`: and has not logged out. */
export type Account = z.output<typeof account>
const ACCOUNT: Setting<Account | null> = { key: 'account', schema: account.nullable(), initial: null }
export const readAccount = (): Promise<Account | null> => readSetting(ACCOUNT)
export const keepAccount = (who: Account | null): Promise<void> => writeSetting(ACCOUNT, who)

/** The same of everybody whose work lies here, by their client group. */
const accountOf = (group: string): Setting<Account | null> => ({ ...ACCOUNT, key: `${ACCOUNT_OF}${group}` })
const ACCOUNT_OF = 'account:'
export const readAccountOf = (group: string): Promise<Account | null> => readSetting(accountOf(group))
export const keepAccountOf = (group: string, who: Account): Promise<void> => writeSetting(accountOf(group), who)

/** An administrator took this computer's right back and its work was destroyed: said until a person has read it. */
const revoked = z.object({ hub: z.string(), at: z.number() })
export type Revoked = z.output<typeof revoked>
const REVOKED: Setting<Revoked | null> = { key: 'revoked', schema: revoked.nullable(), initial: null }
export const readRevoked = (): Promise<Revoked | null> => readSetting(REVOKED)
export const keepRevoked = (said: Revoked | null): Promise<void> => writeSetting(REVOKED, said)

export const forgetDevice = async (): Promise<void> => {
  await database.settings.where('key').startsWithAnyOf(DEVICE, ACCOUNT_OF).delete()
  await keepAccount(null)
  await writeSetting(hubPackKey, null)
}
