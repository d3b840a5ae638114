// The board as a timeline is given it: columns, heads, and blocks with their words.
import { type Block, blocksOf, type BlockState, type BoardRow } from '#shared/bookings/board.ts'
import { type Board, type BoardDay, isSlot, placeOf } from '#shared/bookings/board/columns.ts'
import { fillsOf } from '#shared/bookings/board/lanes.ts'
import type { Booking } from '#shared/bookings/booking.ts'
import { BOOKING_RIGHTS, mayDo } from '#shared/bookings/rights.ts'
import { actionsOf } from '#shared/bookings/standing.ts'
import { clockOf, dayOf, DAY, midnightOf, weekday } from '#shared/bookings/times.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { i18n } from '../../i18n.ts'
import { may } from '../../rights.ts'
import type { IconName } from '../../ui/icons.ts'
import type { TimelineBlock, TimelineColumn, TimelineHead, Tone } from '../../ui/timeline/timeline.ts'
import { words } from '../words.ts'
import type { BoardData } from './board-data.ts'

const { t } = i18n.global

export const TONE: Record<BlockState, Tone> = { confirmed: 'solid', running: 'filled', done: 'quiet', held: 'outlined', approval: 'striped', tentative: 'dashed', contested: 'contested', taken: 'plain', waiting: 'hollow', closed: 'hatched', due: 'dotted' }
export const ICON: Partial<Record<BlockState, IconName>> = { done: 'check', held: 'clock', approval: 'pen', tentative: 'cloudoff', contested: 'people', waiting: 'people', closed: 'spanner', due: 'flag' }

export const columnsOf = ({ columns, days }: Board): TimelineColumn[] => {
  const first = new Set(days.map(day => day.first))
  return columns.map(({ kind }, i) => ({ fold: kind === 'rest', ground: kind === 'rest' ? 'hatched' : kind === 'break' ? 'sunken' : kind === 'overtime' ? 'extra' : 'plain', edge: first.has(i) }))
}

export const headsOf = ({ columns, days }: Board, today: IsoDay, opened: ReadonlySet<IsoDay>): TimelineHead[] =>
  days.map(day => {
    const head = { key: day.day, from: day.first, to: day.last, now: day.day <= today && today <= day.through }
    if (day.kind === 'rest') return { ...head, title: restText(day), sub: '', badge: '', ticks: [], opens: `${restName(day)} · ${t('bookings.board.open')}` }
    const ticks = columns.slice(day.first, day.last).flatMap((column, i, all) => (isSlot(column) && (i === 0 || all[i - 1].kind !== column.kind) && column.kind === 'work' ? [{ at: day.first + i, text: clockOf(column.from).replace(/^0/, '') }] : []))
    const sub = [words.weekday(weekday(midnightOf(day.day))), ...(head.now ? [t('bookings.day.today')] : [])].join(' ')
    if (day.last - day.first < NARROW) return { ...head, title: t('bookings.board.dayOf', { day: +day.day.slice(8) }), sub: '', badge: '', ticks: [], opens: `${day.day.slice(5)} ${sub} · ${t('bookings.board.open')}` }
    return { ...head, title: day.day.slice(5), sub, badge: day.special?.kind === 'work' ? t('bookings.calendar.mark.work') : '', ticks, opens: t(opened.has(day.day) ? 'bookings.board.fold' : 'bookings.board.open') }
  })

/** A day of fewer columns has room for its number alone. */
const NARROW = 8
const lengthOf = ({ day, through }: BoardDay): number => (midnightOf(through) - midnightOf(day)) / DAY + 1
const restText = (day: BoardDay): string => {
  const days = lengthOf(day)
  return `${day.special?.name.replace(/节$/, '').slice(0, 2) ?? ''}${days === 1 ? t('bookings.board.dayOf', { day: +day.day.slice(8) }) : t('bookings.board.days', { n: days })}`
}
const restName = (day: BoardDay): string => `${day.day.slice(5)}${day.through === day.day ? '' : `–${day.through.slice(5)}`} ${day.special?.name ?? t('bookings.calendar.mark.rest')}`

/** `示例印染（绍兴）有限公司` -> `示例印染（绍兴）`. */
const short = (name: string): string => name.replace(/(?:股份)?有限(?:责任)?公司$/, '') || name

