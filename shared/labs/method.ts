import { identify } from '#shared/standards/number.ts'

/** A method as a scope or a test names it. `number`: canonical; `method`: without its year; `edition`: the year, null = none is named. */
export type Method = { number: string; method: string; edition: number | null; clause: string | null }

/** Takes `GB 18401—2010 6.7` or `GB/T 3920-2008 附录A` apart; null = there is no usable number in it. */
export const methodOf = (text: string): Method | null => {
  const [, head, clause] = CLAUSE.exec(text.trim()) ?? [null, text, null]
  const found = identify(head)
  return found && { number: found.number, method: found.key, edition: found.year, clause: clause?.replace(/\s+/g, ' ') ?? null }
}

/** What stands behind the year: a number of a clause or an annex. */
const CLAUSE = /^(.*[-—:]\s*(?:19|20)\d{2})[\s,，]+((?:第\s*)?\d+(?:\.\d+)*\s*[章条节]?|(?:附录|Annex)\s*[A-Z](?:\.\d+)*|方法\s*[A-Z\d一二三四五六七八九]+)$/i
