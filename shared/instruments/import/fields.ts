// The fields of an instrument that a list can have, and how lists call them; a row of a list as an instrument, or why it can't be one.
import { isUscc, plainUscc } from '#shared/companies/uscc.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { cellText, withoutGuard } from '#shared/readers/cells.ts'
import type { Cells, RawRow, RowFault } from '#shared/readers/file.ts'
import type { Mapping, Target } from '#shared/readers/mapping.ts'
import type { RefusedRow } from '#shared/readers/refused-csv.ts'
import { readDate } from '#shared/standards/import/dates.ts'
import { isPlaceholder, tidy } from '#shared/standards/import/text.ts'
import { instrumentFields, LONGEST_INTERVAL } from '../fields.ts'
import type { InstrumentKind } from '../instrument.ts'

export const LISTED = ['owner', 'number', 'name', 'model', 'range', 'accuracy', 'location', 'keeper', 'kind', 'months', 'mpe', 'unit', 'certificate', 'issuer', 'day', 'validTo'] as const
export type ListedField = (typeof LISTED)[number]

/** `owner` as written, null = the one chosen for the whole list. A certificate that passed, where the list tells its number and day; `listed`: a due day without one. */
export type ListedInstrument = {
  line: number; cells: Cells; raw: string; owner: string | null
  number: string; name: string; model: string | null; range: string | null; accuracy: string | null; location: string | null; keeper: string | null
  kind: InstrumentKind; months: number; mpe: string | null; unit: string | null
  certificate: { number: string; issuer: string | null; day: IsoDay; validTo: IsoDay | null } | null
  listed: { due: IsoDay; done: IsoDay | null } | null
}

export type ListedReason =
  | RowFault
  | { code: 'missing'; field: 'number' | 'name' }
  | { code: 'too-long'; field: ListedField; length: number; limit: number }
  | { code: 'bad-kind'; text: string }
  | { code: 'bad-months'; text: string }
  | { code: 'bad-mpe'; text: string }
  | { code: 'bad-day'; field: 'day' | 'validTo'; text: string }
  | { code: 'ends-first'; day: IsoDay; validTo: IsoDay }
  | { code: 'ahead'; day: IsoDay }
  /** A certificate without its number or its day, or a day alone, from which nothing is due. */
  | { code: 'half-certificate' }
  | { code: 'no-owner' }
  | { code: 'unknown-owner'; text: string }
  | { code: 'several-owners'; text: string }
  /** Taken, but linked to none: the number stands in the names of several resources. */
  | { code: 'several-resources'; number: string }
  /** Taken, but a field says something else than what is registered, which stays. */
  | { code: 'differs'; field: ListedField; held: string | null; listed: string }
export type ListedNote = RefusedRow<ListedReason>

export const LISTED_TARGETS: Target<ListedField>[] = [
  { field: 'owner', names: ['委托单位', '单位名称', '企业名称', '使用单位', '送检单位', '统一社会信用代码', '企业', '单位', '公司', '客户', 'owner', 'company'], looksLike: sample => isUscc(plainUscc(sample)) },
  { field: 'number', names: ['管理编号', '器具编号', '设备编号', '出厂编号', '编号', 'number', 'id', 'serial'] },
  { field: 'name', names: ['器具名称', '设备名称', '仪器名称', '计量器具名称', '名称', 'name', 'instrument'] },
  { field: 'model', names: ['型号规格', '规格型号', '型号', '规格', 'model', 'type'] },
  { field: 'range', names: ['测量范围', '量程', '范围', 'range'] },
  { field: 'accuracy', names: ['准确度等级', '准确度', '精度等级', '精度', '等级', 'accuracy', 'class'] },
  { field: 'location', names: ['存放地点', '使用地点', '使用部门', '地点', '位置', '部门', 'location', 'place'] },
  { field: 'keeper', names: ['保管人', '责任人', '使用人', '管理人', 'keeper'] },
  { field: 'kind', names: ['溯源方式', '检定/校准', '管理类别', '类别', '方式', '种类', 'kind'], looksLike: sample => KINDS.some(([pattern]) => pattern.test(sample)) && sample.length <= 6 },
  { field: 'months', names: ['检定周期', '校准周期', '确认间隔', '周期（月）', '间隔（月）', '周期', '间隔', 'interval', 'months'] },
  { field: 'mpe', names: ['最大允许误差', '允许误差', 'mpe'] },
  { field: 'unit', names: ['误差单位', '单位（误差）', 'unit'] },
  { field: 'certificate', names: ['证书编号', '证书号', 'certificate'] },
  { field: 'issuer', names: ['检定单位', '校准单位', '检定机构', '出具机构', '溯源机构', 'issuer'] },
  { field: 'day', names: ['检定日期', '校准日期', '上次检定日期', '上次校准日期', '上次日期', '确认日期', 'last', 'calibrated'] },
  { field: 'validTo', names: ['有效期至', '有效期', '下次检定日期', '下次校准日期', '到期日期', '到期日', '下次日期', 'due', 'valid until'] },
]

