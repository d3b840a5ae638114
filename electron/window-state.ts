// Where the windows stood, in a small JSON file of the profile.
import { app } from 'electron'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().positive(), height: z.number().int().positive() }),
  maximized: z.boolean(),
})

export type WindowState = z.output<typeof schema>

/** Null when nothing was kept or it can't be read: then the window stands in the middle. */
export const readWindowState = (): WindowState | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(file(), 'utf8')))
  } catch {
    return null
  }
}

/** At once, since the app may be ending. A full disk loses the place of a window, nothing else: no word about it. */
export const keepWindowState = (state: WindowState): void => {
  try {
    writeFileSync(`${file()}.new`, JSON.stringify(schema.parse(state)))
    renameSync(`${file()}.new`, file())
  } catch { /* the next start stands in the middle */ }
}

const file = (): string => join(app.getPath('userData'), 'window.json')
