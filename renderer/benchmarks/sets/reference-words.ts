import type { Reference } from '#shared/benchmarks/benchmark.ts'
import { displayNumber } from '#shared/standards/number.ts'
import { i18n } from '../../i18n.ts'

/** What a column is called: its kind; its number with the class, or its own name. */
export const kindName = ({ kind }: Pick<Reference, 'kind'>): string => i18n.global.t(`benchmarks.reference.${kind}`)
export const referenceName = ({ number, clause, name }: Reference): string => [number === null ? name : displayNumber(number), clause].filter(Boolean).join(' ') || i18n.global.t('benchmarks.untold')
