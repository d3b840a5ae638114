import type { Evidence, ScopeAnswer } from '#shared/labs/scope.ts'
import type { Locale } from './locale.ts'

type Pair = readonly [zh: string, en: string]
const pick = ([zh, en]: Pair, locale: Locale): string => (locale === 'zh' ? zh : en)

/** The answer in the field's own words. */
export const scopeAnswerText = (answer: ScopeAnswer, locale: Locale): string => pick(ANSWERS[answer], locale)

const ANSWERS: Record<ScopeAnswer, Pair> = {
  'in-scope': ['在范围内', 'In scope'],
  'other-edition': ['版次不同·待扩项', 'Other edition'],
  'out-of-range': ['超出范围', 'Out of range'],
  expired: ['已过期', 'Expired'],
  'not-accredited': ['未认可·不带标识', 'Not accredited'],
}

/** Why, in one sentence; what follows from it where the answer alone doesn't say it. */
export const evidenceText = (evidence: Evidence, locale: Locale): string => pick(why(evidence), locale)

const why = (evidence: Evidence): Pair => {
  switch (evidence.why) {
    case 'covered':
      return COVERED[evidence.range]
    case 'edition':
      return evidence.listed === null ? ['能力表没有写年号。', 'The scope names no year.'] : [`能力表是 ${evidence.listed} 年版。`, `The scope lists the ${evidence.listed} edition.`]
    case 'range':
      return [`能力表的范围是 ${evidence.listed}。`, `The scope’s range is ${evidence.listed}.`]
    case 'expired':
      return [`有效期到 ${evidence.until}。`, `It was valid until ${evidence.until}.`]
    case 'not-yet':
      return [`${evidence.from} 起才有效。`, `It is valid from ${evidence.from} only.`]
    case 'no-row':
      return ['能力表没有这一项，报告不带标识。', 'No line of the scope covers it; its report bears no mark.']
  }
}

const COVERED: Record<(Evidence & { why: 'covered' })['range'], Pair> = {
  inside: ['对象、参数、方法年号和范围都相符。', 'Object, parameter, edition and range agree.'],
  'not-asked': ['对象、参数和方法年号都相符。', 'Object, parameter and edition agree.'],
  'not-told': ['对象、参数和方法年号相符；能力表没写范围，请人工核对。', 'Object, parameter and edition agree; the scope names no range, so check it by hand.'],
  'not-comparable': ['对象、参数和方法年号相符；范围无法比较，请人工核对。', 'Object, parameter and edition agree; the ranges can’t be compared, so check them by hand.'],
}
