import type { LabTest } from '#shared/labs/lab.ts'
import { i18n } from '../i18n.ts'
import { words } from './words.ts'

/** What a field of a lab or a test is to a person where it is more than a text, for a conflict over it. */
export const valueText = (command: string, field: string, value: unknown): string | null => {
  const { t } = i18n.global
  if (!command.startsWith('labs.')) return null
  if (field === 'retired') return t(value === true ? 'labs.value.retired' : 'labs.value.stands')
  if (command !== 'labs.patchTest') return null
  if (field === 'parts') return (value as LabTest['parts']).map(({ minutes }) => words.length(minutes)).join(t('labs.value.then'))
  if (field === 'prices') return (value as LabTest['prices']).map(({ urgency, days, fen }) => t('labs.tests.price', { urgency: t(`labs.urgency.${urgency}`), yuan: fen === null ? t('labs.tests.ask') : words.yuan(fen), days })).join(t('labs.and'))
  return null
}
