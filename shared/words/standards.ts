// Terms of the trade by code, as screens, command line and hub say them.
import type { YearBand } from '#shared/standards/query.ts'
import type { Repair } from '#shared/standards/number-repair.ts'
import type { Degree, Kind, Language, SourceWord, Status } from '#shared/standards/standard.ts'
import type { End, StatusReason } from '#shared/standards/status-reason.ts'
import type { StatusMark } from '#shared/standards/status.ts'
import type { Locale } from './locale.ts'

export const statusText = (status: Status, locale: Locale): string => pick(STATUS[status], locale)

/** The muted word after the badge. */
export const markText = (mark: StatusMark, locale: Locale): string => pick(MARK[mark], locale)

/** Said beside a number that the grammar doesn't know. */
export const unrecognisedText = (locale: Locale): string => pick(['编号未识别', 'number not recognised'], locale)

/** Said in the place of a fact that no source of the catalogue has. */
export const notInCatalogueText = (locale: Locale): string => pick(['目录未载', 'not in the catalogue'], locale)

/** Said beside a standard in force that a draft or project is to replace. */
export const revisionText = (locale: Locale): string => pick(['修订中', 'under revision'], locale)

export const kindText = (kind: Kind, locale: Locale): string => pick(KIND[kind], locale)
/** For facets. */
export const kindShortText = (kind: Kind, locale: Locale): string => pick(KIND_SHORT[kind], locale)

export const degreeText = (degree: Degree, locale: Locale): string => pick(DEGREE[degree], locale)
export const yearBandText = (band: YearBand, locale: Locale): string => pick(YEAR_BAND[band], locale)
export const languageText = (language: Language, locale: Locale): string => pick(LANGUAGE[language], locale)

/** What was mended in a number. */
export const numberRepairText = (repair: Repair, locale: Locale): string => pick(REPAIR[repair], locale)

/** The word of a source, where the one that it printed isn't at hand. */
export const sourceWordText = (word: SourceWord, locale: Locale): string => pick(SOURCE_WORD[word], locale)

/** From what a status follows, as a clause without a full stop; `printed` is the source's own word for the status, where it has one. */
export const reasonText = (reason: StatusReason, locale: Locale, printed?: string): string => pick(reasonPair(reason, printed), locale)

type Pair = readonly [zh: string, en: string]
const pick = (pair: Pair, locale: Locale): string => pair[locale === 'zh' ? 0 : 1]

const STATUS: Record<Status, Pair> = {
  draft: ['制定中', 'Draft'],
  upcoming: ['即将实施', 'Upcoming'],
  current: ['现行', 'In force'],
  partly: ['部分有效', 'Partly in force'],
  replaced: ['被代替', 'Replaced'],
  withdrawn: ['废止', 'Withdrawn'],
  unknown: ['状态不详', 'Status unknown'],
}

const MARK: Record<StatusMark, Pair> = {
  'by-date': ['按日期推定', 'inferred from dates'],
  'by-month': ['按月推定', 'inferred from the month'],
  'by-year': ['按年推定', 'inferred from the year'],
}

const KIND: Record<Kind, Pair> = {
  gb: ['强制性国家标准', 'Mandatory national standard'],
  gbt: ['推荐性国家标准', 'Recommended national standard'],
  gbz: ['国家标准化指导性技术文件', 'National guidance document'],
  metrology: ['计量技术规范', 'Metrology regulation'],
  sector: ['行业标准', 'Sector standard'],
  local: ['地方标准', 'Local standard'],
  group: ['团体标准', 'Association standard'],
  enterprise: ['企业标准', 'Enterprise standard'],
  iso: ['ISO 国际标准', 'ISO standard'],
  iec: ['IEC 国际标准', 'IEC standard'],
  regional: ['欧洲标准', 'European standard'],
  jis: ['日本工业标准', 'Japanese standard'],
  astm: ['ASTM 标准', 'ASTM standard'],
  oiml: ['OIML 出版物', 'OIML publication'],
  other: ['其他文件', 'Other document'],
}

const KIND_SHORT: Record<Kind, Pair> = {
  gb: ['国标·强制 GB', 'GB mandatory'],
  gbt: ['国标·推荐 GB/T', 'GB/T recommended'],
  gbz: ['国标·指导 GB/Z', 'GB/Z guidance'],
  metrology: ['计量 JJG、JJF', 'Metrology JJG, JJF'],
  sector: ['行业标准', 'Sector'],
  local: ['地方标准 DB', 'Local DB'],
  group: ['团体标准 T/', 'Association T/'],
  enterprise: ['企业标准 Q/', 'Enterprise Q/'],
  iso: ['ISO', 'ISO'],
  iec: ['IEC', 'IEC'],
  regional: ['欧洲 EN、ETSI', 'European EN, ETSI'],
  jis: ['日本 JIS', 'Japan JIS'],
  astm: ['ASTM', 'ASTM'],
  oiml: ['OIML', 'OIML'],
  other: ['其他', 'Other'],
}

