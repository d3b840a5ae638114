// What reading and importing files has to say, by code and facts.
import type { CapReached } from '#shared/readers/caps.ts'
import type { ReadProblem } from '#shared/readers/file.ts'
import type { Field } from '#shared/standards/import/fields.ts'
import type { ImportProblem, RefusalReason, RepairKind } from '#shared/standards/import/outcome.ts'
import type { ColumnCheck } from '#shared/standards/import/precheck.ts'
import type { RefusedWords } from '#shared/readers/refused-csv.ts'
import type { Locale } from './locale.ts'

type Pair = readonly [zh: string, en: string]
const pick = (pair: Pair, locale: Locale): string => pair[locale === 'zh' ? 0 : 1]

/** Why a file can't be read, and what helps. */
export const readProblemText = (problem: ReadProblem, locale: Locale): string => pick(readProblem(problem), locale)

const readProblem = (problem: ReadProblem): Pair => {
  switch (problem.code) {
    case 'empty-file':
      return [`“${problem.file}”是空文件。`, `“${problem.file}” is empty.`]
    case 'no-rows':
      return [`“${problem.file}”里没有数据行。`, `“${problem.file}” has no rows of data.`]
    case 'unknown-format':
      return [`“${problem.file}”不是可识别的格式。可以导入 .xlsx、.csv、.json、.ndjson 以及用 gzip 压缩的文本文件。`, `“${problem.file}” is in no format that can be read. Possible are .xlsx, .csv, .json, .ndjson, and text files packed by gzip.`]
    case 'old-excel':
      return [`“${problem.file}”是旧版 .xls，或带打开密码的工作簿。请用 Excel 另存为不带密码的 .xlsx 再导入。`, `“${problem.file}” is an old .xls, or a workbook locked with a password. Save it as an .xlsx without password and import that.`]
    case 'damaged-gzip':
      return [`“${problem.file}”的压缩数据不完整或已损坏，请重新下载或复制一份。`, `The packed data of “${problem.file}” are cut off or damaged. Download or copy the file again.`]
    case 'damaged-workbook':
      return [`“${problem.file}”已损坏，${pick(PARTS[problem.part], 'zh')}读不出来。请用 Excel 打开并另存一份。`, `“${problem.file}” is damaged: ${pick(PARTS[problem.part], 'en')} can't be read. Open it in Excel and save it again.`]
    case 'no-sheet':
      return [`“${problem.file}”里没有工作表。`, `“${problem.file}” has no sheet.`]
    case 'wrong-encoding':
      return [`“${problem.file}”的文字编码既不是 UTF-8，也不是 GB 18030。请用 UTF-8 另存后再导入。`, `The text of “${problem.file}” is neither UTF-8 nor GB 18030. Save it as UTF-8 and import that.`]
    case 'broken-json':
      return [`“${problem.file}”第 ${count(problem.line)} 行起不是完整的 JSON。`, `“${problem.file}” is no complete JSON from line ${count(problem.line)} on.`]
    case 'cap':
      return capText(problem)
    case 'unreadable':
      return [`读不出“${problem.file}”。文件可能已被移动、删除或正被占用。`, `“${problem.file}” can't be read. It was perhaps moved, deleted, or is in use.`]
    case 'cancelled':
      return ['导入已取消，目录没有变化。', 'The import was cancelled; the catalogue is unchanged.']
  }
}

/** Why an import ended without a catalogue. */
export const importProblemText = (problem: ImportProblem, locale: Locale): string => {
  switch (problem.code) {
    case 'no-number-column':
      return pick([`“${problem.file}”里没有一列对应“标准编号”。现有的列：${problem.columns.join('、')}。`, `In “${problem.file}” no column is mapped to the standard number. Its columns: ${problem.columns.join(', ')}.`], locale)
    case 'nothing-kept':
      return pick([`读了 ${count(problem.read)} 行，全部被拒收，目录没有变化。请核对“标准编号”对应的列。`, `All of ${count(problem.read)} rows were refused; the catalogue is unchanged. Check which column is mapped to the standard number.`], locale)
    case 'only-class-names':
      return pick(['只选了分类表。请与标准目录一起导入，或选择加入现有目录。', 'Only classification lists were chosen. Import them together with a catalogue, or add them to the present one.'], locale)
    default:
      return readProblemText(problem, locale)
  }
}

/** Why a row was refused. */
export const refusalText = (reason: RefusalReason, locale: Locale): string => pick(refusal(reason), locale)

