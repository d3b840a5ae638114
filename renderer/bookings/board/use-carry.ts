import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Board, isSlot, placeOf } from '#shared/bookings/board/columns.ts'
import { whyNotAll } from '#shared/bookings/board/under.ts'
import { type Booking, type Instant, partsOf } from '#shared/bookings/booking.ts'
import { resourcesFor } from '#shared/bookings/need.ts'
import { type Neighbours, neighboursOf, outOfOrder } from '#shared/bookings/order.ts'
import { takenOf, type Wanted } from '#shared/bookings/slots.ts'
import { look } from '../../db/live.ts'
import type { TimelineBlock, TimelineCursor } from '../../ui/timeline/timeline.ts'
import { shapeOf } from '../asked.ts'
import { clock } from '../clock.ts'
import { orderText } from '../order-words.ts'
import { words } from '../words.ts'
import type { BoardData } from './board-data.ts'

/** `part`: the one that the mouse has; `at`: the half-hour of the board at which it was taken up; `others`: resources that would do as well, null = any; `around`: the steps of its chain. */
type Carried = { booking: Booking; part: number; at: number; others: string[] | null; around: Neighbours }
/** Where it would be; `why`: what is in the way, in words. */
type Target = { row: number; booking: Booking; part: number; resources: string[]; start: Instant; why: string | null }
type On = { data: () => BoardData | null; board: () => Board; rowAt: (line: number) => number; lineOf: (row: number) => number }

/** A booking that is dragged over the board. It moves over shown time alone, whole, and nothing is saved by it. */
export const useCarry = ({ data, board, rowAt, lineOf }: On) => {
  const { t } = useI18n()
  const carried = shallowRef<Carried | null>(null)
  const over = shallowRef({ line: 0, place: 0 })
  let turn = 0

  const slots = computed(() => board().columns.flatMap((column, i) => (isSlot(column) ? [{ ...column, i }] : [])))
  /** The half-hour at or before a place. */
  const slotAt = (place: number): number => Math.max(0, slots.value.filter(({ i }) => i <= place).length - 1)
  const nameOf = (id: string): string => data()?.resources.find(one => one.id === id)?.name || t('bookings.unknownResource')

  const grab = async (line: number, block: string, place: number): Promise<void> => {
    const mine = ++turn
    over.value = { line, place }
    const row = data()?.rows[rowAt(line)]
    const booking = row?.parts.find(({ busy }) => busy.id === block)?.booking
    if (!row || !booking) return
    const found = await look(async reads => ({ others: await resourcesFor(reads, booking), around: await neighboursOf(reads, booking) }), null)
    if (mine === turn && found) carried.value = { booking, part: partsOf(booking).findIndex(({ resource }) => resource === row.resource.id), at: slotAt(place), ...found }
  }
  const carry = (line: number, place: number): void => {
    // Over a head it stays in the row where it was.
    over.value = { line: rowAt(line) < 0 ? over.value.line : line, place }
  }
  const cancel = (): boolean => {
    turn++
    const was = carried.value !== null
    carried.value = null
    return was
  }

  const target = computed((): Target | null => {
    const [of, loaded] = [carried.value, data()]
    if (!of || !loaded) return null
    const { booking, part } = of
    const parts = partsOf(booking)
    const row = rowAt(over.value.line)
    const onto = loaded.rows[row]?.resource.id ?? parts[part].resource
    const first = slots.value.findIndex(({ from, to }) => from <= parts[part].start && parts[part].start < to)
    const to = slots.value[Math.min(slots.value.length - 1, Math.max(0, first + slotAt(over.value.place) - of.at))]
    const start = booking.start + to.from - slots.value[first].from
    const resources = parts.map(({ resource }, i) => (i === part ? onto : resource))
    return { row, booking, part, resources, start, why: refusalOf(of, resources, onto, start) }
  })
  const refusalOf = ({ booking, part, others, around }: Carried, resources: readonly string[], onto: string, start: Instant): string | null => {
    const loaded = data()!
    if (onto !== booking.resources[part]) {
      if (booking.parts) return t('bookings.moving.whole')
      if (booking.resources.includes(onto)) return t('bookings.moving.twice')
      if (others && !others.includes(onto)) return t('bookings.moving.notOfTest', { test: booking.test?.parameter ?? '' })
    }
    const wanted = shapeOf(booking).flatMap(({ after, length }, i): Wanted[] => {
      const row = loaded.rows.find(({ resource }) => resource.id === resources[i])
      if (!row) return []
      const own = new Set(row.parts.filter(one => one.booking?.id === booking.id).map(({ busy }) => busy.id))
      return [{ resource: row.resource, after, length, taken: takenOf(row.busy.filter(({ id }) => !own.has(id))), calendar: loaded.calendar }]
    })
    const found = whyNotAll(wanted, start, clock.value)
    const wrong = outOfOrder(around, { start, end: start + booking.end - booking.start })
    if (!found) return wrong && orderText('least' in wrong ? { ...around, behind: null } : { ...around, before: null })
    const why = t(`bookings.board.why.${found.why}`)
    return found.of.resource.id === onto ? why : t('bookings.moving.at', { name: found.of.resource.name, why })
  }

  const spans = computed(() => (target.value ? shapeOf(target.value.booking).map(({ after, length }) => ({ start: target.value!.start + after, end: target.value!.start + after + length })) : []))
  const said = computed(() => (target.value ? [nameOf(target.value.resources[target.value.part]), words.span(spans.value[target.value.part]), target.value.why ?? t('bookings.moving.drop')].join(' · ') : ''))
  const tip = computed(() => (target.value ? { text: said.value, refused: target.value.why !== null } : null))
  const cursor = computed((): TimelineCursor | null => {
    const to = target.value
    const span = to && spans.value[to.part]
    const place = span && placeOf(board().columns, { from: span.start, to: span.end })
    return place && to ? { row: lineOf(to.row), ...place, free: to.why === null, refused: to.why !== null, text: '', label: said.value } : null
  })
  /** Its other parts where they would be, by resource. */
  const blocks = computed(() => {
    const found = new Map<string, TimelineBlock[]>()
    for (const [i, span] of spans.value.entries()) {
      const place = i === target.value!.part ? null : placeOf(board().columns, { from: span.start, to: span.end })
      const text = t('bookings.find.linked')
      if (place) found.set(target.value!.resources[i], [{ key: `carried-${i}`, ...place, tone: 'linked', icon: 'link', text, label: `${text} ${words.span(span)}` }])
    }
    return found
  })
  /** Ends it; null: it was none, or it lies where it lay. */
  const drop = (): Target | null => {
    const to = target.value
    cancel()
    return to && (to.start !== to.booking.start || to.resources.some((id, i) => id !== to.booking.resources[i])) ? to : null
  }
  return { grab, carry, cancel, drop, cursor, blocks, tip, said }
}
