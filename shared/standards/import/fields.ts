// The fields of a standard that a file can have, and how catalogues call them.
import type { Target } from '#shared/readers/mapping.ts'

export const FIELDS = [
  'number', 'title', 'titleZh', 'titleEn', 'titleJa', 'titleFr', 'status', 'published', 'effective', 'withdrawn', 'confirmed',
  'ics', 'ccs', 'replaces', 'replacesPartly', 'replacedBy', 'adopts', 'degree', 'related',
  'committee', 'category', 'industry', 'edition', 'note', 'url', 'source', 'original',
  'code', 'nameZh', 'nameEn',
] as const
export type Field = (typeof FIELDS)[number]

/** Fields of a classification list; the others belong to standards. */
export const CLASS_FIELDS: readonly Field[] = ['code', 'nameZh', 'nameEn']

/** `original` is the object of untidied values that some files carry beside the tidied ones; `related` is relations with a type. */
export const STANDARD_TARGETS: Target<Field>[] = [
  { field: 'number', names: ['标准编号', '标准号', '编号', '标准代号', '文件编号', '规范编号', 'number', 'standard number', 'standard no', 'std no', 'no', 'docnumber', 'designation', 'reference', 'identifier', '番号', '規格番号'], looksLike: sample => /^(?:GB|GBZ|[A-Z]{2}|DB\d{2}|ISO|IEC|JIS|EN|ASTM|JJ[FG])\s?(?:[/／][TZ])?\s?[A-Z]?\s?\d+/i.test(sample) || /^[TQ]\/\w+ \d/.test(sample) },
  { field: 'titleZh', names: ['中文名称', '标准中文名称', '中文标题', '标准名称中文', 'titleZh', 'title zh', 'title cn', 'chinese title', 'cn name', '名称', '标准名称', '题名', '标题'] },
  { field: 'titleEn', names: ['英文名称', '标准英文名称', '英文标题', '标准名称英文', '英文题名', 'titleEn', 'title en', 'english title', 'en name'] },
  { field: 'titleJa', names: ['日文名称', 'titleJa', 'japanese title', '規格名称', '名称和文'] },
  { field: 'titleFr', names: ['法文名称', 'titleFr', 'french title', 'titre'] },
  { field: 'title', names: ['title', 'name', 'subject'], looksLike: sample => /\p{Script=Han}{4,}/u.test(sample) && !/\d{4}年/.test(sample) },
  { field: 'status', names: ['目录状态', '标准状态', '状态', 'statusZh', 'status', 'state', '时效性', '有效性'] },
  { field: 'published', names: ['发布日期', '颁布日期', '发布时间', '批准日期', 'published', 'publication date', 'publish date', 'issue date', 'release date', 'date published', '发布'] },
  { field: 'effective', names: ['实施日期', '施行日期', '生效日期', '实施时间', 'effective', 'effective date', 'implementation date', 'implement date', 'act date', '实施'] },
  { field: 'withdrawn', names: ['废止日期', '作废日期', '废止时间', 'withdrawn', 'withdrawal date', 'abolition date', 'abolished', '废止'] },
  { field: 'confirmed', names: ['确认日期', '复审日期', '确认有效日期', 'confirmed', 'confirmation date', 'reviewed'] },
  { field: 'ics', names: ['ics', 'ics分类号', 'ics号', '国际标准分类号', '国际标准分类', '国际分类号', '国际分类', 'ics code'] },
  { field: 'ccs', names: ['ccs', 'ccs分类号', 'ccs号', '中国标准分类号', '中国标准分类', '中国分类号', '中国分类', 'ccs code', '中标分类'] },
  { field: 'replacesPartly', names: ['部分代替标准', '部分代替', 'replacesPartly', 'replaces partly', 'partly replaces'] },
  { field: 'replaces', names: ['代替标准号', '代替标准', '全部代替标准', '代替国标号', '代替', '替代标准', '替代', 'replaces', 'replaced standards', 'supersedes'] },
  { field: 'replacedBy', names: ['被代替标准号', '被代替标准', '被代替', '被替代标准', '被替代', '代替者', 'replacedBy', 'replaced by', 'superseded by', 'successor'] },
  { field: 'adopts', names: ['采标号', '采用国际标准号', '采用国际标准', '采标', '采用标准', '采标情况', 'adopts', 'adopted', 'adoption'] },
  { field: 'degree', names: ['采标程度', '采用程度', '一致性程度', 'degree', 'adoption degree'] },
  { field: 'related', names: ['related', 'relations', '关联标准'] },
  { field: 'committee', names: ['归口单位', '归口部门', '归口', '技术委员会', '主管部门', 'committee', 'technical committee', 'tc', 'responsible body'] },
  { field: 'category', names: ['标准类别', '类别', '标准性质', 'category', 'standard type', 'class'] },
  { field: 'industry', names: ['行业', '行业分类', '国民经济分类', 'industry', 'sector'] },
  { field: 'edition', names: ['版次', '版本', 'edition'] },
  { field: 'note', names: ['备注', '说明', '注', 'note', 'notes', 'remark', 'remarks', 'comment'] },
  { field: 'url', names: ['网址', '链接', 'url', 'link', 'href', 'web', 'uri'] },
  { field: 'source', names: ['来源', '数据来源', 'source', 'origin'] },
  { field: 'original', names: ['raw', 'original'] },
]

export const CLASS_TARGETS: Target<Field>[] = [
  { field: 'code', names: ['代码', '分类号', '分类代码', 'code', 'ics', 'ccs', 'class code', '编号'] },
  { field: 'nameZh', names: ['中文名称', '类目名称', '中文', 'zh', 'name zh', '名称', '类目', 'titleZh'] },
  { field: 'nameEn', names: ['英文名称', '英文', 'en', 'name en', 'titleEn', 'name', 'title'] },
]