const refusal = (reason: RefusalReason): Pair => {
  switch (reason.code) {
    case 'json':
      return ['这一行不是完整的 JSON 对象', 'The line is no complete JSON object']
    case 'unclosed-quote':
      return ['引号没有配对', 'A quotation mark is never closed']
    case 'extra-cells':
      return [`有 ${reason.found} 个单元格，只有 ${reason.expected} 列，分不清各值属于哪一列`, `${reason.found} cells for ${reason.expected} columns: which value belongs where can't be told`]
    case 'cell-too-long':
      return [`“${reason.column}”有 ${count(reason.length)} 个字符，超过单元格上限`, `“${reason.column}” has ${count(reason.length)} characters, more than a cell may hold`]
    case 'row-too-long':
      return [`这一行有 ${count(reason.length)} 个字符，超过上限`, `The row has ${count(reason.length)} characters, more than a row may hold`]
    case 'characters':
      return ['含有无法解码的字符', 'Has characters that cannot be decoded']
    case 'no-number':
      return ['没有编号', 'Has no number']
    case 'placeholder-number':
      return [`编号列是占位词“${reason.text}”，没有编号`, `The number is only a placeholder, “${reason.text}”`]
    case 'unusable-number':
      return [`“${reason.text}”不能作为编号`, `“${reason.text}” can't serve as a number`]
    case 'unusable-code':
      return [`“${reason.text}”不是 ICS 或 CCS 代码`, `“${reason.text}” is no ICS or CCS code`]
  }
}

/** What kind of mending it was, as a heading or in a list. */
export const repairKindText = (kind: RepairKind, locale: Locale): string => pick(REPAIR_TEXTS[kind], locale)

const REPAIR_TEXTS: Record<RepairKind, Pair> = {
  'number-space': ['编号补空格', 'Space added to the number'],
  'number-width': ['编号全角改半角', 'Full-width number made plain'],
  'number-letter': ['编号中的字母改为数字', 'Letter in the number made a digit'],
  'number-form': ['编号写法规范', 'Number brought to its usual form'],
  'title-remark': ['备注移出名称', 'Remark moved out of the title'],
  'title-related': ['名称取自关联标准', 'Title taken from the related standard'],
  'date-dropped': ['日期无法识别，未采用', 'Date not understood, left out'],
  'date-order': ['实施早于发布，原样保留', 'Effective before published, kept as it stands'],
  'ics-zeros': ['ICS 补零', 'Zeros restored in the ICS code'],
  'ics-form': ['ICS 写法规范', 'ICS code brought to its usual form'],
  'ics-dropped': ['不是 ICS 代码，未采用', 'Not an ICS code, left out'],
  'ccs-case': ['CCS 改为大写', 'CCS code made upper case'],
  'ccs-form': ['CCS 写法规范', 'CCS code brought to its usual form'],
  'ccs-dropped': ['不是 CCS 代码，未采用', 'Not a CCS code, left out'],
  'reference-form': ['引用的编号写法规范', 'Referenced number brought to its usual form'],
  'reference-dropped': ['引用的不是编号，未采用', 'Reference is no number, left out'],
  'self-reference': ['代替项含自身，已去掉', 'Replaces itself, left out'],
  'status-unknown': ['状态用词不认识，原样保留', 'Status word unknown, kept as it stands'],
  'url-dropped': ['不是网址，未采用', 'Not a web address, left out'],
}

/** What the check of the first rows found in a column, in one line. */
export const columnCheckText = (check: ColumnCheck, locale: Locale): string => {
  if (check.field === null) return pick(['忽略', 'ignored'], locale)
  if (check.refused) return pick([`${count(check.refused.rows)} 行将拒收：${refusalText(check.refused.example, 'zh')}`, `${count(check.refused.rows)} to be refused: ${refusalText(check.refused.example, 'en')}`], locale)
  const mended = check.repairs.map(({ kind, rows, example: { from, to } }) =>
    pick(to === '' || to === from ? [`${count(rows)} 行${spaced(repairKindText(kind, 'zh'))}，如“${from}”`, `${count(rows)}: ${repairKindText(kind, 'en')}, such as “${from}”`] : [`${count(rows)} 行${spaced(repairKindText(kind, 'zh'))}，如“${from}”改为“${to}”`, `${count(rows)}: ${repairKindText(kind, 'en')}, “${from}” to “${to}”`], locale))
  if (mended.length > 0) return mended.join(locale === 'zh' ? '；' : '; ')
  if (check.filled === 0) return pick(['前几行都为空', 'empty in the first rows'], locale)
  return pick(check.values < check.filled / 2 ? [`${count(check.values)} 种取值，全部可识别`, `${count(check.values)} values, all understood`] : [`${count(check.filled)} 行，全部可识别`, `${count(check.filled)} rows, all understood`], locale)
}

