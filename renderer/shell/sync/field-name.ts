import type { Contribution } from '../../contribution.ts'
import { i18n } from '../../i18n.ts'

/** What a field of a conflict is called: the feature's word for it, else its label. */
export const fieldName = (contributions: readonly Contribution[], { name, held }: { name: string; held: object }, field: string): string => {
  for (const { fieldText } of contributions) {
    const text = fieldText?.(name, field, held)
    if (text) return text
  }
  return i18n.global.t(`sync.field.${field}`)
}
