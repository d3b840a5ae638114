import { computed, ref, type Ref, shallowRef, triggerRef } from 'vue'
import type { IsoDay } from '#shared/lib/dates.ts'
import type { Answer, Filters, Hit, Order, Query } from '#shared/standards/query.ts'
import type { SearchState } from '../search/protocol.ts'
import { readSaved, type Saved, writeSaved } from './saved.ts'

/** What a lookup asks of the catalogue; the search client is one. A search that a newer one overtook may answer null. */
export type Source = {
  /** Anew with each catalogue that was opened. */
  state: Readonly<Ref<SearchState>>
  search(list: string, query: Query, count: number): Promise<Answer | null>
  /** Empty = none there any more; they are asked for again when next needed. */
  rows(list: string, from: number, count: number): Promise<Hit[]>
}
export type LookupDeps = { source: Source; today: Ref<IsoDay>; storage: Storage }

/** Total and counts of the present list, the text that they answer, and the opened catalogue that was asked. */
export type Found = Pick<Answer, 'total' | 'facets'> & { text: string; from: SearchState }

/** Rows that come with an answer, and the size of each later range: what a window shows, for every row costs time with every key. */
export const PAGE = 24

/** The state of one tab's lookup. One message to the source a change; the newest change wins, whatever order answers come in. */
export const createLookup = (tab: string, { source, today, storage }: LookupDeps) => {
  const saved = readSaved(storage, tab)
  const text = ref(saved.text)
  const filters = shallowRef<Filters>(saved.filters)
  const order = ref<Order>(saved.order)
  const asOf = ref<IsoDay | null>(saved.asOf)
  const selected = ref(saved.selected)
  const day = computed(() => asOf.value ?? today.value)
  const found = shallowRef<Found | null>(null)
  const hits = shallowRef(new Map<number, Hit>())
  /** False = another catalogue has been opened since, or none was asked yet. */
  const current = computed(() => found.value?.from === source.state.value)
  const selectedHit = computed(() => hits.value.get(selected.value) ?? null)

  let newest = 0
  let asked = new Set<number>()
  let running = Promise.resolve()

  const search = (): Promise<void> => (running = ask())
  const ask = async (): Promise<void> => {
    const mine = ++newest
    asked = new Set([0])
    const query: Query = { text: text.value, filters: filters.value, order: order.value, day: day.value }
    const from = source.state.value
    const answer = await source.search(tab, query, PAGE)
    if (mine !== newest || !answer) return
    hits.value = new Map(answer.hits.map((hit, position) => [position, hit]))
    found.value = { total: answer.total, facets: answer.facets, text: query.text, from }
    selected.value = Math.max(0, Math.min(selected.value, answer.total - 1))
    await load(selected.value, selected.value)
  }

  /** Fetches the pages that rows `first` to `last` (inclusive) stand on, each once. */
  const load = async (first: number, last: number): Promise<void> => {
    const mine = newest
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      if (asked.has(page)) continue
      asked.add(page)
      const rows = await source.rows(tab, page * PAGE, PAGE)
      if (mine !== newest) return
      if (rows.length === 0) {
        asked.delete(page)
        continue
      }
      rows.forEach((hit, at) => hits.value.set(page * PAGE + at, hit))
      triggerRef(hits)
    }
  }

  const change = (apply: () => void): void => {
    apply()
    selected.value = 0
    void search()
    save()
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  const save = (): void => {
    clearTimeout(timer)
    timer = setTimeout(saveNow, 200)
  }
  const saveNow = (): void => {
    clearTimeout(timer)
    const state: Saved = { text: text.value, filters: filters.value, order: order.value, asOf: asOf.value, selected: selected.value }
    writeSaved(storage, tab, state)
  }

  return {
    text,
    filters,
    order,
    asOf,
    day,
    found,
    hits,
    selected,
    selectedHit,
    search,
    current,
    /** Asks again where the list isn't of the catalogue that is open now: a lookup outlives its page. */
    renew: (): void => {
      if (source.state.value.phase === 'ready' && !current.value) void search()
    },
    /** Waits for the answer to the newest change. */
    settled: async (): Promise<void> => {
      for (let seen; seen !== running; ) await (seen = running)
    },
    load,
    saveNow,
    setText: (value: string) => {
      if (value !== text.value) change(() => (text.value = value))
    },
    setFilters: (value: Filters) => change(() => (filters.value = value)),
    setOrder: (value: Order) => change(() => (order.value = value)),
    setDay: (value: IsoDay | null) => change(() => (asOf.value = value === today.value ? null : value)),
    select: (position: number) => {
      const last = (found.value?.total ?? 0) - 1
      selected.value = Math.max(0, Math.min(position, last))
      void load(selected.value, selected.value)
      save()
    },
  }
}

export type Lookup = ReturnType<typeof createLookup>
