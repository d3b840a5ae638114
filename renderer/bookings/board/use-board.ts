import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Block } from '#shared/bookings/board.ts'
import { type Board, boardOf, isSlot, placeOf, positionOf, turned } from '#shared/bookings/board/columns.ts'
import { type Cursor, dayEdge, dayStepped, lengthened, startNear, stepped } from '#shared/bookings/board/cursor.ts'
import { whyNot } from '#shared/bookings/board/under.ts'
import { takenOf } from '#shared/bookings/slots.ts'
import { DAY, dayOf, midnightOf, MINUTE } from '#shared/bookings/times.ts'
import type { IsoDay } from '#shared/lib/dates.ts'
import { live } from '../../db/live.ts'
import type { TimelineCursor, TimelineRow } from '../../ui/timeline/timeline.ts'
import { clock } from '../clock.ts'
import { words } from '../words.ts'
import { type BoardData, loadBoard } from './board-data.ts'
import { columnsOf, headsOf, rowBlocks } from './board-rows.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'
import { useTestOffers } from './test-offers.ts'
import { useCarry } from './use-carry.ts'

/** State of the board page: its data, its cursor and what follows from both. `from`: the first day; `go` asks for another one. */
export const useBoard = (from: () => IsoDay, workdays: () => number, go: (day: IsoDay) => void) => {
  const { t, locale } = useI18n()
  const data = live(() => {
    const [day, days] = [from(), workdays()]
    return reads => loadBoard(reads, day, days)
  }, null)
  const opened = ref<ReadonlySet<IsoDay>>(new Set())
  const cursor = ref<(Cursor & { resource: string }) | null>(null)
  const open = computed(() => ({ hours: (data.value?.resources ?? []).map(({ hours }) => hours), calendar: data.value?.calendar ?? { days: new Map(), years: new Set<number>() } }))
  const booked = computed(() => (data.value?.rows ?? []).flatMap(({ parts }) => parts.filter(({ busy }) => busy.kind !== 'closed').map(({ own }) => own)))
  const board = computed((): Board => boardOf(open.value, data.value?.midnights ?? [], opened.value, booked.value))
  const today = computed(() => dayOf(clock.value))

  const time = computed(() => cursor.value && { start: cursor.value.start, end: cursor.value.start + cursor.value.minutes * MINUTE })
  const at = computed(() => data.value?.rows.find(({ resource }) => resource.id === cursor.value?.resource) ?? null)
  const why = computed(() => (data.value && at.value && time.value ? whyNot({ resource: at.value.resource, taken: takenOf(at.value.busy), calendar: data.value.calendar, after: 0, length: cursor.value!.minutes * MINUTE }, time.value.start, clock.value) : null))

  // What was shown stays in its place as long as the question is the same.
  let asked = ''
  let shown: number[] = []
  const wanted = computed(() => `${at.value?.resource.id ?? ''} ${cursor.value?.minutes ?? 60}`)
  const offered = live(() => {
    const [question, now] = [wanted.value, clock.value]
    return async reads => {
      const [id, minutes] = question.split(' ')
      const resource = id === '' ? undefined : await reads.get('resources', id)
      if (!resource) return []
      if (question !== asked) [asked, shown] = [question, []]
      const found = await suggestionsFor(reads, resource, Number(minutes), now, shown)
      if (question === asked) shown = found.map(({ start }) => start)
      return found
    }
  }, [] as Suggestion[])

  // Rows that the cursor doesn't touch stay the same objects, so that a key draws one or two of them anew.
  // What isn't in sight is not drawn either: blocks are made when they are first asked for.
  const drawn = computed(() => {
    const [loaded, on] = [data.value, board.value, locale.value]
    return (loaded?.rows ?? []).map(row => once(() => rowBlocks(row, on, loaded!, NONE)))
  })
  const plain = computed((): TimelineRow[] => (data.value?.rows ?? []).map(({ resource: { id, name, lanes } }, i) => {
    const draw = drawn.value[i]
    return { key: id, group: false, title: name, note: lanes > 1 ? t('bookings.board.lanes', { n: lanes }) : '', get blocks() { return draw().blocks } }
  }))
  const together = computed(() => new Map((at.value && time.value ? at.value.parts : []).flatMap(({ booking, own }) => (booking && booking.resources.length > 1 && own.from < time.value!.end && own.to > time.value!.start ? [[booking.id, booking.resources] as const] : []))))
  /** A test that was chosen: its times stand on all of their resources. */
  const tests = useTestOffers(() => cursor.value)
  const bodies = computed((): TimelineRow[] => {
    const linked = new Set([...together.value.values()].flat())
    const offers = tests.need.value && tests.blocksOn(board.value)
    return plain.value.map((row, i) => {
      const carriedHere = carry.blocks.value.get(row.key)
      if (carriedHere) return { ...row, blocks: [...row.blocks, ...carriedHere] }
      const added = offers ? (offers.get(row.key) ?? []) : row.key === cursor.value?.resource ? candidates.value : []
      if (added.length > 0 || row.key === cursor.value?.resource) return added.length > 0 ? { ...row, blocks: [...row.blocks, ...added] } : row
      return linked.has(row.key) ? { ...row, blocks: rowBlocks(data.value!.rows[i], board.value, data.value!, new Set(together.value.keys())).blocks } : row
    })
  })
  /** Rows under the heads of their labs; one group without a name has none. */
  const heads = computed(() => {
    const groups = data.value?.groups ?? []
    if (groups.length === 1 && groups[0].name === '') return []
    let at = 0
    return groups.map(({ name, size }) => ({ name, size, before: (at += size) - size }))
  })
  const rows = computed((): TimelineRow[] => {
    if (heads.value.length === 0) return bodies.value
    return heads.value.flatMap(({ name, size, before }) => [{ key: `lab-${name}`, group: true, title: name || t('bookings.board.noLab'), note: t('bookings.board.inLab', { n: size }), blocks: [] }, ...bodies.value.slice(before, before + size)])
  })
  /** Where a row stands among them, and which row stands at a line; a head is none. */
  const lineOf = (row: number): number => row + heads.value.filter(({ before }) => before <= row).length
  const rowAt = (line: number): number => {
    const above = heads.value.filter(({ before }, i) => before + i <= line).length
    return above > 0 && heads.value[above - 1].before + above - 1 === line ? -1 : line - above
  }
  const carry = useCarry({ data: () => data.value, board: () => board.value, rowAt, lineOf })
  const candidates = computed(() =>
    offered.value.flatMap(({ start, taken }, i) => {
      const place = taken || start === cursor.value?.start || !cursor.value ? null : placeOf(board.value.columns, { from: start, to: start + cursor.value.minutes * MINUTE })
      const text = t('bookings.board.candidate', { n: i + 1 })
      return place ? [{ key: `candidate-${i}`, ...place, tone: 'candidate' as const, text: cursor.value!.minutes < 150 ? String(i + 1) : text, label: `${text} ${words.moment(start)}` }] : []
    }),
  )
  const under = computed((): Block[] => (at.value && time.value ? drawn.value[data.value!.rows.indexOf(at.value)]().of.filter(block => block.from < time.value!.end && block.to > time.value!.start) : []))
  const said = computed(() => {
    if (carry.said.value) return carry.said.value
    if (!cursor.value || !at.value || !time.value) return ''
    const state = why.value ? t(`bookings.board.why.${why.value}`) : t('bookings.board.free', { length: words.length(cursor.value.minutes) })
    const names = under.value.flatMap(({ booking }) => (booking ? [data.value!.names.get(booking.company) ?? ''] : [])).filter(Boolean)
    return [at.value.resource.name, words.span(time.value), state, ...names].join(' · ')
  })
  const shownCursor = computed((): TimelineCursor | null => {
    if (carry.cursor.value) return carry.cursor.value
    const place = time.value && placeOf(board.value.columns, { from: time.value.start, to: time.value.end })
    if (!place || !at.value) return null
    return { row: lineOf(data.value!.rows.indexOf(at.value)), ...place, free: why.value === null, text: why.value === null ? t('bookings.board.freeShort', { n: cursor.value!.minutes / 60 }) : '', label: said.value }
  })

  // A cursor whose start isn't shown any more goes to the nearest one, once the days that were asked for are there.
  const settle = (): void => {
    const loaded = data.value
    if (!loaded || loaded.from !== from() || loaded.rows.length === 0) return
    const before = cursor.value
    const resource = loaded.rows.find(row => row.resource.id === before?.resource) ?? loaded.rows[0]
    const start = startNear(board.value, before?.start ?? Math.max(clock.value + 30 * MINUTE, midnightOf(loaded.from)))
    if (start !== null && (start !== before?.start || resource.resource.id !== before.resource)) cursor.value = { resource: resource.resource.id, start, minutes: before?.minutes ?? 60 }
  }
  watch([board, from], settle, { immediate: true })

  const turn = (by: 1 | -1): void => { if (board.value.days.length > 0) go(turned(open.value, board.value.days, workdays(), by)) }
  const put = (start: number): void => { if (cursor.value) cursor.value = { ...cursor.value, start } }
  /** Past the edge the board turns, and the cursor goes on where the next days begin, or the last ones end. */
  const moveTo = (start: number | null, by: number): void => {
    if (start !== null) return put(start)
    const { columns } = board.value
    put(by > 0 ? columns.at(-1)!.to : columns[0].from - 1)
    turn(by > 0 ? 1 : -1)
  }
  const chooseOffer = (index: number): void => {
    const one = tests.offers.value?.at(index)
    if (!one || one.taken) return
    const [{ resource, start, end }] = one.parts
    cursor.value = { resource, start, minutes: Math.ceil((end - start) / (30 * MINUTE)) * 30 }
    if (!board.value.columns.some(column => isSlot(column) && column.from <= start && start < column.to)) go(dayOf(start))
  }
  // The first is preset.
  watch([tests.need, () => tests.offers.value !== null], ([need, known], [before, knew]) => { if (need && known && (need !== before || !knew)) chooseOffer(0) })
  const move = {
    step: (by: 1 | -1) => cursor.value && moveTo(stepped(board.value, cursor.value, by), by),
    day: (by: 1 | -1) => {
      if (!cursor.value) return
      const to = dayStepped(board.value, cursor.value, by)
      if (to !== null) put(to)
      else {
        put(cursor.value.start + by * DAY)
        turn(by)
      }
    },
    row: (by: number) => {
      const all = data.value?.rows ?? []
      const to = all.at(Math.min(all.length - 1, Math.max(0, all.findIndex(row => row === at.value) + by)))
      if (cursor.value && to) cursor.value = { ...cursor.value, resource: to.resource.id }
    },
    length: (by: 1 | -1) => { if (cursor.value) cursor.value = { ...cursor.value, minutes: lengthened(board.value, cursor.value, by) } },
    edge: (edge: 'first' | 'last') => cursor.value && put(dayEdge(board.value, cursor.value, edge)),
    reset: () => {
      if (tests.need.value) tests.need.value = null
      else if (cursor.value) cursor.value = { ...cursor.value, minutes: 60 }
    },
    /** To one of the suggestions, on whatever day it lies. */
    choose: (index: number) => {
      if (tests.need.value) return void chooseOffer(index)
      const one = offered.value.at(index)
      if (!one || one.taken) return
      put(one.start)
      if (!board.value.columns.some(column => isSlot(column) && column.from === one.start)) go(dayOf(one.start))
    },
    /** To a place that was pointed at, or to what stands there; `extend` makes it reach that far. */
    point: (line: number, place: number, extend: boolean) => {
      const row = rowAt(line)
      const column = board.value.columns.at(Math.floor(place))
      const to = data.value?.rows[row]
      if (!column || !to || !isSlot(column)) return
      const minutes = cursor.value?.minutes ?? 60
      if (extend && to === at.value && cursor.value && column.to > cursor.value.start) return void (cursor.value = { ...cursor.value, minutes: (column.to - cursor.value.start) / MINUTE })
      const block = to.resource.lanes === 1 ? drawn.value[row]().of.find(one => positionOf(board.value.columns, one.from) <= place && place < positionOf(board.value.columns, one.to) && one.booking) : undefined
      const start = (block && startNear(board.value, block.from)) ?? column.from
      cursor.value = { resource: to.resource.id, start, minutes: block ? Math.max(30, Math.ceil((block.to - start) / MINUTE / 30) * 30) : minutes }
    },
    turn,
    fold: (day: IsoDay) => {
      const of = board.value.days.find(one => one.day === day)
      if (!of) return
      const next = new Set(opened.value)
      for (let midnight = midnightOf(of.day); midnight <= midnightOf(of.through); midnight += DAY) if (opened.value.has(of.day)) next.delete(dayOf(midnight))
        else next.add(dayOf(midnight))
      opened.value = next
    },
    foldAll: () => { opened.value = opened.value.size > 0 ? new Set() : new Set((data.value?.midnights ?? []).map(dayOf)) },
  }

  return {
    data, board, rowAt, cursor, tests, time, at, why, under, offered, opened, rows, said, move, carry,
    columns: computed(() => columnsOf(board.value)),
    heads: computed(() => headsOf(board.value, today.value, opened.value)),
    timelineCursor: shownCursor,
    past: computed(() => positionOf(board.value.columns, clock.value)),
    now: computed(() => (board.value.days.some(({ day, kind }) => day === today.value && kind !== 'rest') ? positionOf(board.value.columns, clock.value) : null)),
    waiting: computed(() => new Set((data.value?.rows ?? []).flatMap(({ parts }) => parts.filter(({ busy }) => busy.kind === 'waiting').map(({ slot, busy }) => slot?.booking ?? busy.id))).size),
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { is: T } | undefined
  return () => (made ??= { is: make() }).is
}
const NONE: ReadonlySet<string> = new Set()
export type BoardState = ReturnType<typeof useBoard>
export type { BoardData }
