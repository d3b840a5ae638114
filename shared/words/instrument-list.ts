import type { ListedField, ListedReason } from '#shared/instruments/import/fields.ts'
import type { RefusedWords } from '#shared/readers/refused-csv.ts'
import type { Locale } from './locale.ts'
import { refusalText, refusedColumns } from './reading.ts'

type Pair = readonly [zh: string, en: string]
const pick = ([zh, en]: Pair, locale: Locale): string => (locale === 'zh' ? zh : en)

export const listedFieldText = (field: ListedField, locale: Locale): string => pick(FIELDS[field], locale)

const FIELDS: Record<ListedField, Pair> = {
  owner: ['企业', 'Company'], number: ['编号', 'Number'], name: ['名称', 'Name'], model: ['型号', 'Model'], range: ['测量范围', 'Range'], accuracy: ['准确度', 'Accuracy'], location: ['存放地点', 'Place'], keeper: ['保管人', 'Keeper'],
  kind: ['类别', 'Kind'], months: ['间隔', 'Interval'], mpe: ['最大允许误差', 'Permitted error'], unit: ['误差单位', 'Unit of errors'], certificate: ['证书编号', 'Certificate'], issuer: ['出具机构', 'Issuer'], day: ['检定或校准日期', 'Day of certificate'], validTo: ['有效期至', 'Valid until'],
}

/** Why a row of a list of instruments was refused, or what of it was not taken. */
export const listedReasonText = (reason: ListedReason, locale: Locale): string => {
  const name = (field: ListedField): Pair => FIELDS[field]
  switch (reason.code) {
    case 'missing':
      return pick([`没有${name(reason.field)[0]}`, `Has no ${name(reason.field)[1].toLowerCase()}`], locale)
    case 'too-long':
      return pick([`${name(reason.field)[0]}有 ${reason.length} 个字符，最多 ${reason.limit} 个`, `${name(reason.field)[1]} has ${reason.length} characters, ${reason.limit} at most`], locale)
    case 'bad-kind':
      return pick([`类别“${reason.text}”不是检定、校准、期间核查之一；一台有几种的请拆成几行`, `The kind “${reason.text}” is not one of verification, calibration, check; give several a row each`], locale)
    case 'bad-months':
      return pick([`间隔“${reason.text}”不是整月数`, `The interval “${reason.text}” is no whole number of months`], locale)
    case 'bad-mpe':
      return pick([`最大允许误差“${reason.text}”不是大于 0 的数，单位请另写一列`, `The permitted error “${reason.text}” is no number above 0; its unit has a column of its own`], locale)
    case 'bad-day':
      return pick([`${name(reason.field)[0]}“${reason.text}”不是一天`, `${name(reason.field)[1]}: “${reason.text}” is no day`], locale)
    case 'ends-first':
      return pick([`有效期 ${reason.validTo} 早于检定或校准日期 ${reason.day}`, `It is valid until ${reason.validTo}, before its day ${reason.day}`], locale)
    case 'ahead':
      return pick([`检定或校准日期 ${reason.day} 在今天之后`, `The certificate’s day ${reason.day} lies ahead`], locale)
    case 'half-certificate':
      return pick(['证书要有编号和日期；只知道到期日的，填有效期至一列，没有证书也能导入；否则把这几列选为不导入', 'A certificate needs its number and day; where only the due day is known, give it as valid until, without a certificate; else don’t import these columns'], locale)
    case 'no-owner':
      return pick(['没有写是哪家企业的', 'Doesn’t say whose it is'], locale)
    case 'unknown-owner':
      return pick([`没有登记“${reason.text}”这家；先登记企业，或写信用代码、全称`, `No company “${reason.text}” is registered; register it first, or give its credit code or full name`], locale)
    case 'several-owners':
      return pick([`叫“${reason.text}”的有几家，请改写信用代码`, `Several companies are called “${reason.text}”; give the credit code`], locale)
    case 'several-resources':
      return pick([`已登记，没有对应资源：名称里带“${reason.number}”的资源有几个，请在台账里选`, `Registered without a resource: several have “${reason.number}” in their name; choose one in the register`], locale)
    case 'differs':
      return reason.held === null
        ? pick([`已登记，没有${name(reason.field)[0]}；名单里是“${reason.listed}”，没有补`, `Registered without ${name(reason.field)[1].toLowerCase()}; the list has “${reason.listed}”, which was not filled in`], locale)
        : pick([`${name(reason.field)[0]}与已登记的“${reason.held}”不同，保留已登记的，名单里是“${reason.listed}”`, `${name(reason.field)[1]} is registered as “${reason.held}”, which stays; the list has “${reason.listed}”`], locale)
    default:
      return refusalText(reason, locale)
  }
}

/** Column names and sentences of the rows to look at. */
export const listedWords = (locale: Locale): RefusedWords<ListedReason> => ({ ...refusedColumns(locale), reasonText: reason => listedReasonText(reason, locale) })
