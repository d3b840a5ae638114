import type { FileLook } from '#shared/readers/file.ts'
import { type Mapping, suggestMapping, type Target } from '#shared/readers/mapping.ts'
import { methodOf } from '../method.ts'

/** What a column of a list of capabilities may be. */
export const SCOPE_COLUMNS = ['object', 'parameter', 'method', 'range', 'cmc', 'site', 'scheme', 'certificate', 'from', 'until'] as const
export type ScopeColumn = (typeof SCOPE_COLUMNS)[number]
/** Without these no line can be made. */
export const NEEDED = ['object', 'parameter', 'method'] as const satisfies readonly ScopeColumn[]

export const suggestScope = (look: FileLook): Mapping<ScopeColumn> => suggestMapping(look.columns, TARGETS)

/** The needed fields that no column feeds. */
export const missingIn = (mapping: Mapping<ScopeColumn>): ScopeColumn[] => NEEDED.filter(field => !Object.values(mapping).includes(field))

const TARGETS: Target<ScopeColumn>[] = [
  { field: 'object', names: ['检测对象', '检验对象', '测量仪器名称', '被测量', '对象', '产品', '产品名称', '类别', 'object', 'product'] },
  { field: 'parameter', names: ['项目/参数', '项目', '参数', '检测项目', '检测参数', '名称', 'parameter', 'property'] },
  { field: 'method', names: ['检测标准', '标准', '方法', '检测方法', '检测标准（方法）', '依据的标准', '标准（方法）名称及编号', '方法及年号', '标准编号', 'method', 'standard'], looksLike: text => Boolean(methodOf(text)?.edition) },
  { field: 'range', names: ['测量范围', '范围', '检测范围', 'range'] },
  { field: 'cmc', names: ['cmc', '校准和测量能力', '扩展不确定度', '测量不确定度', 'uncertainty'] },
  { field: 'site', names: ['场所', '地点', '检测场所', '实验场所', '地址', 'site', 'location'] },
  { field: 'scheme', names: ['资质', '认可类别', '资质类别', 'scheme'] },
  { field: 'certificate', names: ['证书编号', '证书号', '注册号', '认可编号', 'certificate'] },
  { field: 'from', names: ['有效期起', '生效日期', '发证日期', '批准日期', 'valid from', 'from'] },
  { field: 'until', names: ['有效期', '有效期至', '有效期止', '截止日期', '到期日期', 'valid to', 'valid until', 'until'] },
]
