// The companies that this window knows, and the worker that finds among them. It begins with the first who asks and stays for all.
import { shallowRef, type ShallowRef } from 'vue'
import type { Company, CompanyPair } from '#shared/companies/company.ts'
import type { Alike } from '#shared/companies/duplicates.ts'
import { FOUND_BY, type FoundBy } from '#shared/companies/find.ts'
import { openDesk } from '../db/desk.ts'
import { followTable } from '../db/follow-table.ts'
import { NOT_BY, type Reply, type Request } from './protocol.ts'

/** What a text finds, best first. `total` counts what lies beyond those that were wanted as well. */
export type Found = { text: string; total: number; length: number; at(place: number): { company: Company; by: FoundBy | null }; companies(): Company[]; ways: ReadonlySet<FoundBy | null> }

export type Known = {
  /** null until all have been read. A company that changes makes it another list. */
  companies: Readonly<ShallowRef<readonly Company[] | null>>
  /** Each of these answers once all have been read. */
  all: () => Promise<readonly Company[]>
  find: (text: string, most: number) => Promise<Found>
  alike: (pairs: readonly CompanyPair[]) => Promise<Alike[]>
}

let started: Known | undefined
export const known = (): Known => (started ??= begin())

const begin = (): Known => {
  const worker = new Worker(new URL('./company.worker.ts', import.meta.url), { type: 'module', name: 'companies' })
  const say = (request: Request): void => worker.postMessage(request)
  const companies = shallowRef<readonly Company[] | null>(null)
  const rows = new Map<string, Company>()
  const places = new Map<string, number>()
  // A place keeps what was last known there: an answer may come after a row has gone.
  const byPlace: Company[] = []
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  let wholly = (): void => {}
  const read = new Promise<void>(done => { wholly = done })

  // A worker's error is nobody's: thrown here it is the page's, which says so.
  worker.onerror = ({ message }) => { throw new Error(message) }
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  }
  const ask = async <S extends Reply['say']>(question: (id: number) => Request): Promise<Extract<Reply, { say: S }>> => {
    await read
    const id = ++last
    return new Promise(done => {
      waiting.set(id, reply => done(reply as Extract<Reply, { say: S }>))
      say(question(id))
    })
  }

  void openDesk().then(desk => {
    if (!desk.ok) return
    followTable(desk.value.database, 'companies', (told, gone, whole) => {
      for (const row of told) {
        rows.set(row.id, row)
        const place = places.get(row.id) ?? places.size
        places.set(row.id, place)
        byPlace[place] = row
      }
      for (const id of gone) rows.delete(id)
      say({ say: 'rows', rows: told, gone })
      if (!whole) return
      companies.value = [...rows.values()]
      wholly()
    })
  })

  return {
    companies,
    all: async () => {
      await read
      return companies.value ?? []
    },
    find: async (text, most) => {
      const { total, places: found, by } = await ask<'found'>(id => ({ say: 'find', id, text, most }))
      const way = (place: number): FoundBy | null => (place === NOT_BY ? null : FOUND_BY[place])
      return { text, total, length: found.length, at: i => ({ company: byPlace[found[i]], by: way(by[i]) }), companies: () => Array.from(found, place => byPlace[place]), ways: new Set([...new Set(by)].map(way)) }
    },
    alike: async pairs => (await ask<'alike'>(id => ({ say: 'alike', id, pairs: [...pairs] }))).alike.map(({ keep, alias, by }) => ({ keep: byPlace[keep], alias: byPlace[alias], by })),
  }
}
