import type { DueProblem } from '#shared/measurement/due.ts'
import type { QuantityProblem } from '#shared/measurement/quantity.ts'
import type { Locale } from './locale.ts'

export type MeasurementProblem = QuantityProblem | DueProblem | { code: 'bad-number'; text: string } | { code: 'unknown-unit'; unit: string }

/** What can't be reckoned with: what it is, and what now. */
export const measurementProblemText = (problem: MeasurementProblem, locale: Locale): string => {
  const [zh, en] = pair(problem)
  return locale === 'zh' ? zh : en
}

const pair = (problem: MeasurementProblem): [zh: string, en: string] => {
  switch (problem.code) {
    case 'empty':
      return ['没有数值。请填报告上的结果；未检出请写“未检出”。', 'There is no value. Give the result as reported; write ND for not detected.']
    case 'not-a-quantity':
      return [`“${problem.text}”读不成数值${problem.rest === problem.text ? '' : `，读不懂的是“${problem.rest}”`}。小数点用“.”，范围用“～”，如 4.0～8.5。`, `“${problem.text}” is no quantity${problem.rest === problem.text ? '' : `; “${problem.rest}” can't be read`}. Use a full stop for decimals and ~ for ranges, as in 4.0~8.5.`]
    case 'reversed-range':
      return [`“${problem.text}”的下限大于上限，请对调。`, `The lower end of “${problem.text}” is above the upper; swap them.`]
    case 'bad-number':
      return [`“${problem.text}”不是数。请写十进制数，小数点用“.”，如 25.10 或 3e-4。`, `“${problem.text}” is no number. Write a decimal with a full stop, such as 25.10 or 3e-4.`]
    case 'unknown-unit':
      return [`单位表里没有“${problem.unit}”，不能换算。请改用表中的单位，或不换算直接填写。`, `“${problem.unit}” is not in the table of units and can't be converted. Use one of the table, or keep the value as it is.`]
    case 'bad-date':
      return [`“${problem.date}”不是日期，应为 2026-10-08 这样的实际日期。`, `“${problem.date}” is no date; it has to be a real day such as 2026-10-08.`]
    case 'bad-interval':
      return [`周期 ${problem.months} 个月不行，应为 1 到 600 的整月数。`, `An interval of ${problem.months} months won't do; it has to be a whole number of months from 1 to 600.`]
  }
}
