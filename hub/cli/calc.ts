// `pinli calc --stdin`: the functions of the screens, one question a line.
import { calcBenchmark } from './calc/benchmark.ts'
import { calcCodes } from './calc/codes.ts'
import { calcConformity } from './calc/conformity.ts'
import { type Calc } from './calc/function.ts'
import { calcMeasurement } from './calc/measurement.ts'
import { calcStatistics } from './calc/statistics.ts'
import { type AnswerOf, linesCommand } from './json-lines.ts'
import { fail } from '#shared/lib/result.ts'
import { unknownFunctionText } from '#shared/words/json-lines.ts'

const functions: { [fn: string]: Calc } = { ...calcMeasurement, ...calcConformity, ...calcStatistics, ...calcBenchmark, ...calcCodes }

export const answerCalc: AnswerOf = ({ fn, args }, lang) => {
  const calc = fn !== undefined && Object.hasOwn(functions, fn) ? functions[fn] : null
  return calc ? calc(args, lang) : fail({ code: 'unknown-function', message: unknownFunctionText(fn ?? '', Object.keys(functions), lang), path: 'fn' })
}

export const calcCommand = linesCommand('calc', 'reckons with quantities, units, conformity, uncertainty, statistics, intervals, benchmarks, codes and due dates', answerCalc)
