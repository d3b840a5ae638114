import type { Listed, ListReason } from '#shared/companies/import/fields.ts'
import type { UsccFault } from '#shared/companies/uscc.ts'
import type { RefusedWords } from '#shared/readers/refused-csv.ts'
import type { Locale } from './locale.ts'
import { refusalText, refusedColumns } from './reading.ts'

/** What is wrong with a 统一社会信用代码: where, and by which rule. */
export const usccFaultText = (fault: UsccFault, locale: Locale): string => {
  const [zh, en] = pair(fault)
  return locale === 'zh' ? zh : en
}

const pair = (fault: UsccFault): [zh: string, en: string] => {
  switch (fault.why) {
    case 'length':
      return [`代码应为 18 位，现在是 ${fault.length} 位。`, `A code has 18 characters, this has ${fault.length}.`]
    case 'letter':
      return [`第 ${fault.at} 位是“${fault.character}”，代码只用数字和大写字母，不用 I、O、S、V、Z。`, `Character ${fault.at} is “${fault.character}”; codes use digits and capitals without I, O, S, V, Z.`]
    case 'authority':
      return [`第 1 位是“${fault.character}”，没有这样的登记管理部门；企业多为 9。`, `Character 1 is “${fault.character}”, which stands for no authority; most companies have 9.`]
    case 'region':
      return /^\d/.test(fault.character)
        ? [`第 3、4 位是“${fault.character}”，没有这个省级区划；浙江是 33。`, `Characters 3 and 4 are “${fault.character}”, which is no province; Zhejiang has 33.`]
        : [`第 ${fault.at} 位是“${fault.character}”，第 3 到 8 位是行政区划，只能是数字。`, `Character ${fault.at} is “${fault.character}”; 3 to 8 are the district and must be digits.`]
    case 'check':
      return ['校验位不符，至少有一位抄错了。请对照执照。', 'The check character does not fit: at least one character is wrong. Compare it with the licence.']
  }
}

export const listedText = (field: Listed, locale: Locale): string => LISTED[field][locale === 'zh' ? 0 : 1]

const LISTED: Record<Listed, readonly [zh: string, en: string]> = { name: ['企业名称', 'Name'], uscc: ['统一社会信用代码', 'Credit code'], contact: ['联系人', 'Contact'], phone: ['电话', 'Phone'], address: ['地址', 'Address'] }

/** Why a row of a list was refused, or what of it was not taken. */
export const listReasonText = (reason: ListReason, locale: Locale): string => {
  const zh = locale === 'zh'
  switch (reason.code) {
    case 'no-name':
      return zh ? '没有企业名称' : 'Has no name'
    case 'too-long':
      return zh ? `${listedText(reason.field, locale)}有 ${reason.length} 个字符，最多 ${reason.limit} 个` : `${listedText(reason.field, locale)} has ${reason.length} characters, ${reason.limit} at most`
    case 'differs':
      return zh ? `${listedText(reason.field, locale)}与已登记的“${reason.held}”不同，保留已登记的，名单里是“${reason.listed}”` : `${listedText(reason.field, locale)} is registered as “${reason.held}”, which stays; the list has “${reason.listed}”`
    default:
      return refusalText(reason, locale)
  }
}

/** Column names and sentences of the list of rows to look at. */
export const listWords = (locale: Locale): RefusedWords<ListReason> => ({ ...refusedColumns(locale), reasonText: reason => listReasonText(reason, locale) })
