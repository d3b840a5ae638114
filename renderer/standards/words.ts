import { useI18n } from 'vue-i18n'
import type { ClassNames } from '#shared/standards/classification.ts'
import type { YearBand } from '#shared/standards/query.ts'
import { displayNumber, parseNumber } from '#shared/standards/number.ts'
import type { Degree, Kind, Standard, Status } from '#shared/standards/standard.ts'
import type { Derived, StatusMark } from '#shared/standards/status.ts'
import type { Locale } from '#shared/words/locale.ts'
import { degreeText, kindShortText, kindText, markText, reasonText, revisionText, statusText, unrecognisedText, yearBandText } from '#shared/words/standards.ts'
import { className, classPath } from './class-names.ts'
import type { GroupId } from './lookup/facet-groups.ts'
import type { Fact } from './lookup/row-facts.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { count } from './parts/show.ts'
import type { Span } from './standard/key-dates.ts'

const ROW = { zh: zh.row, en: en.row }

/** Terms of the trade in the language of the interface, as templates need them. */
export const useWords = () => {
  const { t, locale: language } = useI18n()
  const locale = (): Locale => (language.value.startsWith('zh') ? 'zh' : 'en')
  const told = (name: string, word: Fact['words'][string] | undefined): string =>
    typeof word === 'number' ? count(word) : typeof word === 'object' ? word.join(t('standards.chip.comma')) : name === 'number' ? displayNumber(String(word)) : String(word)
  const kind = (of: Kind): string => kindText(of, locale())
  return {
    locale,
    number: displayNumber,
    kind,
    /** Short where the long one wouldn't fit below a number. */
    rowKind: (of: Kind): string => (locale() === 'zh' ? kind(of) : kindShortText(of, 'en')),
    status: (of: Status): string => statusText(of, locale()),
    degree: (of: Degree): string => degreeText(of, locale()),
    kindLine: (of: { kind: Kind; category: string | null }): string => (of.category ? `${kind(of.kind)}·${of.category}` : kind(of.kind)),
    /** A choice of a facet. */
    choice: (group: GroupId, value: string): string => {
      if (group === 'status') return statusText(value as Status, locale())
      if (group === 'kind') return kindShortText(value as Kind, locale())
      if (group === 'year') return yearBandText(value as YearBand, locale())
      return className(group, value, locale())?.name ?? value
    },
    /** A fact of a row. Filled in by hand: the list has dozens of them with every key. */
    fact: ({ key, words }: Fact): string => ROW[locale()][key].replace(/\{(\w+)\}/g, (_, name: string) => told(name, words[name])),
    /** The muted words after the badge; empty where the source says it all. */
    marks: ({ mark, recognised, revision = false }: { mark: StatusMark | null; recognised: boolean; revision?: boolean }): string =>
      [mark && markText(mark, locale()), revision && revisionText(locale()), !recognised && unrecognisedText(locale())].filter(Boolean).join(t('standards.page.comma')),
    /** Why it has this status. */
    reason: ({ reason }: Derived, { printed }: Pick<Standard, 'printed'>): string => reasonText(reason, locale(), printed),
    span: ({ years, months }: Span): string => t(`standards.span.${years === 0 ? (months === 0 ? 'days' : 'months') : months === 0 ? 'years' : 'both'}`, { years, months }),
    /** A short name for one edition among others: its year. */
    edition: (number: string): string => {
      const year = parseNumber(number)?.year
      return year ? t('standards.page.editionOf', { year }) : displayNumber(number)
    },
    className: (id: 'ics' | 'ccs', code: string, names?: ClassNames) => className(id, code, locale(), names),
    classPath: (id: 'ics' | 'ccs', code: string, names: ClassNames) => classPath(id, code, locale(), names),
  }
}
