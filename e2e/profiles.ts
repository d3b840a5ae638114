import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const freshProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'pinli-e2e-'))

/** Chromium still writes for a moment after its end. */
export const deleteProfile = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
