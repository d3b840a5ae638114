import { shallowRef, type ShallowRef } from 'vue'
import type { FileLook } from '#shared/readers/file.ts'
import { recallMapping, type Mapping } from '#shared/readers/mapping.ts'
import { FIELDS, type Field } from '#shared/standards/import/fields.ts'
import { hasField, suggestFields } from '#shared/standards/import/suggest.ts'
import { readSetting, writeSetting } from '../../db/settings.ts'
import { rememberedMapping, signatureOf } from './remembered-mapping.ts'

/** `recalled`: as a person mapped such a file before. */
export type FileMapping = { mapping: Mapping<Field>; recalled: boolean }

export type FileMappings = {
  of(look: FileLook): FileMapping
  /** A field feeds from one column only; answers with the column that had it before. */
  choose(look: FileLook, column: string, field: Field | null): string | null
  /** Reads what was remembered; until then `of` has the suggestion. */
  recall(look: FileLook): Promise<void>
  remember(look: FileLook): Promise<void>
  /** Back to what is suggested and remembered. */
  clear(): void
}

export const useFileMappings = (): FileMappings => {
  const chosen: ShallowRef<Record<string, FileMapping>> = shallowRef({})
  const put = (look: FileLook, mapping: FileMapping) => { chosen.value = { ...chosen.value, [signatureOf(look.columns)]: mapping } }

  const of = (look: FileLook): FileMapping => chosen.value[signatureOf(look.columns)] ?? { mapping: suggestFields(look), recalled: false }
  return {
    of,
    choose: (look, column, field) => {
      const before = of(look).mapping
      const other = field === null ? undefined : Object.keys(before).find(each => each !== column && before[each] === field)
      put(look, { mapping: { ...before, ...(other === undefined ? {} : { [other]: null }), [column]: field }, recalled: false })
      return other ?? null
    },
    recall: async look => {
      const remembered = await readSetting(rememberedMapping(signatureOf(look.columns)))
      if (remembered && !(signatureOf(look.columns) in chosen.value)) put(look, { mapping: recallMapping(suggestFields(look), remembered, new Set(FIELDS)), recalled: true })
    },
    remember: look => writeSetting(rememberedMapping(signatureOf(look.columns)), of(look).mapping),
    clear: () => { chosen.value = {} },
  }
}

/** Without one of these no row of the file can enter the catalogue. */
export const hasNumber = (mapping: Mapping<Field>): boolean => hasField(mapping, 'number') || hasField(mapping, 'code')
