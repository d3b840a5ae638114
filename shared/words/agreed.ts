// What was asked for of an accreditation body, what a customer was told and consented to, in one line each.
import type { Booking, Informed, Subcontract } from '#shared/bookings/booking.ts'
import { dayOf } from '#shared/bookings/times.ts'
import type { Extension } from '#shared/labs/lab.ts'
import type { Locale } from './locale.ts'

type Pair = readonly [zh: string, en: string]
const pick = ([zh, en]: Pair, locale: Locale): string => (locale === 'zh' ? zh : en)

/** `已申请扩项 2026-10-08 CNAS 2026-0117`. */
export const extensionText = ({ body, day, number }: Extension, locale: Locale): string => [pick(['已申请扩项', 'Extension applied for'], locale), day, body, number].filter(Boolean).join(' ')

export const planText = (plan: Informed['plan'], locale: Locale): string => pick(PLANS[plan], locale)
const PLANS: Record<Informed['plan'], Pair> = { extend: ['申请扩项，预约保留', 'an extension is applied for, the booking stays'], unmarked: ['报告不带标识', 'the report bears no mark'], subcontract: ['要分包', 'it is to be subcontracted'] }

export const wayText = (way: Informed['way'], locale: Locale): string => pick(WAYS[way], locale)
const WAYS: Record<Informed['way'], Pair> = { phone: ['电话', 'by phone'], message: ['短信或微信', 'by message'], person: ['当面', 'in person'], letter: ['书面或邮件', 'by letter or mail'] }

/** `已告知 2026-10-08 电话 示例·陈：申请扩项，预约保留`. */
export const informedText = ({ plan, way, to, day }: Informed, locale: Locale): string =>
  locale === 'zh' ? `已告知 ${day} ${wayText(way, locale)}${to ? ` ${to}` : ''}：${planText(plan, locale)}` : `Told on ${day} ${wayText(way, locale)}${to ? ` (${to})` : ''}: ${planText(plan, locale)}`

/** Who does it and who consented, on which day: that of asking where no other was told. */
export const subcontractText = ({ to, consent, day }: Subcontract, { by }: Pick<Booking, 'by'>, locale: Locale): string =>
  pick([`由 ${to} 承担，${consent} 于 ${day ?? dayOf(by.at)} 同意`, `Done by ${to}; ${consent} consented on ${day ?? dayOf(by.at)}`], locale)
