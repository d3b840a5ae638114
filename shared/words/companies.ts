import type { UsccFault } from '#shared/companies/uscc.ts'
import type { Locale } from './locale.ts'

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
