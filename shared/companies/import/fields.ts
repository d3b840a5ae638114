// The fields of a company that a list can have, and how lists call them; a row of a list as a company, or why it can't be one.
import { cellText, withoutGuard } from '#shared/readers/cells.ts'
import type { Cells, RawRow, RowFault } from '#shared/readers/file.ts'
import type { Mapping, Target } from '#shared/readers/mapping.ts'
import type { RefusedRow } from '#shared/readers/refused-csv.ts'
import { isUscc, plainUscc } from '../uscc.ts'

export const LISTED = ['name', 'uscc', 'contact', 'phone', 'address'] as const
export type Listed = (typeof LISTED)[number]

/** Beside the texts as a command takes them; `cells` and `raw` as they stood. */
export type ListedCompany = { line: number; cells: Cells; raw: string; name: string } & { [F in Exclude<Listed, 'name'>]: string | null }

export type ListReason =
  | RowFault
  | { code: 'no-name' }
  | { code: 'too-long'; field: Listed; length: number; limit: number }
  /** Taken, but one field says something else than what is registered, which stays. */
  | { code: 'differs'; field: Listed; held: string; listed: string }
export type ListNote = RefusedRow<ListReason>

export const LIST_TARGETS: Target<Listed>[] = [
  { field: 'uscc', names: ['统一社会信用代码', '社会信用代码', '信用代码', '机构代码', '税号', '纳税人识别号', 'uscc', 'credit code', 'unified social credit code'], looksLike: sample => isUscc(plainUscc(sample)) },
  { field: 'name', names: ['企业名称', '单位名称', '公司名称', '客户名称', '委托单位', '名称', '企业', '单位', '公司', '客户', 'company', 'company name', 'name', 'customer'], looksLike: sample => /(?:公司|厂|店|合作社|经营部|商行|中心)$/.test(sample.trim()) },
  { field: 'contact', names: ['联系人', '联系人姓名', '经办人', '负责人', '法定代表人', '法人', 'contact', 'contact person'] },
  { field: 'phone', names: ['电话', '手机', '联系电话', '手机号', '手机号码', '电话号码', '联系方式', 'phone', 'mobile', 'tel', 'telephone'], looksLike: sample => /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(sample.trim()) },
  { field: 'address', names: ['地址', '注册地址', '经营地址', '单位地址', '住所', '通讯地址', 'address'], looksLike: sample => /(?:[市区县镇]|街道).*(?:路|街|号|村)/.test(sample) },
]

/** A row by the columns that a person has approved. */
export const readListed = (file: string, { line, cells, raw, fault }: RawRow, mapping: Mapping<Listed>): ListedCompany | ListNote => {
  const refuse = (reason: ListReason): ListNote => ({ file, line, reason, raw, cells })
  if (fault) return refuse(fault)
  const texts: { [F in Listed]?: string } = {}
  for (const [column, field] of Object.entries(mapping)) if (field && Object.hasOwn(cells, column)) texts[field] = oneLine(cellText(cells[column]))
  if (texts.uscc) texts.uscc = plainUscc(texts.uscc)
  for (const field of LISTED) {
    const length = texts[field]?.length ?? 0
    const limit = field === 'uscc' ? 40 : 200
    if (length > limit) return refuse({ code: 'too-long', field, length, limit })
  }
  const { name, uscc, contact, phone, address } = texts
  if (!name) return refuse({ code: 'no-name' })
  return { line, cells, raw, name, uscc: uscc || null, contact: contact || null, phone: phone || null, address: address || null }
}

/** Spreadsheets break lines within a cell. */
const oneLine = (text: string): string => withoutGuard(text).replace(/\s+/g, ' ').trim()
