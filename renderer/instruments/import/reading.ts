import type { ListedDefaults, ListedField } from '#shared/instruments/import/fields.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Mapping } from '#shared/readers/mapping.ts'

/** What the reading of a list of instruments needs beside its file. */
export type Reading = { mapping: Mapping<ListedField>; defaults: ListedDefaults; day: IsoDay }
