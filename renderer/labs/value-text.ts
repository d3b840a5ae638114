import { shallowRef } from 'vue'
import { RESOURCE_KINDS } from '#shared/bookings/booking.ts'
import type { Extension, LabTest } from '#shared/labs/lab.ts'
import { look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import { words } from './words.ts'

/** What a field of a lab, a test or a resource's place is to a person where it is more than a text, for a conflict over it. */
export const valueText = (command: string, field: string, value: unknown): string | null => {
  const { t } = i18n.global
  if (!command.startsWith('labs.') && command !== 'resources.patch') return null
  if ((field === 'site' || field === 'lab') && typeof value === 'string') return nameOf(value)
  if (field === 'kind') return RESOURCE_KINDS.find(kind => kind === value) ? t(`labs.kind.${value as string}`) : null
  if (field === 'extension') return value === null ? t('labs.value.notAsked') : words.extension(value as Extension)
  if (field === 'retired') return t(value === true ? 'labs.value.retired' : 'labs.value.stands')
  if (command !== 'labs.patchTest') return null
  if (field === 'parts') return (value as LabTest['parts']).map(({ minutes }) => words.length(minutes)).join(t('labs.value.then'))
  if (field === 'overtime') return typeof value === 'number' ? `+${value}%` : t('labs.tests.ask')
  if (field === 'prices') return (value as LabTest['prices']).map(({ urgency, days, fen }) => t('labs.tests.price', { urgency: t(`labs.urgency.${urgency}`), yuan: fen === null ? t('labs.tests.ask') : words.yuan(fen), days })).join(t('labs.and'))
  return null
}

/** Names of labs and sites by id, asked for when first needed; a card that shows one follows. */
const names = shallowRef<ReadonlyMap<string, string>>(new Map())
const sought = new Set<string>()
const nameOf = (id: string): string => {
  if (!sought.has(id)) {
    sought.add(id)
    void look(async reads => [...(await reads.list('labs')), ...(await reads.list('lab_sites'))], []).then(all => { names.value = new Map(all.map(one => [one.id, one.name])) })
  }
  return names.value.get(id) ?? id
}