const spaced = (text: string): string => (/^[A-Z]/.test(text) ? ` ${text}` : text)

export const fieldText = (field: Field, locale: Locale): string => pick(FIELD_TEXTS[field], locale)

const FIELD_TEXTS: Record<Field, Pair> = {
  number: ['标准编号', 'Number'],
  title: ['名称', 'Title'],
  titleZh: ['中文名称', 'Chinese title'],
  titleEn: ['英文名称', 'English title'],
  titleJa: ['日文名称', 'Japanese title'],
  titleFr: ['法文名称', 'French title'],
  status: ['目录状态', 'Status'],
  published: ['发布日期', 'Published'],
  effective: ['实施日期', 'Effective'],
  withdrawn: ['废止日期', 'Withdrawn'],
  confirmed: ['确认日期', 'Confirmed'],
  ics: ['ICS', 'ICS'],
  ccs: ['CCS', 'CCS'],
  replaces: ['代替标准', 'Replaces'],
  replacesPartly: ['部分代替', 'Replaces in part'],
  replacedBy: ['被代替', 'Replaced by'],
  adopts: ['采用标准', 'Adopts'],
  degree: ['采标程度', 'Degree of adoption'],
  related: ['关联标准（补名称）', 'Related standards (for titles)'],
  committee: ['归口单位', 'Committee'],
  category: ['类别', 'Category'],
  industry: ['行业', 'Industry'],
  edition: ['版次', 'Edition'],
  note: ['备注', 'Note'],
  url: ['网址', 'Web address'],
  source: ['来源', 'Source'],
  original: ['整理前的原值', 'Values before tidying'],
  code: ['分类代码', 'Class code'],
  nameZh: ['类目中文名', 'Chinese class name'],
  nameEn: ['类目英文名', 'English class name'],
}

/** Column names and sentences of the list of refused rows. */
export const refusedWords = (locale: Locale): RefusedWords<RefusalReason> => ({
  ...refusedColumns(locale),
  reasonText: reason => refusalText(reason, locale),
})

export const refusedColumns = (locale: Locale): Omit<RefusedWords<never>, 'reasonText'> =>
  (locale === 'zh' ? { file: '拒收·文件', line: '拒收·行号', reason: '拒收·原因', raw: '拒收·原文' } : { file: 'Refused: file', line: 'Refused: line', reason: 'Refused: reason', raw: 'Refused: raw text' })

const capText = (problem: ReadProblem & { code: 'cap' }): Pair => {
  const [zh, en] = CAP_TEXTS[problem.cap](problem.limit)
  return problem.line === null ? [`“${problem.file}”${zh}，没有导入。`, `“${problem.file}” ${en} and was not imported.`] : [`“${problem.file}”第 ${count(problem.line)} 行：${zh}，没有导入。`, `“${problem.file}”, line ${count(problem.line)}: it ${en} and was not imported.`]
}

const CAP_TEXTS: Record<CapReached, (limit: number) => Pair> = {
  bytes: limit => [`解压后超过 ${megabytes(limit)} MB`, `unpacks to more than ${megabytes(limit)} MB`],
  ratio: limit => [`解压后膨胀超过 ${count(limit)} 倍，不像正常的目录`, `grows more than ${count(limit)} times when unpacked, which no catalogue does,`],
  columns: limit => [`超过 ${count(limit)} 列`, `has more than ${count(limit)} columns`],
  rows: limit => [`超过 ${count(limit)} 行`, `has more than ${count(limit)} rows`],
  entries: limit => [`工作簿里的文件超过 ${count(limit)} 个`, `holds more than ${count(limit)} files`],
  strings: limit => [`工作簿的文字超过 ${megabytes(limit)} MB`, `holds more than ${megabytes(limit)} MB of text`],
}

const PARTS: Record<(ReadProblem & { code: 'damaged-workbook' })['part'], Pair> = {
  directory: ['压缩目录', 'its directory'],
  workbook: ['工作簿结构', 'its structure'],
  sheet: ['工作表', 'the sheet'],
  strings: ['文字表', 'its texts'],
}

const megabytes = (bytes: number): string => count(Math.round(bytes / 1024 / 1024))
const count = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
