// What can't be rounded, compared, decided or budgeted: what it is, and what now.
import type { BadNumber } from '#shared/measurement/bad-number.ts'
import type { BudgetProblem } from '#shared/measurement/budget.ts'
import type { ComparisonProblem, Direction } from '#shared/measurement/comparison.ts'
import { type DecisionProblem, RULES } from '#shared/measurement/decision.ts'
import type { RoundingProblem } from '#shared/measurement/rounding.ts'
import type { Locale } from './locale.ts'
import { measurementProblemText } from './measurement.ts'

export type ConformityProblem = BadNumber | RoundingProblem | ComparisonProblem | DecisionProblem | BudgetProblem

export const conformityProblemText = (problem: ConformityProblem, locale: Locale): string => {
  switch (problem.code) {
    case 'empty':
    case 'not-a-quantity':
    case 'reversed-range':
      return `${problem.at}${locale === 'zh' ? '：' : ': '}${measurementProblemText(problem, locale)}`
    case 'bad-number':
      return badNumberText(problem, locale === 'zh')
    case 'bad-interval':
    case 'limit-direction':
    case 'unknown-rule':
    case 'missing-U':
    case 'bad-U':
    case 'no-limit':
    case 'limits-inverted':
    case 'empty-acceptance-zone':
    case 'too-few':
    case 'zero-uncertainty':
      return pair(problem)[locale === 'zh' ? 0 : 1]
  }
}

const badNumberText = ({ at, text, must }: BadNumber, zh: boolean): string => {
  if (must !== null) return zh ? `${at} 的值 ${text} 不行，应为 ${must}。` : `${at} can't be ${text}; it has to be ${must}.`
  return zh
    ? `${at} 的“${text}”不能用作数。请写 300 位以内的十进制数，小数点用“.”，如 25.10 或 3e-4。`
    : `${at}: “${text}” can't be taken as a number. Write a decimal of at most 300 places with a full stop, such as 25.10 or 3e-4.`
}

type Said = Exclude<ConformityProblem, { code: 'empty' | 'not-a-quantity' | 'reversed-range' | 'bad-number' }>

const pair = (problem: Said): readonly [zh: string, en: string] => {
  switch (problem.code) {
    case 'bad-interval':
      return [`修约间隔 ${problem.text} 不行，应大于 0，如 0.1、0.5 或 20。`, `An interval of ${problem.text} can't be rounded to; it has to be above 0, such as 0.1, 0.5 or 20.`]
    case 'limit-direction':
      return [`限值“${problem.text}”与方向 ${problem.direction} 不符，应写成 ${LIMITS[problem.direction]}。请改限值或方向。`, `The limit “${problem.text}” doesn't fit ${problem.direction}, which takes ${LIMITS[problem.direction]}. Change the limit or the direction.`]
    case 'unknown-rule':
      return [`没有判定规则“${problem.rule}”。可用：${RULES.join('、')}。`, `There is no decision rule “${problem.rule}”. Known: ${RULES.join(', ')}.`]
    case 'missing-U':
      return ['这条规则要用扩展不确定度 U，没有给出。请填 U，或改用 simple。', 'This rule needs the expanded uncertainty U, which is missing. Give U, or take simple.']
    case 'bad-U':
      return ['扩展不确定度 U 应大于 0。请按证书或报告填写。', 'The expanded uncertainty U has to be above 0. Give it as certified or reported.']
    case 'no-limit':
      return ['没有限值。请至少给出下限 TL 或上限 TU。', 'There is no limit. Give at least the lower TL or the upper TU.']
    case 'limits-inverted':
      return [`下限 TL ${problem.TL} 不小于上限 TU ${problem.TU}。请核对，或对调。`, `The lower limit TL ${problem.TL} isn't below the upper TU ${problem.TU}. Check them, or swap them.`]
    case 'empty-acceptance-zone':
      return [`两侧保护带各为 ${problem.w}，合起来不小于容差宽度，没有可接收的值。请改用不确定度更小的测量，或另约规则。`, `Guard bands of ${problem.w} on both sides leave nothing of the tolerance to accept. Measure with less uncertainty, or agree on another rule.`]
    case 'too-few':
      return [`${problem.at} 太少，至少要 ${problem.least} 个。请补充。`, `${problem.at} has too few; it takes at least ${problem.least}. Add more.`]
    case 'zero-uncertainty':
      return ['各分量合成后不确定度为 0，不能作为结果报告。请补上遗漏的分量，如分辨力。', 'The contributions come to no uncertainty at all, which can\'t be reported. Add what is missing, such as the resolution.']
  }
}

const LIMITS: { [direction in Direction]: string } = { max: '20 / ≤20 / <20', min: '20 / ≥20 / >20', range: '4.0~8.5', target: '10.0±0.1' }
