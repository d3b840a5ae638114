// What the form of a test holds: text as typed. Read whole, or the first fault named.
import { canonicalJson } from '#shared/lib/canonical-json.ts'
import { type LabTest, type TestPart, URGENCIES, type Urgency } from '#shared/labs/lab.ts'
import { methodOf } from '#shared/labs/method.ts'
import { testFields } from '#shared/labs/fields.ts'
import type { ArgsOf } from '../db/run.ts'

/** `overtime` in whole per cent; `minutes` and gaps in minutes, `yuan` with at most two decimals, '' = not told. */
export type PartForm = { resource: string; minutes: string; least: string; most: string }
export type TestForm = { object: string; parameter: string; method: string; range: string; sample: string; parts: PartForm[]; prices: Record<Urgency, { yuan: string; days: string }>; overtime: string }
export type TestFault = { field: 'object' | 'parameter' | 'method' } | { field: 'part'; at: number } | { field: 'price'; urgency: Urgency } | { field: 'overtime' }
type Fields = Omit<ArgsOf<'labs.addTest'>, 'id' | 'lab' | 'complex'>

export const emptyPart = (): PartForm => ({ resource: '', minutes: '60', least: '', most: '' })
const noPrices = (): TestForm['prices'] => ({ normal: { yuan: '', days: '' }, urgent: { yuan: '', days: '' }, express: { yuan: '', days: '' } })
export const emptyTest = (): TestForm => ({ object: '', parameter: '', method: '', range: '', sample: '', parts: [emptyPart()], prices: noPrices(), overtime: '' })

export const formOf = ({ object, parameter, number, range, sample, parts, prices, overtime }: LabTest): TestForm => {
  const form = { ...emptyTest(), overtime: overtime === null || overtime === undefined ? '' : String(overtime), object, parameter, method: number, range: range ?? '', sample: sample ?? '' }
  form.parts = parts.map(({ resource, minutes, after }) => ({ resource, minutes: String(minutes), least: after.least === 0 ? '' : String(after.least), most: after.most === null ? '' : String(after.most) }))
  for (const { urgency, days, fen } of prices) form.prices[urgency] = { days: String(days), yuan: fen === null ? '' : (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2) }
  return form
}

export const readTest = (form: TestForm): { fault: TestFault } | { fault: null; fields: Fields } => {
  const method = methodOf(form.method)
  if (form.object.trim() === '') return { fault: { field: 'object' } }
  if (form.parameter.trim() === '') return { fault: { field: 'parameter' } }
  if (!method) return { fault: { field: 'method' } }
  const parts: TestPart[] = []
  for (const [at, part] of form.parts.entries()) {
    const read = partOf(part)
    if (!read || parts.some(({ resource }) => resource === read.resource)) return { fault: { field: 'part', at } }
    parts.push(read)
  }
  const prices: Fields['prices'] = []
  for (const urgency of URGENCIES) {
    const price = form.prices[urgency]
    if (price.yuan.trim() === '' && price.days.trim() === '') continue
    const [days, fen] = [whole(price.days), price.yuan.trim() === '' ? null : fenOf(price.yuan)]
    if (days === null || days > 365 || fen === undefined) return { fault: { field: 'price', urgency } }
    prices.push({ urgency, days, fen })
  }
  const overtime = form.overtime.trim() === '' ? null : whole(form.overtime.replace(/[%％]/, ''))
  if (form.overtime.trim() !== '' && (overtime === null || overtime > 1000)) return { fault: { field: 'overtime' } }
  return { fault: null, fields: { object: form.object.trim(), parameter: form.parameter.trim(), number: method.number, range: form.range.trim() || null, sample: form.sample.trim() || null, parts, prices, overtime } }
}

/** Only what was changed, each with what its author saw; null = nothing was. */
export const changesOf = (test: LabTest, fields: Fields, newId: () => string): ArgsOf<'labs.patchTest'>['fields'] | null => {
  const changed = (Object.keys(fields) as (keyof Fields)[]).filter(field => canonicalJson(test[field] ?? null) !== canonicalJson(fields[field] ?? null))
  return changed.length === 0 ? null : Object.fromEntries(changed.map(field => [field, { old: test[field] ?? null, new: fields[field], conflict: newId() }]))
}

const partOf = ({ resource, minutes, least, most }: PartForm): TestPart | null => {
  const part = { resource, minutes: whole(minutes), after: { least: least.trim() === '' ? 0 : whole(least), most: most.trim() === '' ? null : (whole(most) ?? NaN) } }
  const read = testFields.parts.safeParse([part])
  return read.success ? read.data[0] : null
}

const whole = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? +text.trim() : null)
/** undefined = not an amount. Digits only: floats would lose a fen. */
const fenOf = (text: string): number | undefined => {
  const found = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[,，¥￥元\s]/g, ''))
  return found ? +found[1] * 100 + +(found[2] ?? '').padEnd(2, '0') : undefined
}
