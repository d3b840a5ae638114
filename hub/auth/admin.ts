import type { Sql } from './database.ts'

/** Who administers, and which complexes. `user` null = the operator of the machine, who may all. */
export type Admin = { user: string | null; complexes: readonly string[] }

export const adminOf = async (sql: Sql, user: string): Promise<Admin> => {
  const found = await sql<{ complex: string }>("select complex_id as complex from memberships where user_id = $1 and role = 'admin' and revoked_at is null order by complex_id", [user])
  return { user, complexes: found.map(({ complex }) => complex) }
}

export const operator = async (sql: Sql): Promise<Admin> => ({ user: null, complexes: (await sql<{ id: string }>('select id from complexes order by id')).map(({ id }) => id) })
