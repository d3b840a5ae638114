import { app, dialog, type BrowserWindow } from 'electron'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DesktopOut, SaveProblem } from '#shared/desktop.ts'
import { fail, ok } from '#shared/lib/result.ts'

/** Asks where, then writes; the dialog starts in the downloads with `name`. */
export const saveFile = async (window: BrowserWindow, name: string, bytes: Uint8Array): Promise<DesktopOut<'saveFile'>> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('downloads'), fileName(name)) })
  if (canceled || !filePath) return ok(null)
  try {
    await writeWhole(filePath, bytes)
    return ok({ path: filePath })
  } catch (error) {
    return fail({ code: 'file-not-written', why: reasonOf(error), path: filePath })
  }
}

/** Writes beside the place, flushes, renames: after a power cut there is the old file or the new one. */
export const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const fresh = `${path}.${process.pid}.new`
  try {
    const file = await open(fresh, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

/** A page names a file, never a folder; what Windows forbids in a name becomes `_`. */
// eslint-disable-next-line no-control-regex
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').replace(/^\.+/, '_')

/** What a failed write comes from, as far as a person can do something about it. */
export const reasonOf = (error: unknown): SaveProblem['why'] => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'no-permission' : 'other'
}
