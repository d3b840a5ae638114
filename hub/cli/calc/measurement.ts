import { z } from 'zod'
import { type Result, fail, ok } from '#shared/lib/result.ts'
import { converted } from '#shared/measurement/convert.ts'
import { decimalText, parseDecimal } from '#shared/measurement/decimal.ts'
import { dueDay } from '#shared/measurement/due.ts'
import { parseQuantity, type Quantity } from '#shared/measurement/quantity.ts'
import { unitNamed } from '#shared/measurement/units.ts'
import { unitOf } from '#shared/measurement/unit-text.ts'
import type { Locale } from '#shared/words/locale.ts'
import { type MeasurementProblem, measurementProblemText } from '#shared/words/measurement.ts'
import type { Answer } from '../json-lines.ts'
import { type Calc, calc } from './function.ts'

export const calcMeasurement: { [fn: string]: Calc } = {
  quantity: calc(z.strictObject({ text: z.string(), unit: z.string().optional() }), ({ text, unit }, lang) => {
    const found = parseQuantity(text, unit)
    return found.ok ? ok(printed(found.value)) : refused(found.problem, 'args.text', lang)
  }),

  convert: calc(z.strictObject({ value: z.string(), from: z.string(), to: z.string() }), ({ value, from, to }, lang) => {
    const number = parseDecimal(value)
    if (!number) return refused({ code: 'bad-number', text: value }, 'args.value', lang)
    for (const [path, unit] of [['args.from', from], ['args.to', to]]) if (!unitNamed(unitOf(unit)) && unitOf(unit) !== '') return refused({ code: 'unknown-unit', unit }, path, lang)
    const result = converted(number, from, to)
    return ok(result === null ? { comparable: false } : { comparable: true, value: result })
  }),

  due: calc(z.strictObject({ lastDate: z.string(), months: z.number(), label: z.enum(['due', 'dayBefore']).optional() }), ({ lastDate, months, label }, lang) =>
    answered(dueDay(lastDate, months, label), problem => (problem.code === 'bad-date' ? 'args.lastDate' : 'args.months'), lang)),
}

const refused = (problem: MeasurementProblem, path: string, lang: Locale): Answer => fail({ code: problem.code, message: measurementProblemText(problem, lang), path })

const answered = <T, P extends MeasurementProblem>(result: Result<T, P>, pathOf: (problem: P) => string, lang: Locale): Answer => (result.ok ? result : refused(result.problem, pathOf(result.problem), lang))

/** Its decimals as texts, all else as it is. */
const printed = (quantity: Quantity): object => Object.fromEntries(Object.entries(quantity).map(([key, value]) => [key, typeof value === 'string' ? value : decimalText(value)]))
