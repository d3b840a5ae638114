import { z } from 'zod'
import type { Setting } from '../../db/settings.ts'

/** When this computer's work was last saved to a file, ms; null = never. */
export const LAST_BACKUP: Setting<number | null> = { key: 'last-backup', schema: z.int().nullable(), initial: null }

/** Its name tells when it was made, by this computer's clock. */
export const backupName = (at: number): string => {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString()
  return `pinli-${local.slice(0, 10)}-${local.slice(11, 16).replace(':', '')}.pinli-backup`
}
