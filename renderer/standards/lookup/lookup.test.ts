import { describe, expect, it } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { Answer, Hit, Query } from '#shared/standards/query.ts'
import type { SearchState } from '../search/protocol.ts'
import { createLookup, PAGE, type Source } from './lookup.ts'
import { readSaved } from './saved.ts'

const hit = (doc: number): Hit => ({
  doc, number: `GB ${doc}-2020`, kind: 'gb', recognised: true, category: null, status: 'current', mark: null, title: `题 ${doc}`, titleLanguage: 'zh',
  published: null, effective: null, ics: [], ccs: [], replaces: { count: 0, first: null }, replacedBy: null, titleMarks: [], numberMarks: [],
})
const answer = (total: number, first = 0): Answer => ({
  total, facets: { status: [], kind: [], year: [], ics: {}, ccs: {} }, from: 0, hits: Array.from({ length: Math.min(total, PAGE) }, (_, at) => hit(first + at)), ms: 0,
})

class Store implements Storage {
  #kept = new Map<string, string>()
  get length() {
    return this.#kept.size
  }
  clear = () => this.#kept.clear()
  getItem = (key: string) => this.#kept.get(key) ?? null
  key = () => null
  removeItem = (key: string) => void this.#kept.delete(key)
  setItem = (key: string, value: string) => void this.#kept.set(key, value)
}

const opened = (): SearchState => ({ phase: 'ready', meta: { date: '2026-11-20', built: '', records: 9, origin: 'import', sources: [], tallies: { read: 9, kept: 9, merged: 0, refused: 0, repaired: 0 } } })

const slowSource = () => {
  const asked: { query: Query; reply: (value: Answer | null) => void }[] = []
  const ranges: [number, number][] = []
  const state = shallowRef(opened())
  const source: Source = {
    state,
    search: (_, query) => new Promise(reply => asked.push({ query, reply })),
    rows: (_, from, count) => {
      ranges.push([from, count])
      return Promise.resolve(Array.from({ length: count }, (_, at) => hit(from + at)))
    },
  }
  return { asked, ranges, source, state }
}
const open = (source: Source, storage = new Store()) => ({ lookup: createLookup('t1', { source, today: ref('2026-11-24'), storage }), storage })
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('createLookup', () => {
  it('keeps the newest answer, whatever order they come in', async () => {
    const { asked, source } = slowSource()
    const { lookup } = open(source)
    lookup.setText('甲')
    lookup.setText('甲醛')
    asked[1].reply(answer(2, 50))
    await settled()
    asked[0].reply(answer(9))
    await settled()
    expect(lookup.found.value).toMatchObject({ total: 2, text: '甲醛' })
    expect(lookup.hits.value.get(0)?.doc).toBe(50)
  })

  it('sends one message a change and none where nothing changed', () => {
    const { asked, source } = slowSource()
    const { lookup } = open(source)
    lookup.setText('gb')
    lookup.setText('gb')
    lookup.setOrder('newest')
    expect(asked.map(({ query }) => [query.text, query.order])).toEqual([['gb', 'relevance'], ['gb', 'newest']])
  })

  it('moves the selection inside the list and loads the page it stands on, once', async () => {
    const { asked, ranges, source } = slowSource()
    const { lookup } = open(source)
    lookup.setText('gb')
    asked[0].reply(answer(500))
    await settled()
    lookup.select(-3)
    expect(lookup.selected.value).toBe(0)
    lookup.select(70)
    lookup.select(71)
    await settled()
    expect(ranges).toEqual([[PAGE * 2, PAGE]])
    expect(lookup.selectedHit.value?.doc).toBe(71)
    lookup.select(9999)
    expect(lookup.selected.value).toBe(499)
  })

  it('drops rows of a list that a newer search replaced', async () => {
    const { asked, source } = slowSource()
    let late: (rows: Hit[]) => void = () => undefined
    source.rows = () => new Promise(reply => (late = reply))
    const { lookup } = open(source)
    lookup.setText('a')
    asked[0].reply(answer(500))
    await settled()
    void lookup.load(PAGE, PAGE + 10)
    lookup.setText('ab')
    late([hit(1)])
    asked[1].reply(answer(1, 7))
    await settled()
    expect([...lookup.hits.value.keys()]).toEqual([0])
  })

  it('reads as of another day, and today again when today is chosen', () => {
    const { asked, source } = slowSource()
    const { lookup } = open(source)
    lookup.setDay('2012-06-01')
    lookup.setDay('2026-11-24')
    expect(asked.map(({ query }) => query.day)).toEqual(['2012-06-01', '2026-11-24'])
    expect(lookup.asOf.value).toBeNull()
  })

  it('loses nothing on a reload: text, filters, order, day and selection come back', async () => {
    const { asked, source } = slowSource()
    const { lookup, storage } = open(source)
    lookup.setText('技术')
    lookup.setFilters({ status: ['current'] })
    lookup.setDay('2020-01-01')
    asked[2].reply(answer(90))
    await settled()
    lookup.select(65)
    lookup.saveNow()
    const again = open(source, storage).lookup
    void again.search()
    asked[3].reply(answer(90))
    await settled()
    expect(again.text.value).toBe('技术')
    expect(again.filters.value).toEqual({ status: ['current'] })
    expect(again.asOf.value).toBe('2020-01-01')
    expect(again.selectedHit.value?.doc).toBe(65)
  })

  it('asks again once another catalogue is open, and only then', async () => {
    const { asked, source, state } = slowSource()
    const { lookup } = open(source)
    lookup.renew()
    asked[0].reply(answer(9))
    await settled()
    lookup.renew()
    expect([asked.length, lookup.current.value]).toEqual([1, true])
    state.value = opened()
    expect(lookup.current.value).toBe(false)
    lookup.renew()
    asked[1].reply(answer(2))
    await settled()
    expect([asked.length, lookup.current.value, lookup.found.value?.total]).toEqual([2, true, 2])
    state.value = { phase: 'none' }
    lookup.renew()
    expect(asked).toHaveLength(2)
  })

  it('takes a kept state of another shape for none', () => {
    const storage = new Store()
    storage.setItem('lookup:t1', '{"text":5}')
    expect(readSaved(storage, 't1').text).toBe('')
    storage.setItem('lookup:t1', 'no json')
    expect(readSaved(storage, 't1').text).toBe('')
  })
})