/** What counts where a row tells none. */
export type ListedDefaults = { kind: InstrumentKind; months: number }

/** A row by the columns that a person has approved. `today`: no certificate is from a later day. */
export const readListed = (file: string, { line, cells, raw, fault }: RawRow, mapping: Mapping<ListedField>, defaults: ListedDefaults, today: IsoDay): ListedInstrument | ListedNote => {
  const refuse = (reason: ListedReason): ListedNote => ({ file, line, reason, raw, cells })
  if (fault) return refuse(fault)
  const texts: { [F in ListedField]?: string } = {}
  for (const [column, field] of Object.entries(mapping)) if (field && Object.hasOwn(cells, column)) texts[field] = textOf(cellText(cells[column]))
  const told = (field: ListedField): string | null => texts[field] || null
  for (const field of LISTED) {
    const [length, limit] = [texts[field]?.length ?? 0, field === 'unit' ? 20 : 200]
    if (length > limit) return refuse({ code: 'too-long', field, length, limit })
  }
  const [number, name] = [told('number'), told('name')]
  if (number === null || name === null) return refuse({ code: 'missing', field: number === null ? 'number' : 'name' })
  const kind = told('kind') === null ? defaults.kind : kindOf(told('kind')!)
  if (kind === null) return refuse({ code: 'bad-kind', text: told('kind')! })
  const months = told('months') === null ? defaults.months : monthsOf(told('months')!)
  if (months === null) return refuse({ code: 'bad-months', text: told('months')! })
  const mpe = told('mpe')?.replace(/^(?:±|\+\/-)\s*/, '') ?? null
  if (!instrumentFields.mpe.safeParse(mpe).success) return refuse({ code: 'bad-mpe', text: told('mpe')! })
  const days = { day: dayOf(told('day')), validTo: dayOf(told('validTo')) }
  for (const field of ['day', 'validTo'] as const) if (days[field] === undefined) return refuse({ code: 'bad-day', field, text: told(field)! })
  const { day, validTo } = days as { day: IsoDay | null; validTo: IsoDay | null }
  const certificate = told('certificate')
  if (certificate === null ? day !== null && validTo === null : day === null) return refuse({ code: 'half-certificate' })
  if (day !== null && validTo !== null && validTo < day) return refuse({ code: 'ends-first', day, validTo })
  if (day !== null && day > today) return refuse({ code: 'ahead', day })
  return {
    line, cells, raw, owner: told('owner'), number, name, model: told('model'), range: told('range'), accuracy: told('accuracy'), location: told('location'), keeper: told('keeper'), kind, months, mpe, unit: told('unit'),
    certificate: certificate === null || day === null ? null : { number: certificate, issuer: told('issuer'), day, validTo },
    listed: certificate === null && validTo !== null ? { due: validTo, done: day } : null,
  }
}

const textOf = (cell: string): string => {
  const text = tidy(withoutGuard(cell)).replace(/\s+/g, ' ').trim()
  return isPlaceholder(text) ? '' : text
}

const KINDS: readonly (readonly [RegExp, InstrumentKind])[] = [[/核查|check/i, 'check'], [/检定|verif/i, 'verification'], [/校准|calib/i, 'calibration']]
/** null = it names none, or several. */
const kindOf = (text: string): InstrumentKind | null => {
  const found = KINDS.filter(([pattern]) => pattern.test(text))
  return found.length === 1 ? found[0][1] : null
}

/** `12`, `12 个月`, `1年`, `半年`; null = no whole number of months. */
const monthsOf = (text: string): number | null => {
  if (/^半年$/.test(text)) return 6
  const found = /^(\d{1,3})\s*(个?月|months?|m|年|years?|a)?$/i.exec(text.replace(/^[一二两三]/, han => ({ 一: '1', 二: '2', 两: '2', 三: '3' })[han]!))
  const months = found ? +found[1] * (/年|year|^a$/i.test(found[2] ?? '') ? 12 : 1) : 0
  return months >= 1 && months <= LONGEST_INTERVAL ? months : null
}

/** undefined = what stands there is no day. */
const dayOf = (text: string | null): IsoDay | null | undefined => {
  if (text === null) return null
  const day = readDate(text)
  return day?.length === 10 ? day : undefined
}
