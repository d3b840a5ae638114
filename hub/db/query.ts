import type pg from 'pg'

/** One statement, prepared once a connection. Its text is ours alone; what comes from outside is a value. */
export type Query = <R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]>

export const querying = (client: Pick<pg.ClientBase, 'query'>): Query => async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => (await client.query<R>({ name: nameOf(text), text, values: [...values] })).rows

const names = new Map<string, string>()

const nameOf = (text: string): string => {
  const known = names.get(text) ?? `s${names.size}`
  names.set(text, known)
  return known
}
