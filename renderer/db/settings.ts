import { liveQuery } from 'dexie'
import type { z } from 'zod'
import { database } from './database.ts'

/** A value that this computer keeps for itself, shared by its windows. What doesn't pass the schema reads as `initial`. */
export type Setting<T> = { key: string; schema: z.ZodType<T>; initial: T }

export const readSetting = async <T>(setting: Setting<T>): Promise<T> => valueOf(setting, (await database.settings.get(setting.key))?.value)

/** Answers once the value, plain JSON (reactive or not), is on the disk. */
export const writeSetting = async <T>(setting: Setting<T>, value: T): Promise<void> => {
  await database.settings.put({ key: setting.key, value: JSON.parse(JSON.stringify(value)) as unknown })
}

/** Calls with the present value and with each later one, also those of other windows; the answer ends it. */
export const watchSetting = <T>(setting: Setting<T>, listen: (value: T) => void): (() => void) => {
  const watching = liveQuery(() => database.settings.get(setting.key)).subscribe(row => listen(valueOf(setting, row?.value)))
  return () => watching.unsubscribe()
}

const valueOf = <T>(setting: Setting<T>, stored: unknown): T => {
  const read = setting.schema.safeParse(stored)
  return read.success ? read.data : setting.initial
}