const DEGREE: Record<Degree, Pair> = {
  IDT: ['等同采用', 'identical'],
  MOD: ['修改采用', 'modified'],
  NEQ: ['非等效', 'not equivalent'],
  EQV: ['等效采用', 'equivalent'],
}

const YEAR_BAND: Record<YearBand, Pair> = {
  '2020': ['2020 年以后', '2020 and later'],
  '2010': ['2010—2019 年', '2010 to 2019'],
  earlier: ['2010 年以前', 'Before 2010'],
  unknown: ['发布年未载', 'Year not stated'],
}

const LANGUAGE: Record<Language, Pair> = { zh: ['中文', 'Chinese'], en: ['英文', 'English'], ja: ['日文', 'Japanese'], fr: ['法文', 'French'] }

const REPAIR: Record<Repair, Pair> = {
  wide: ['全角改半角', 'full width made half width'],
  space: ['补空格', 'space put in'],
  slash: ['补斜线', 'slash put in'],
  case: ['改大写', 'made upper case'],
  letter: ['字母改数字', 'letter taken for a digit'],
  year: ['两位年号补全', 'two-digit year completed'],
  separator: ['年号前改用规定的符号', 'sign before the year corrected'],
  remark: ['去掉编号以外的文字', 'text around the number cut off'],
}

const SOURCE_WORD: Record<SourceWord, Pair> = {
  draft: ['制定中', 'draft'],
  upcoming: ['即将实施', 'upcoming'],
  current: ['现行', 'in force'],
  partly: ['部分有效', 'partly in force'],
  replaced: ['被代替', 'replaced'],
  withdrawn: ['废止', 'withdrawn'],
}

const reasonPair = (reason: StatusReason, printed?: string): Pair => {
  const said = (word: SourceWord): Pair => (printed ? [printed, printed] : SOURCE_WORD[word])
  switch (reason.code) {
    case 'successor':
      return reason.inferred
        ? [`目录原注已被代替，同号新版 ${reason.from} 起实施`, `the catalogue calls it replaced; the next edition holds from ${reason.from}`]
        : [`代替它的标准 ${reason.from} 起实施`, `the standard that replaces it holds from ${reason.from}`]
    case 'replaced-on':
      return [`${reason.on} 起被代替`, `replaced from ${reason.on}`]
    case 'withdrawn-on':
      return [`${reason.on} 废止`, `withdrawn on ${reason.on}`]
    case 'word':
      return [`目录（${reason.since}）注明“${said(reason.word)[0]}”`, `the catalogue of ${reason.since} says “${said(reason.word)[1]}”`]
    case 'start-reached':
      return [`实施日期 ${reason.start} 已到，目录原注“${said('upcoming')[0]}”`, `in force from ${reason.start}, which is reached, though the catalogue says “${said('upcoming')[1]}”`]
    case 'in-force':
      return reason.published
        ? [`${reason.start} 发布，实施日期未载${until(reason.until)[0]}`, `published ${reason.start}, effective date not stated${until(reason.until)[1]}`]
        : [`${reason.start} 起实施${until(reason.until)[0]}`, `in force from ${reason.start}${until(reason.until)[1]}`]
    case 'not-ended':
      return [`实施日期未载${until(reason.until)[0]}`, `effective date not stated${until(reason.until)[1]}`]
    case 'ended-later':
      return [`${reason.start} 起实施${until(reason.until)[0]}`, `in force from ${reason.start}${until(reason.until)[1]}`]
    case 'not-started':
      return [`${reason.start} 起实施，尚未到期`, `in force only from ${reason.start}`]
    case 'not-published':
      return [`${reason.published} 才发布`, `published only in ${reason.published}`]
    case 'part-successor':
      return [`${reason.from} 起部分内容被代替`, `replaced in part from ${reason.from}`]
    case 'no-date':
      return ['目录未载状态，也没有日期', 'the catalogue has neither status nor date']
    case 'word-later':
      return [`目录只说明 ${reason.since} 的状态（“${said(reason.word)[0]}”），没有日期可推定此前`, `the catalogue speaks for ${reason.since} (“${said(reason.word)[1]}”); no date tells of the time before`]
    case 'end-undated':
      return [`目录（${reason.since}）注明“${said(reason.word)[0]}”，何时起未载`, `the catalogue of ${reason.since} says “${said(reason.word)[1]}”, but not since when`]
    case 'successor-undated':
      return ['有代替它的标准，何时实施未载', 'a standard that replaces it is named, but not from when']
    case 'before-start':
      return [`${reason.start} 起实施，发布日期未载`, `in force only from ${reason.start}, date of publication not stated`]
  }
}

const until = (end: End | null): Pair => {
  if (end === null) return ['', '']
  return end.by === 'successor' ? [`，${end.on} 起被代替`, `, replaced from ${end.on}`] : [`，${end.on} 废止`, `, withdrawn on ${end.on}`]
}
