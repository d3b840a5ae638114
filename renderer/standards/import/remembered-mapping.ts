import { z } from 'zod'
import type { Mapping } from '#shared/readers/mapping.ts'
import { FIELDS, type Field } from '#shared/standards/import/fields.ts'
import type { Setting } from '../../db/settings.ts'

z.config({ jitless: true })

/** Files with the same columns, in whatever order, share one mapping: how they were mapped the last time is kept under this. */
export const signatureOf = (columns: readonly { name: string }[]): string => JSON.stringify(columns.map(column => column.name).sort())

/** Null = files with these columns were never mapped here. */
export const rememberedMapping = (signature: string): Setting<Mapping<Field> | null> => ({ key: `mapping:${signature}`, schema: mapping, initial: null })

const mapping = z.record(z.string(), z.enum(FIELDS).nullable()).nullable()
