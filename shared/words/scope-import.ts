import type { LineRefusal } from '#shared/labs/import/read-scope.ts'
import type { ScopeColumn } from '#shared/labs/import/columns.ts'
import type { Locale } from './locale.ts'
import type { RefusedWords } from '#shared/readers/refused-csv.ts'
import { refusalText, refusedColumns } from './reading.ts'

type Pair = readonly [zh: string, en: string]
const pick = ([zh, en]: Pair, locale: Locale): string => (locale === 'zh' ? zh : en)

export const scopeColumnText = (column: ScopeColumn, locale: Locale): string => pick(COLUMNS[column], locale)

const COLUMNS: Record<ScopeColumn, Pair> = {
  object: ['检测对象', 'Object'],
  parameter: ['参数', 'Parameter'],
  method: ['方法及年号', 'Method and year'],
  range: ['范围', 'Range'],
  cmc: ['CMC', 'CMC'],
  site: ['场所', 'Site'],
  scheme: ['资质', 'Scheme'],
  certificate: ['证书编号', 'Certificate'],
  from: ['有效期起', 'Valid from'],
  until: ['有效期至', 'Valid until'],
}

/** Why a row is no line of the scope. */
export const lineRefusalText = (reason: LineRefusal, locale: Locale): string => {
  const name = (column: ScopeColumn): Pair => COLUMNS[column]
  switch (reason.code) {
    case 'missing':
      return pick([`没有${name(reason.field)[0]}`, `Has no ${name(reason.field)[1].toLowerCase()}`], locale)
    case 'no-method':
      return pick([`“${reason.text}”里没有可用的方法编号`, `“${reason.text}” has no usable number of a method`], locale)
    case 'several-methods':
      return pick([`一格里有几个方法（${reason.text}），请拆成几行`, `One cell names several methods (${reason.text}); give each a row`], locale)
    case 'bad-date':
      return pick([`${name(reason.field)[0]}“${reason.text}”不是一天`, `${name(reason.field)[1]}: “${reason.text}” is no day`], locale)
    case 'ends-first':
      return pick([`有效期止 ${reason.until} 早于起 ${reason.from}`, `It ends on ${reason.until}, before it begins on ${reason.from}`], locale)
    case 'no-scheme':
      return pick([`资质“${reason.text}”不是 CNAS 或 CMA`, `The scheme “${reason.text}” is neither CNAS nor CMA`], locale)
    case 'too-long':
      return pick([`${name(reason.field)[0]}有 ${reason.length} 个字，最多 ${reason.limit}`, `${name(reason.field)[1]} has ${reason.length} characters, more than ${reason.limit}`], locale)
    default:
      return refusalText(reason, locale)
  }
}

/** Column names and sentences of the refused rows. */
export const lineWords = (locale: Locale): RefusedWords<LineRefusal> => ({ ...refusedColumns(locale), reasonText: reason => lineRefusalText(reason, locale) })
