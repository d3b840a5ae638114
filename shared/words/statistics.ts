// What is wrong with the data of a statistic, and what to do.
import type { DataProblem } from '#shared/measurement/data-problem.ts'
import { conformityProblemText } from './conformity.ts'
import type { Locale } from './locale.ts'

type Pair = readonly [zh: string, en: string]

/** In words, without the place: that is the problem's `at`. */
export const dataProblemText = (problem: DataProblem, locale: Locale): string => pairOf(problem)[locale === 'zh' ? 0 : 1]

const pairOf = (problem: DataProblem): Pair => {
  switch (problem.code) {
    case 'bad-number':
      return [conformityProblemText(problem, 'zh'), conformityProblemText(problem, 'en')]
    case 'too-few':
      return [`数据只有 ${problem.have} 个，至少要 ${problem.need} 个，请补齐。`, `There are ${problem.have}; at least ${problem.need} are needed. Add more.`]
    case 'not-computable':
      return ['一半以上的结果相同，稳健标准差为 0，算不出。请多取一位有效数字，或改用固定的 σ 和指定值直接评分。', 'More than half of the results are equal, so the robust standard deviation is 0. Take one more digit, or score against a stated value and σ.']
    case 'missing-U':
      return [`缺不确定度 ${problem.at}，请补上，或改用 z。`, `The uncertainty ${problem.at} is missing; add it, or take z.`]
    case 'missing-sigma':
      return [`缺 ${problem.at}，算 z 或 z′ 要用，请补上。`, `${problem.at} is missing; z and z′ need it. Add it.`]
    case 'zero-denominator':
      return ['分母为 0，分数没有意义。请核对标准差和不确定度。', 'The denominator is 0 and the score means nothing. Check the standard deviation and the uncertainties.']
    case 'zero-assigned-value':
      return ['指定值为 0，不能算百分差，请改用其他评分。', 'The assigned value is 0, so that no percentage can be told; take another score.']
    case 'no-limit':
      return ['没有规格限，请至少填下限或上限之一。', 'There is no specification limit; give the lower or the upper one at least.']
    case 'limits-inverted':
      return ['下限不小于上限，请核对。', 'The lower limit is not below the upper; check both.']
    case 'no-variation':
      return ['数据没有变化，控制限和指数没有意义。请核对是否填错，或提高分辨力后再测。', 'The data don’t vary, so that limits and indices mean nothing. Check them, or measure with a finer resolution.']
    case 'no-spread':
      return ['各点在同一时间，画不出漂移线。请补其他时间的校准结果。', 'All points are at one time, so that no drift can be told. Add calibrations of other times.']
    default:
      return countPair(problem)
  }
}

type CountCode = 'subgroup-too-small' | 'subgroup-too-large' | 'unequal-subgroups' | 'subgroups-not-single' | 'bad-count' | 'bad-size' | 'already-out'

const countPair = (problem: DataProblem & { code: CountCode }): Pair => {
  switch (problem.code) {
    case 'subgroup-too-small':
      return [`这一组只有 ${problem.size} 个值，每组至少 ${problem.bound} 个；单值请用移动极差。`, `This subgroup has ${problem.size}; each needs at least ${problem.bound}. Take the moving range for single values.`]
    case 'subgroup-too-large':
      return [`这一组有 ${problem.size} 个值，用极差每组最多 ${problem.bound} 个；请改用标准差。`, `This subgroup has ${problem.size}; by range at most ${problem.bound} are taken. Use the standard deviation.`]
    case 'unequal-subgroups':
      return [`这一组有 ${problem.size} 个值，第一组有 ${problem.first} 个；各组个数要相同。`, `This subgroup has ${problem.size}, the first has ${problem.first}; all need the same size.`]
    case 'subgroups-not-single':
      return [`这一组有 ${problem.size} 个值；移动极差只用于单值，每组一个。`, `This subgroup has ${problem.size}; the moving range takes single values, one a subgroup.`]
    case 'bad-count':
      return problem.most === null
        ? [`${problem.count} 不是个数，应为 0 或正整数。`, `${problem.count} is no count; it has to be 0 or a whole number above.`]
        : [`${problem.count} 不行，应为 0 到 ${problem.most} 的整数。`, `${problem.count} won’t do; it has to be a whole number from 0 to ${problem.most}.`]
    case 'bad-size':
      return problem.most === null
        ? [`样本量 ${problem.count} 不行，应大于 0；件数应为整数。`, `A sample size of ${problem.count} won’t do; it has to be above 0, and whole for pieces.`]
        : [`样本量 ${problem.count} 与第一个 ${problem.most} 不同；np 图各样本量要相同，不同请用 p 图。`, `A sample size of ${problem.count} differs from the first, ${problem.most}; an np chart needs one size. Take a p chart.`]
    case 'already-out':
      return ['现在的误差加不确定度已到最大允许误差。请先校准或停用，不定间隔。', 'Error and uncertainty have reached the maximum permissible error already. Calibrate or withdraw the instrument first.']
  }
}
