// The folder with all data of this computer. Chromium may delete IndexedDB when an older engine opens a newer profile, so each
// profile is marked with the newest Chromium that opened it.
import { app } from 'electron'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { chromiumMajor, engineKind } from './engine.ts'

export type Profile = { folder: string; refused: null | { profile: number; engine: number } }

/**
 * Chooses the profile and gives it to Chromium. Runs before `ready`, while nothing of it is open. A profile that a newer engine
 * has opened is left alone: the app then runs on an empty folder, only to say so.
 */
export const openProfile = (): Profile => {
  const folder = chosenFolder()
  const newest = newestChromium(folder)
  if (newest > chromiumMajor) {
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'pinli-refused-')))
    return { folder, refused: { profile: newest, engine: chromiumMajor } }
  }
  mkdirSync(folder, { recursive: true })
  if (newest !== chromiumMajor) mark(folder)
  app.setPath('userData', folder)
  return { folder, refused: null }
}

const chosenFolder = (): string => {
  const given = app.commandLine.getSwitchValue('profile') || process.env['PINLI_PROFILE']
  if (given) return resolve(given)
  return join(app.getPath('appData'), engineKind === 'development' ? `pinli-development-chromium-${chromiumMajor}` : 'pinli')
}

const markSchema = z.object({ major: z.number().int() })

const newestChromium = (folder: string): number => {
  try {
    return markSchema.parse(JSON.parse(readFileSync(join(folder, 'chromium.json'), 'utf8'))).major
  } catch {
    return 0 // a new profile, or a mark that can't be read: nothing speaks against opening it
  }
}

const mark = (folder: string): void => {
  const file = join(folder, 'chromium.json')
  writeFileSync(`${file}.new`, JSON.stringify({ major: chromiumMajor }))
  renameSync(`${file}.new`, file)
}
