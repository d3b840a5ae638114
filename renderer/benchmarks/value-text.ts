import type { Indicator, IndicatorSet, Limit, OwnValue, Reference } from '#shared/benchmarks/benchmark.ts'
import { i18n } from '../i18n.ts'
import { kindName, referenceName } from './sets/reference-words.ts'

/** What a field of a set or a benchmark is to a person where it is more than a text, for a conflict over it. */
export const valueText = (command: string, field: string, value: unknown): string | null => {
  const { t } = i18n.global
  if (command === 'sets.setLimits' || command === 'benchmarks.setValues') return value === null ? '–' : (value as Limit | OwnValue).text
  if (command !== 'sets.patch') return null
  if (field === 'indicators') return (value as Indicator[]).map(({ name }) => name).join(t('benchmarks.comma'))
  return field === 'references' ? (value as Reference[]).map(referenceName).join(t('benchmarks.comma')) : null
}

/** A limit is called by its indicator and its column. */
export const fieldText = (command: string, field: string, held: object): string | null => {
  if (command === 'benchmarks.setValues') return i18n.global.t('benchmarks.answer.value')
  if (command !== 'sets.setLimits') return null
  const { indicators, references } = held as IndicatorSet
  const [indicator, reference] = field.split('/')
  const column = references.find(({ id }) => id === reference)
  return [indicators.find(({ id }) => id === indicator)?.name, column && kindName(column)].filter(Boolean).join(' ') || i18n.global.t('benchmarks.limit.title')
}