/** Everything that is drawn of a row; `with`: bookings whose other resources are shown as 同订. */
export const rowBlocks = (row: BoardRow, board: Board, data: BoardData, linked: ReadonlySet<string>): { blocks: TimelineBlock[]; of: Block[] } => {
  const of = blocksOf(row, data.tentative)
  const single = row.resource.lanes === 1
  const drawn = of.filter(({ state }) => single || state === 'closed' || state === 'due').flatMap(block => blockOf(block, board, data, linked, single))
  return { blocks: single ? drawn : [...fills(row, of, board), ...drawn], of }
}

const blockOf = (block: Block, board: Board, { names, pieces }: BoardData, linked: ReadonlySet<string>, buffers: boolean): TimelineBlock[] => {
  const place = placeOf(board.columns, block)
  if (!place) return []
  const { state, booking } = block
  const company = booking ? names.get(booking.company) || t('bookings.unknownCompany') : ''
  const isLinked = booking !== null && linked.has(booking.id)
  const piece = pieces.get(booking?.instrument ?? '')
  const said = saying(block, short(company), booking?.test?.subcontract ? t('bookings.subcontract.is') : (piece ?? booking?.purpose))
  const label = [company, piece, booking?.purpose, booking?.test?.subcontract && t('bookings.subcontract.is'), block.reason, labelOf(block)].filter(Boolean).join(' · ')
  const around = buffers && booking ? placeOf(board.columns, block.whole) : null
  return [{ key: block.id, ...place, tone: isLinked ? 'linked' : TONE[state], ...(isLinked ? { icon: 'link' } : ICON[state] && { icon: ICON[state] }), ...said, label, ...(around && { buffers: around }), ...(booking && isMovable(booking, block.from, board) && { moves: true }) }]
}

/** It may be moved by whoever works here, and its start is shown. */
const isMovable = (booking: Booking, start: number, { columns }: Board): boolean =>
  actionsOf(booking, { now: 0, hasRoom: false }).includes('reschedule') && columns.some(column => isSlot(column) && column.from <= start && start < column.to) && may((one: Booking, access) => mayDo(one, BOOKING_RIGHTS.reschedule, access), booking)

/** `more` is left out first where there is no room. */
const saying = ({ state, booking, reason, closure, rivals, from }: Block, company: string, what: string | undefined): { text: string; more?: string } => {
  const more = (text: string | null | undefined): { more?: string } => (text ? { more: text } : {})
  const name = t(`bookings.board.state.${state}`)
  switch (state) {
    case 'confirmed': return { text: company, ...more(what) }
    case 'running': case 'done': return { text: company, ...more(booking?.instrument ? what : null) }
    case 'held': return { text: clockOf(booking?.holdUntil ?? from), ...more(company) }
    case 'tentative': case 'approval': case 'waiting': return { text: name, ...more(company) }
    case 'contested': return { text: t('bookings.board.rivals', { n: rivals + 1 }) }
    case 'closed': return { text: words.closure(closure), ...more(reason) }
    case 'due': return { text: `${dayOf(from).slice(5)} ${name}`, ...more(t('bookings.board.blocked')) }
    case 'taken': return { text: name }
  }
}

const labelOf = ({ state, from, to, rivals, booking, closure }: Block): string => {
  const time = to === Infinity ? words.moment(from) : words.span({ start: from, end: to })
  const until = state === 'held' && booking?.holdUntil ? ` ${t('bookings.board.until', { at: words.moment(booking.holdUntil) })}` : ''
  return `${time} · ${state === 'closed' ? words.closure(closure) : t(`bookings.board.state.${state}`)}${until}${rivals > 0 ? ` · ${t('bookings.board.rivals', { n: rivals + 1 })}` : ''}`
}

const fills = ({ resource: { id, lanes } }: BoardRow, blocks: readonly Block[], { columns }: Board): TimelineBlock[] => {
  const closed = blocks.filter(({ state }) => state === 'closed')
  return fillsOf(lanes, blocks.filter(({ state }) => state !== 'closed' && state !== 'due'), columns).flatMap(fill => {
    const place = placeOf(columns, fill)
    if (!place || closed.some(({ from, to }) => from <= fill.from && fill.to <= to)) return []
    const taken = fill.taken.filter(Boolean).length
    const text = `${taken}/${lanes}${taken === lanes ? ` ${t('bookings.board.full')}` : ''}`
    const label = `${words.span({ start: fill.from, end: fill.to })} · ${t('bookings.board.taken', { n: taken, of: lanes })}${fill.waiting > 0 ? ` · ${t('bookings.board.waiting', { n: fill.waiting })}` : ''}`
    return [{ key: `${id}-${fill.from}`, ...place, tone: 'plain' as const, text, label, bars: fill.taken }]
  })
}
