import { useI18n } from 'vue-i18n'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Hit } from '#shared/standards/query.ts'
import { displayNumber } from '#shared/standards/number.ts'
import type { Kind, Status } from '#shared/standards/standard.ts'
import type { Derived } from '#shared/standards/status.ts'
import type { Locale } from '#shared/words/locale.ts'
import type { GroupId } from './lookup/facet-groups.ts'
import type { Fact } from './lookup/row-facts.ts'
import type { Span } from './standard/key-dates.ts'

const ST: Record<Status, string> = { draft: '制定中', upcoming: '即将实施', current: '现行', partly: '部分有效', replaced: '被代替', withdrawn: '废止', unknown: '状态不详' }

export const useWords = () => {
  const { t, locale } = useI18n()
  const language = (): Locale => (locale.value.startsWith('zh') ? 'zh' : 'en')
  const w = {
    locale: language,
    number: displayNumber,
    status: (status: Status) => ST[status],
    kind: (kind: Kind) => kind as string,
    kindLine: ({ kind, category }: Pick<Hit, 'kind' | 'category'>) => [w.kind(kind), category].filter(Boolean).join('·'),
    choice: (id: GroupId, value: string): string => (id === 'status' ? w.status(value as Status) : id === 'year' ? t(`standards.years.${value}`) : value),
    fact: ({ key, words }: Fact) => t(`standards.row.${key}`, words),
    marks: ({ mark, recognised }: { mark: Hit['mark']; recognised: boolean }) => [mark ?? '', recognised ? '' : '编号未识别'].filter(Boolean).join('，'),
    reason: (derived: Derived, day: IsoDay) => `${derived.reason.code} ${day}`,
    span: ({ years, months }: Span) => (years === 0 && months === 0 ? t('standards.span.days') : years === 0 ? t('standards.span.months', { months }) : months === 0 ? t('standards.span.years', { years }) : t('standards.span.both', { years, months })),
    edition: (number: string) => t('standards.page.editionOf', { year: /(\d{4})(?!.*\d{4})/.exec(number)?.[1] ?? number }),
    className: (id: 'ics' | 'ccs', code: string): { name: string; lang?: string } | null => (id ? { name: code } : null),
    classPath: (id: 'ics' | 'ccs', code: string): { code: string; name: string; lang?: string }[] => [{ code, name: id }],
  }
  return w
}
