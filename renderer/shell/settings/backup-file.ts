import { z } from 'zod'
import { localDay, localTime } from '#shared/lib/dates.ts'
import type { Setting } from '../../db/settings.ts'

/** When this computer's work was last saved to a file, ms; null = never. */
export const LAST_BACKUP: Setting<number | null> = { key: 'last-backup', schema: z.int().nullable(), initial: null }

/** Its name tells when it was made. */
export const backupName = (at: number): string => `pinli-${localDay(at)}-${localTime(at).slice(11, 16).replace(':', '')}.pinli-backup`
