// Rows of a board as if the hub had sent them: the week of the mockup, moved to 2031, and one of any size.
import type { Page } from '@playwright/test'
import type { Booking, BookingSlot, OpeningHours, Resource, ResourceBusy } from '#shared/bookings/booking.ts'
import { midnightOf, MINUTE } from '#shared/bookings/times.ts'
import { putOnDesk } from './in-page/run-on-desk.ts'

type Bare<T> = Omit<T, 'complex'>
/** `day` as an ISO day, hours since its midnight. */
type Stands = { resource: number; day: string; from: number; to: number; company?: string; purpose?: string; lane?: number; status?: Booking['status']; holdUntil?: number; closed?: string }

const OFFICE: OpeningHours[] = [1, 2, 3, 4, 5].flatMap(day => [{ day, from: 510, to: 720 }, { day, from: 810, to: 1020 }])
let made = 0
const id = (): string => `0192f0a0-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`

/** Answers with the ids of the resources. */
export const layBoard = async (page: Page, names: readonly { name: string; lanes?: number; afterMin?: number }[], stands: readonly Stands[]): Promise<string[]> => {
  const resources: Bare<Resource>[] = names.map(({ name, lanes = 1, afterMin = 0 }) => ({ id: id(), name, lanes, approval: false, open: true, hours: OFFICE, granuleMin: 30, beforeMin: 0, afterMin, holdMin: 120 }))
  const companies = new Map([...new Set(stands.flatMap(({ company }) => company ?? []))].map(name => [name, id()]))
  const [bookings, slots, busy]: [Bare<Booking>[], Bare<BookingSlot>[], Bare<ResourceBusy>[]] = [[], [], []]
  for (const { resource: index, day, from, to, company, purpose = '', lane = 1, status = 'confirmed', holdUntil = null, closed } of stands) {
    const { id: resource, afterMin } = resources[index]
    const [start, end] = [from, to].map(hours => midnightOf(day) + hours * 60 * MINUTE)
    const place = { id: id(), resource, lane: closed || status === 'waitlisted' ? 0 : lane, from: start, to: closed ? end : end + afterMin * MINUTE }
    if (closed) {
      slots.push({ ...place, company: null, booking: null, kind: 'closed', status: 'closed', waitingFor: null, waitSeq: null, reason: closed })
      busy.push({ ...place, kind: 'closed', open: true })
      continue
    }
    const of = companies.get(company!)!
    const booking: Bare<Booking> = { id: id(), company: of, resources: [resource], start, end, status, purpose, waitSeq: status === 'waitlisted' ? 1 : null, holdUntil, holding: null, by: { user: 'u', client: 'd', at: start }, moves: [], reason: null }
    bookings.push(booking)
    slots.push({ ...place, company: of, booking: booking.id, kind: 'booking', status, waitingFor: status === 'waitlisted' ? resource : null, waitSeq: booking.waitSeq })
    busy.push({ ...place, kind: status === 'waitlisted' ? 'waiting' : status === 'done' ? 'free' : 'busy', open: true })
  }
  await putOnDesk(page, 'companies', [...companies].map(([name, of]) => ({ id: of, name, uscc: null, address: null, contact: null, phone: null, mergedInto: null, registeredAt: 0 })))
  await putOnDesk(page, 'bookings', bookings)
  await putOnDesk(page, 'booking_slots', slots)
  await putOnDesk(page, 'resource_busy', busy)
  await putOnDesk(page, 'resources', resources)
  return resources.map(one => one.id)
}

/** 2031-10-01 to 10-07 rest, Saturday 10-11 is worked. */
export const layCalendar = (page: Page): Promise<void> =>
  putOnDesk(page, 'calendar_years', [{ id: id(), year: 2031, days: [...Array.from({ length: 7 }, (_, i) => ({ day: `2031-10-0${i + 1}`, name: '国庆节', kind: 'rest' as const, as: null })), { day: '2031-10-11', name: '国庆节', kind: 'work', as: 3 }] }])

export const MOCKUP: { names: { name: string; lanes?: number; afterMin?: number }[]; stands: Stands[] } = {
  names: [{ name: '分光光度计 UV-02' }, { name: '力值校准台 FC-1' }, { name: '前处理间 PRE-1' }, { name: '外出校准组 甲' }, { name: '液相色谱 HPLC-01', afterMin: 30 }, { name: '温度校准 TC-2' }, { name: '色牢度室', lanes: 3 }, { name: '审核员 示例' }, { name: '酸度计 PH-03' }],
  stands: [
    { resource: 0, day: '2031-10-08', from: 8.5, to: 12, company: '示例印染有限公司', status: 'checked_in' },
    { resource: 0, day: '2031-10-08', from: 13.5, to: 17, company: '示例家纺有限公司' },
    { resource: 0, day: '2031-10-09', from: 8.5, to: 12, company: '示例针织有限公司' },
    { resource: 0, day: '2031-10-13', from: 8.5, to: 17, company: '示例染整有限公司', purpose: '甲醛' },
    { resource: 1, day: '2031-10-08', from: 13.5, to: 17, company: '示例轴承有限公司', purpose: 'SL-07' },
    { resource: 1, day: '2031-10-13', from: 8.5, to: 17, company: '示例管业有限公司', purpose: '6 台' },
    { resource: 2, day: '2031-10-08', from: 8.5, to: 12, company: '示例印染有限公司', status: 'held' },
    { resource: 2, day: '2031-10-13', from: 13.5, to: 17, closed: '通风检修' },
    { resource: 3, day: '2031-10-11', from: 8.5, to: 17, company: '示例厨具有限公司', status: 'held', holdUntil: midnightOf('2031-10-11') + 14 * 60 * MINUTE },
    { resource: 4, day: '2031-10-08', from: 8.5, to: 16.5, company: '示例针织有限公司', purpose: '芳香胺' },
    { resource: 4, day: '2031-10-09', from: 9, to: 16.5, company: '示例针织有限公司' },
    { resource: 4, day: '2031-10-09', from: 9, to: 16.5, company: '示例服饰有限公司', status: 'waitlisted' },
    { resource: 5, day: '2031-10-08', from: 8.5, to: 17, closed: '标准器送检' },
    { resource: 5, day: '2031-10-11', from: 8.5, to: 17, company: '示例染整有限公司', purpose: '烘箱 4 台' },
    ...[1, 2, 3].map(lane => ({ resource: 6, day: '2031-10-08', from: 8.5, to: 17, company: '示例家纺有限公司', lane })),
    ...[1, 2].map(lane => ({ resource: 6, day: '2031-10-09', from: 8.5, to: 12, company: '示例毛衫有限公司', lane })),
    { resource: 7, day: '2031-10-08', from: 8.5, to: 17, company: '示例家纺有限公司', purpose: '品字标' },
    { resource: 8, day: '2031-10-08', from: 8.5, to: 10, company: '示例毛衫有限公司', status: 'done' },
    { resource: 8, day: '2031-10-09', from: 8.5, to: 17, company: '示例家纺有限公司', purpose: 'pH 值' },
    { resource: 8, day: '2031-10-12', from: 9, to: 11, company: '示例毛衫有限公司' },
  ],
}
