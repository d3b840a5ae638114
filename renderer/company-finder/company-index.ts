// The worker's side: the list of companies, made ready to be searched when it is asked for after a change.
import type { Company } from '#shared/companies/company.ts'
import { duplicatesIn } from '#shared/companies/duplicates.ts'
import { findable, type Findable, findCompanies, FOUND_BY } from '#shared/companies/find.ts'
import { NOT_BY, type Reply, type Request } from './protocol.ts'

export const companyIndex = () => {
  const rows = new Map<string, Company>()
  const places = new Map<string, number>()
  let ready: Findable | null = null
  const take = (told: readonly Company[], gone: readonly string[]): void => {
    for (const row of told) {
      rows.set(row.id, row)
      if (!places.has(row.id)) places.set(row.id, places.size)
    }
    for (const id of gone) rows.delete(id)
    ready = null
  }
  const placeOf = ({ id }: Company): number => places.get(id)!

  return (request: Request): Reply | null => {
    if (request.say === 'rows') {
      take(request.rows, request.gone)
      return null
    }
    const { id } = request
    if (request.say === 'alike') return { say: 'alike', id, alike: duplicatesIn([...rows.values()], request.pairs).map(({ keep, alias, by }) => ({ keep: placeOf(keep), alias: placeOf(alias), by })) }
    const found = findCompanies((ready ??= findable([...rows.values()])), request.text)
    const shown = found.slice(0, request.most)
    return { say: 'found', id, total: found.length, places: Uint32Array.from(shown, ({ company }) => placeOf(company)), by: Uint8Array.from(shown, ({ by }) => (by === null ? NOT_BY : FOUND_BY.indexOf(by))) }
  }
}
