import { z } from 'zod'
import type { Booking } from '#shared/bookings/booking.ts'
import { commands } from '#shared/commands.ts'
import { companyOf } from '#shared/companies/company.ts'
import type { Facts } from '#shared/sync/command.ts'
import { momentText, spanText } from '#shared/words/bookings.ts'
import { deskProblemText } from '#shared/words/desk.ts'
import type { Answer, AnswerReader } from '../contribution.ts'
import { type DeskReads, look } from '../db/live.ts'
import { i18n } from '../i18n.ts'
import LostSlot from './LostSlot.vue'
import { orderText } from './order-words.ts'
import { BOOKINGS_PATH, CALENDAR_PATH, RESOURCES_PATH, slipPath } from './paths.ts'

/** What became of a booking: waiting with three other times to choose from, or refused, and why. */
export const bookingAnswers: AnswerReader = {
  commands: ['bookings.place', 'bookings.placeAll', 'bookings.hold', 'bookings.reschedule', 'bookings.cancel', 'bookings.confirm', 'bookings.reject', 'bookings.checkIn', 'bookings.finish', 'bookings.noShow', 'bookings.tell', 'bookings.inform', 'bookings.subcontract', 'bookings.stay', 'resources.add', 'resources.patch', 'resources.setOpen', 'resources.close', 'resources.reopen', 'resources.followCalendar', 'calendar.setYear'],
  read: async (asked, { outcome, code, facts }) => {
    const { t, locale } = i18n.global
    let text = outcome === 'waitlisted' ? t('bookings.answer.waits') : deskProblemText({ code: code ?? 'validation' }, locale.value)
    if (asked.name === 'calendar.setYear') return { title: `${t('bookings.calendar.title')} ${commands['calendar.setYear'].args.safeParse(asked.args).data?.year ?? ''}`.trim(), text, path: CALENDAR_PATH }
    if (asked.name.startsWith('resources.')) return { title: await look(reads => resourceIn(reads, asked), ''), text, path: RESOURCES_PATH }
    if (asked.name === 'bookings.placeAll') return await look(reads => allIn(reads, asked, text, facts), null) ?? { title: t('bookings.answer.placeAll'), text, path: BOOKINGS_PATH }
    const of = await look(reads => bookingIn(reads, asked), null)
    if (!of) return { title: t(`bookings.answer.${asked.name.slice('bookings.'.length)}`), text, path: BOOKINGS_PATH }
    if (code === 'step-order') text = (await look(reads => orderAnswer(reads, facts), '')) || text
    const title = t('bookings.answer.of', { company: of.company || t('bookings.unknownCompany'), resource: of.resource || t('bookings.unknownResource'), time: spanText(of.start, of.end, locale.value) })
    return { title, text, path: of.stands ? slipPath(of.id) : BOOKINGS_PATH, ...(of.stands && outcome === 'waitlisted' && { card: { component: LostSlot, props: { id: of.id } } }) }
  },
}

type Asked = { name: string; args: unknown }
type About = Pick<Booking, 'id' | 'start' | 'end'> & { company: string; resource: string; stands: boolean }

/** What was asked for: from the row where it stands, else from the arguments; a refused one has left no row. */
const bookingIn = async (reads: DeskReads, { name, args }: Asked): Promise<About | null> => {
  const place = commands['bookings.place'].args.safeParse(args).data
  const move = name === 'bookings.reschedule' ? commands['bookings.reschedule'].args.safeParse(args).data : undefined
  const id = place?.id ?? move?.id ?? STEP.safeParse(args).data?.id
  const row = id === undefined ? undefined : await reads.get('bookings', id)
  const company = row?.company ?? place?.company
  const time = move ?? row ?? place
  const resource = row?.resources[0] ?? place?.slots[0].resource
  if (id === undefined || company === undefined || resource === undefined || !time) return null
  return { id, start: time.start, end: time.end, company: (await companyOf(reads, company))?.name ?? '', resource: (await reads.get('resources', resource))?.name ?? '', stands: row !== undefined }
}

/** Which of them stood in the way, and when it could be had; the hub's answer names it. */
const allIn = async (reads: DeskReads, { args }: Asked, why: string, facts: Facts): Promise<Answer | null> => {
  const { t, locale } = i18n.global
  const all = commands['bookings.placeAll'].args.safeParse(args).data
  const { item, alternatives } = REFUSED.parse(facts)
  const at = all?.items.find(({ id }) => id === item) ?? all?.items[0]
  if (!all || !at) return null
  const test = at.test && (await reads.get('tests', at.test.id))
  const names = { company: (await companyOf(reads, all.company))?.name || t('bookings.unknownCompany'), resource: test?.parameter ?? ((await reads.get('resources', at.slots[0].resource))?.name || t('bookings.unknownResource')) }
  const others = alternatives.length > 0 ? t('bookings.chain.others', { times: alternatives.map(start => momentText(start, locale.value)).join(t('bookings.slip.and')) }) : ''
  return { title: t('bookings.answer.of', { ...names, time: spanText(at.start, at.end, locale.value) }), text: t('bookings.chain.allOf', { n: all.items.length, why, others }), path: BOOKINGS_PATH }
}
const STEP = z.object({ id: z.uuid() })
const REFUSED = z.object({ item: z.uuid().nullable().catch(null), alternatives: z.array(z.int()).catch([]) })

/** Which step is in the way, and from or until when, where it is seen here. */
const orderAnswer = async (reads: DeskReads, facts: Facts): Promise<string> => {
  const { step, least, most } = ORDER.parse(facts)
  const row = step === null ? undefined : await reads.get('bookings', step)
  if (!row) return ''
  return orderText({ before: least === null ? null : { ...row, end: least }, behind: most === null ? null : { ...row, start: most } })
}
const ORDER = z.object({ step: z.uuid().nullable().catch(null), least: z.int().nullable().catch(null), most: z.int().nullable().catch(null) })

const resourceIn = async (reads: DeskReads, { name, args }: Asked): Promise<string> => {
  if (name === 'resources.add') return commands['resources.add'].args.safeParse(args).data?.name ?? ''
  const { id, resource } = z.object({ id: z.uuid(), resource: z.uuid().optional() }).parse(args)
  const of = resource ?? (name === 'resources.reopen' ? (await reads.get('booking_slots', id))?.resource : id)
  return of === undefined ? '' : ((await reads.get('resources', of))?.name ?? '')
}
